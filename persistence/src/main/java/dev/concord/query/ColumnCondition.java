package dev.concord.query;

import dev.concord.record.Value;
import java.util.List;

/**
 * What a column's value has to be: at least one of some tests holds.
 *
 * @param column the column; a condition on one that was dropped meanwhile lets no row through
 * @param anyOf the tests, at least one
 */
public record ColumnCondition(String column, List<Test> anyOf) {

    /** One test of a value. Only {@link IsNull} holds for NULL. */
    public sealed interface Test {}

    /** The text of the value contains these characters, without regard to case as far as the database knows letters. */
    public record Contains(String text) implements Test {}

    /** The text of the value begins with these characters, without regard to case. */
    public record Begins(String text) implements Test {}

    /** The value compared with another one, as the database compares and orders values of the column. */
    public record Compared(Relation relation, Value with) implements Test {}

    /** The value is at least the one and at most the other. */
    public record Between(Value least, Value most) implements Test {}

    /** The value is at least the one and less than the other: days and months of a date and time. */
    public record Within(Value from, Value before) implements Test {}

    /**
     * The row that the column's foreign key refers to has a name that contains these characters, without regard to case: one of
     * {@link dev.concord.record.RecordNames#columns}. It holds for no row where the column refers to none.
     */
    public record Named(String text) implements Test {}

    /**
     * There is a value, and none of these tests holds for it.
     *
     * @param tests at least one
     */
    public record NoneOf(List<Test> tests) implements Test {
        public NoneOf {
            tests = List.copyOf(tests);
        }
    }

    /** There is no value. */
    public record IsNull() implements Test {}

    /** There is a value. */
    public record NotNull() implements Test {}

    /** How two values are compared. */
    public enum Relation {
        EQUAL,
        LESS,
        AT_MOST,
        GREATER,
        AT_LEAST
    }

    public ColumnCondition {
        anyOf = List.copyOf(anyOf);
        if (anyOf.isEmpty()) {
            throw new IllegalArgumentException("A condition without a test: " + column);
        }
    }
}
