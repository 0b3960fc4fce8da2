package dev.concord.app.condition;

import dev.concord.query.ColumnCondition.Compared;
import dev.concord.query.ColumnCondition.Relation;
import dev.concord.query.ColumnCondition.Test;
import dev.concord.record.Value;
import java.util.List;

/** What one part of a typed condition means; switch over it exhaustively. */
sealed interface ParsedTests {

    /** At least one of these has to hold. */
    record Read(List<Test> tests) implements ParsedTests {
        public Read {
            tests = List.copyOf(tests);
        }
    }

    /**
     * The part is no condition on the column.
     *
     * @param sentence one sentence to display: what was expected, with an example
     */
    record Unreadable(String sentence) implements ParsedTests {}

    static ParsedTests of(Test... tests) {
        return new Read(List.of(tests));
    }

    static ParsedTests compared(Relation relation, Value with) {
        return of(new Compared(relation, with));
    }
}
