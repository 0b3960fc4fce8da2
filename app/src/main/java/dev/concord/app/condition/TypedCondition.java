package dev.concord.app.condition;

import dev.concord.app.control.ValueText;
import dev.concord.query.ColumnCondition;
import dev.concord.query.ColumnCondition.Begins;
import dev.concord.query.ColumnCondition.Between;
import dev.concord.query.ColumnCondition.Compared;
import dev.concord.query.ColumnCondition.Contains;
import dev.concord.query.ColumnCondition.IsNull;
import dev.concord.query.ColumnCondition.Named;
import dev.concord.query.ColumnCondition.NoneOf;
import dev.concord.query.ColumnCondition.NotNull;
import dev.concord.query.ColumnCondition.Relation;
import dev.concord.query.ColumnCondition.Test;
import dev.concord.query.ColumnCondition.Within;
import dev.concord.record.Value;
import dev.concord.ui.text.Texts;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A condition as a person would have typed it: what {@link ConditionParser} reads as the same condition. Immutable. */
public final class TypedCondition {
    private static final String BETWEEN_PARTS = "; ";

    private final ValueText values;
    private final FilterWords words;

    /**
     * Types values in the locale of the texts.
     *
     * @param clock says in which zone the user is
     */
    public TypedCondition(Texts texts, Clock clock) {
        this.values = new ValueText(texts, clock);
        this.words = new FilterWords(texts);
    }

    /** Returns the text of a condition on a column. */
    public String of(ColumnCondition condition, FilteredColumn column) {
        List<Test> tests = condition.anyOf();
        if (tests.stream().anyMatch(NoneOf.class::isInstance)) {
            boolean hidesNull = column.column().nullable() && !tests.contains(new IsNull());
            Stream<String> none = tests.stream()
                    .flatMap(test -> test instanceof NoneOf(List<Test> negative) ? Stream.of(negative) : Stream.empty())
                    .flatMap(negative -> once(negative, column).map(test -> negated(test, column)));
            return Stream.concat(none, hidesNull ? Stream.of("<>null") : Stream.empty())
                    .collect(Collectors.joining(BETWEEN_PARTS));
        }
        return once(tests, column).map(test -> of(test, column)).collect(Collectors.joining(BETWEEN_PARTS));
    }

    /** A plain word in a text that refers to a row is looked for in both, and typed once, as a name. */
    private static Stream<Test> once(List<Test> tests, FilteredColumn column) {
        return tests.stream()
                .filter(test -> !(test instanceof Contains(String text)
                        && column.reference()
                        && tests.contains(new Named(text))));
    }

    private String negated(Test test, FilteredColumn column) {
        return test instanceof Compared(Relation relation, Value _) && relation == Relation.EQUAL
                ? "<>" + of(test, column).substring(1)
                : "!" + of(test, column);
    }

    private String of(Test test, FilteredColumn column) {
        return switch (test) {
            case Contains(String text) -> isText(column) && !column.reference() && plain(text) ? text : quoted(text);
            case Begins(String text) -> (plain(text) ? text : quoted(text)) + "*";
            case Named(String text) -> text;
            case Compared(Relation relation, Value with) -> sign(relation) + value(with, relation, column);
            case Between(Value least, Value most) -> end(least, column) + ".." + end(most, column);
            case Within(Value from, Value before) -> within(from, before, column);
            case IsNull _ -> "null";
            case NotNull _ -> "not null";
            case NoneOf(List<Test> tests) ->
                once(tests, column).map(one -> negated(one, column)).collect(Collectors.joining(BETWEEN_PARTS));
        };
    }

    private static boolean isText(FilteredColumn column) {
        return switch (column.column().kind()) {
            case TEXT, ENUM, JSON, OTHER -> true;
            default -> false;
        };
    }

    private static String sign(Relation relation) {
        return switch (relation) {
            case EQUAL -> "=";
            case LESS -> "<";
            case AT_MOST -> "<=";
            case GREATER -> ">";
            case AT_LEAST -> ">=";
        };
    }

    /** A time to be exceeded is one instant, which a fraction of a second says. */
    private String value(Value value, Relation relation, FilteredColumn column) {
        boolean instant = relation == Relation.GREATER || relation == Relation.AT_MOST;
        return instant ? end(value, column) : word(value, column);
    }

    private String end(Value value, FilteredColumn column) {
        return switch (value) {
            case Value.Time(LocalTime time) when whole(time) -> word(value, column) + ".0";
            case Value.DateTime(LocalDateTime time) when whole(time.toLocalTime()) -> word(value, column) + ".0";
            case Value.Moment(OffsetDateTime moment)
            when whole(moment.toLocalTime()) ->
                values.edit(new Value.DateTime(moment.toLocalDateTime()), column.column()) + ".0 " + moment.getOffset();
            default -> word(value, column);
        };
    }

    private static boolean whole(LocalTime time) {
        return time.equals(time.truncatedTo(ChronoUnit.SECONDS));
    }

    private String word(Value value, FilteredColumn column) {
        String text = values.edit(value, column.column());
        boolean words = value instanceof Value.Text && !plain(text);
        return words ? quoted(text) : text;
    }

    private String within(Value from, Value before, FilteredColumn column) {
        return word(from, column) + ".." + word(last(before), column);
    }

    /** The last second of a period: whoever types it means all of it. */
    private static Value last(Value before) {
        return switch (before) {
            case Value.DateTime(LocalDateTime time) -> new Value.DateTime(time.minusSeconds(1));
            case Value.Moment(OffsetDateTime moment) -> new Value.Moment(moment.minusSeconds(1));
            case Value.Time(LocalTime time) -> new Value.Time(time.minusSeconds(1));
            default -> before;
        };
    }

    /** Whether no character or word of a text has a meaning of its own. */
    private boolean plain(String text) {
        FilterPart.Word word = new FilterPart.Word(text, false, false);
        return !words.isNull(word)
                && !words.isNotNull(word)
                && text.matches("[\\p{L}\\p{N}_@#/()+-](?:[\\p{L}\\p{N} _@#/()'+,.-]*[\\p{L}\\p{N}_@#/()'+-])?")
                && !text.contains("..");
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\"", "\"\"") + "\"";
    }
}
