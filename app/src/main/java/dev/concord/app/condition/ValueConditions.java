package dev.concord.app.condition;

import dev.concord.catalog.Column;
import dev.concord.catalog.ValueKind;
import dev.concord.query.ColumnCondition;
import dev.concord.query.ColumnCondition.Begins;
import dev.concord.query.ColumnCondition.Compared;
import dev.concord.query.ColumnCondition.Contains;
import dev.concord.query.ColumnCondition.IsNull;
import dev.concord.query.ColumnCondition.NoneOf;
import dev.concord.query.ColumnCondition.NotNull;
import dev.concord.query.ColumnCondition.Relation;
import dev.concord.query.ColumnCondition.Test;
import dev.concord.query.Page;
import dev.concord.record.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Conditions made from a value that a row of a page has. */
public final class ValueConditions {

    /** Whether rows can be found by what this cell shows. */
    static boolean searchable(Value value, Column column) {
        return value.isNull() || (column.kind() != ValueKind.BINARY && !(value instanceof Value.Malformed));
    }

    /** Only rows with the value; empty where it cannot be looked for. */
    public Optional<ColumnCondition> only(Value value, FilteredColumn column) {
        return searchable(value, column.column())
                ? Optional.of(new ColumnCondition(
                        column.name(), List.of(value.isNull() ? new IsNull() : test(value, column.column()))))
                : Optional.empty();
    }

    /** Only rows with other values, and without those left out before; empty where the value cannot be looked for. */
    public Optional<ColumnCondition> allBut(Value value, FilteredColumn column, Optional<ColumnCondition> before) {
        if (!searchable(value, column.column())) {
            return Optional.empty();
        }
        List<Test> out = new ArrayList<>(before.stream()
                .flatMap(condition -> condition.anyOf().stream())
                .flatMap(test -> test instanceof NoneOf(List<Test> tests) ? tests.stream() : List.<Test>of().stream())
                .toList());
        boolean leftOut = before.map(ColumnCondition::anyOf)
                .filter(tests -> !tests.contains(new IsNull()))
                .filter(tests -> !out.isEmpty() || tests.contains(new NotNull()))
                .isPresent();
        boolean nullIsOut = value.isNull() || leftOut;
        if (!value.isNull()) {
            Test test = test(value, column.column());
            if (!out.contains(test)) {
                out.add(test);
            }
        }
        List<Test> tests = new ArrayList<>();
        tests.add(out.isEmpty() ? new NotNull() : new NoneOf(out));
        if (!nullIsOut && column.column().nullable()) {
            tests.add(new IsNull());
        }
        return Optional.of(new ColumnCondition(column.name(), tests));
    }

    /** A page has only the beginning of a long text, and not every type can be compared. */
    private static Test test(Value value, Column column) {
        boolean cut = value.text().length() >= Page.TEXT_LENGTH;
        return switch (column.kind()) {
            case TEXT, ENUM -> cut ? new Begins(value.text()) : new Compared(Relation.EQUAL, value);
            case JSON, OTHER -> cut ? new Begins(value.text()) : new Contains(value.text());
            default -> new Compared(Relation.EQUAL, value);
        };
    }
}
