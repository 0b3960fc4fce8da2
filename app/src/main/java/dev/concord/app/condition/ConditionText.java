package dev.concord.app.condition;

import dev.concord.app.control.ValueText;
import dev.concord.catalog.Column;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** A condition as a sentence without a verb too many, such as {@code Price 10 to 20}. Immutable. */
public final class ConditionText {
    private final Texts texts;
    private final ValueText values;

    /**
     * Writes values in the locale of the texts.
     *
     * @param clock says in which zone the user is
     */
    public ConditionText(Texts texts, Clock clock) {
        this.texts = texts;
        this.values = new ValueText(texts, clock);
    }

    /** Returns the sentence for a condition on a column. */
    public String of(ColumnCondition condition, FilteredColumn filtered) {
        Column column = filtered.column();
        List<Test> tests = condition.anyOf();
        boolean none = tests.stream().anyMatch(NoneOf.class::isInstance);
        // Whoever reads that something is not "x" takes rows without a value for meant as well.
        boolean hidesNull = none && column.nullable() && !tests.contains(new IsNull());
        List<String> said = new ArrayList<>();
        tests.stream()
                .filter(test -> !none || test instanceof NoneOf)
                .map(test -> of(test, column))
                .forEach(said::add);
        if (hidesNull) {
            said.add(texts.get("filter.test.not-null"));
        }
        String joined = none ? joined(said, "filter.and") : joined(said, "filter.or");
        return texts.get("filter.condition", column.name(), joined);
    }

    private String joined(List<String> said, String word) {
        return said.stream().collect(Collectors.joining(" " + texts.get(word) + " "));
    }

    private String of(Test test, Column column) {
        return switch (test) {
            case Contains(String text) -> texts.get("filter.test.contains", text);
            case Begins(String text) -> texts.get("filter.test.begins", text);
            case Named(String text) -> texts.get("filter.test.named", text);
            case IsNull _ -> texts.get("filter.test.null");
            case NotNull _ -> texts.get("filter.test.not-null");
            case Compared(Relation relation, Value with) -> texts.get(key(relation, column), value(with, column));
            case Between(Value least, Value most) ->
                texts.get("filter.test.between", value(least, column), value(most, column));
            case Within(Value from, Value before) -> within(from, before, column);
            case NoneOf(List<Test> tests) ->
                joined(tests.stream().map(one -> not(one, column)).toList(), "filter.and");
        };
    }

    private String not(Test test, Column column) {
        return switch (test) {
            case Contains(String text) -> texts.get("filter.test.contains-not", text);
            case Named(String text) -> texts.get("filter.test.named-not", text);
            case Compared(Relation relation, Value with)
            when relation == Relation.EQUAL -> texts.get("filter.test.equal-not", value(with, column));
            default -> texts.get("filter.test.not", of(test, column));
        };
    }

    private static String key(Relation relation, Column column) {
        String word = relation.name().toLowerCase(Locale.ROOT).replace('_', '-');
        return switch (column.kind()) {
            case INTEGER, DECIMAL, FLOAT32, FLOAT64, NUMERIC -> "filter.number." + word;
            default -> "filter.order." + word;
        };
    }

    private String value(Value value, Column column) {
        String shown = values.cell(value, column);
        return value instanceof Value.Text ? texts.get("filter.quoted", shown) : shown;
    }

    /** Whole days are named by their dates. */
    private String within(Value from, Value before, Column column) {
        Optional<LocalDateTime> first = time(from).filter(ConditionText::midnight);
        Optional<LocalDateTime> next = time(before).filter(ConditionText::midnight);
        boolean days = first.isPresent() && next.isPresent();
        if (!days) {
            return texts.get("filter.test.within", value(from, column), value(before, column));
        }
        String day = day(first.orElseThrow(), column);
        String last = day(next.orElseThrow().minusDays(1), column);
        return day.equals(last) ? texts.get("filter.test.day", day) : texts.get("filter.test.between", day, last);
    }

    private String day(LocalDateTime day, Column column) {
        return values.show(new Value.Date(day.toLocalDate()), column);
    }

    private static boolean midnight(LocalDateTime time) {
        return time.toLocalTime().equals(LocalTime.MIDNIGHT);
    }

    private static Optional<LocalDateTime> time(Value value) {
        return switch (value) {
            case Value.DateTime(LocalDateTime time) -> Optional.of(time);
            // Conditions have the moments of the user's zone.
            case Value.Moment(OffsetDateTime moment) -> Optional.of(moment.toLocalDateTime());
            default -> Optional.empty();
        };
    }
}
