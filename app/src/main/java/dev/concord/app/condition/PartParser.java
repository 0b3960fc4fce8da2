package dev.concord.app.condition;

import dev.concord.app.condition.FilterPart.Operator;
import dev.concord.app.condition.FilterPart.Word;
import dev.concord.app.control.Parsed;
import dev.concord.app.control.ValueText;
import dev.concord.catalog.Column;
import dev.concord.catalog.ValueKind;
import dev.concord.query.ColumnCondition.Begins;
import dev.concord.query.ColumnCondition.Between;
import dev.concord.query.ColumnCondition.Compared;
import dev.concord.query.ColumnCondition.Contains;
import dev.concord.query.ColumnCondition.Named;
import dev.concord.query.ColumnCondition.Relation;
import dev.concord.query.ColumnCondition.Test;
import dev.concord.record.Value;
import dev.concord.ui.text.Texts;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;

/** Reads one part of a typed condition by the kind of its column. Whether the part is negated is not its matter. */
final class PartParser {
    private final Texts texts;
    private final ValueText values;
    private final PeriodText periods;
    private final Clock clock;

    PartParser(Texts texts, FilterWords words, Clock clock) {
        this.texts = texts;
        this.values = new ValueText(texts, clock);
        this.periods = new PeriodText(texts, words, values, clock);
        this.clock = clock;
    }

    ParsedTests parse(FilterPart part, FilteredColumn filtered) {
        boolean plain = part.operator() == Operator.NONE || part.operator() == Operator.LACKS;
        boolean partOfText = plain
                && !part.range()
                && part.least()
                        .filter(word -> word.quoted() || word.beginning())
                        .isPresent();
        return switch (filtered.column().kind()) {
            case BINARY -> unreadable("binary");
            case JSON, OTHER -> plain && !part.range() ? partOfText(part, false) : unreadable("parts");
            case TEXT, ENUM ->
                plain && !part.range() ? partOfText(part, filtered.reference()) : compared(part, filtered);
            default -> partOfText ? partOfText(part, false) : compared(part, filtered);
        };
    }

    /** Plain words are looked for in texts, and in the names of what is referred to. */
    private ParsedTests partOfText(FilterPart part, boolean reference) {
        return word(part, word -> {
            Test test = word.beginning() ? new Begins(word.text()) : new Contains(word.text());
            return reference && !word.quoted() && !word.beginning()
                    ? ParsedTests.of(test, new Named(word.text()))
                    : ParsedTests.of(test);
        });
    }

    private ParsedTests compared(FilterPart part, FilteredColumn filtered) {
        return switch (filtered.column().kind()) {
            case DATE, TIME, TIMESTAMP, ZONED_TIMESTAMP ->
                part.range()
                        ? range(part, filtered.column(), this::periods)
                        : word(part, word -> time(part, word, filtered));
            case BOOLEAN, UUID ->
                relation(part.operator()) == Relation.EQUAL && !part.range()
                        ? word(part, word -> same(part, word, filtered))
                        : unreadable("order");
            default ->
                part.range()
                        ? range(part, filtered.column(), this::values)
                        : word(part, word -> same(part, word, filtered));
        };
    }

    private ParsedTests word(FilterPart part, Function<Word, ParsedTests> meaning) {
        return part.least()
                .filter(word -> word.quoted() || !word.text().isEmpty())
                .map(meaning)
                .orElseGet(() -> unreadable("missing"));
    }

    /** A value of the column; where it is none, the name of what the column refers to. */
    private ParsedTests same(FilterPart part, Word word, FilteredColumn filtered) {
        boolean mayBeName = filtered.reference()
                && !word.quoted()
                && (part.operator() == Operator.NONE || part.operator() == Operator.LACKS);
        return switch (value(word, filtered.column())) {
            case Parsed.Read(Value value) -> ParsedTests.compared(relation(part.operator()), value);
            case Parsed.Unreadable _ when mayBeName -> ParsedTests.of(new Named(word.text()));
            case Parsed.Unreadable(String sentence) -> new ParsedTests.Unreadable(sentence);
        };
    }

    private ParsedTests time(FilterPart part, Word word, FilteredColumn filtered) {
        PeriodTests tests = new PeriodTests(filtered.column().kind(), clock.getZone());
        return period(word, filtered.column())
                .map(period -> ParsedTests.of(
                        switch (part.operator()) {
                            case NONE, LACKS -> tests.in(period);
                            case EQUAL, NOT_EQUAL -> tests.exactly(period);
                            default -> tests.compared(relation(part.operator()), period);
                        }))
                .orElseGet(() -> same(part, word, filtered));
    }

    private Optional<Period> period(Word word, Column column) {
        return periods.read(word.text().strip(), column.kind())
                .filter(new PeriodTests(column.kind(), clock.getZone())::fits);
    }

    /** One end of a range, or both, as one test. */
    private interface Ends {
        ParsedTests test(Optional<Word> least, Optional<Word> most, Column column);
    }

    private ParsedTests range(FilterPart part, Column column, Ends ends) {
        boolean none = part.least().isEmpty() && part.most().isEmpty();
        boolean open = part.least().isEmpty() || part.most().isEmpty();
        boolean compares = relation(part.operator()) != Relation.EQUAL;
        return none || compares || (open && part.operator().negative())
                ? unreadable("range")
                : ends.test(part.least(), part.most(), column);
    }

    private ParsedTests periods(Optional<Word> least, Optional<Word> most, Column column) {
        Optional<Period> first = least.flatMap(word -> period(word, column));
        Optional<Period> last = most.flatMap(word -> period(word, column));
        if (first.isEmpty() == least.isPresent() || last.isEmpty() == most.isPresent()) {
            return values(least, most, column);
        }
        PeriodTests tests = new PeriodTests(column.kind(), clock.getZone());
        return ParsedTests.of(first.map(from -> last.map(until -> tests.between(from, until))
                        .orElseGet(() -> tests.compared(Relation.AT_LEAST, from)))
                .orElseGet(() -> tests.compared(Relation.AT_MOST, last.orElseThrow())));
    }

    private ParsedTests values(Optional<Word> least, Optional<Word> most, Column column) {
        Optional<Parsed> first = least.map(word -> value(word, column));
        Optional<Parsed> last = most.map(word -> value(word, column));
        if (first.orElse(new Parsed.Read(Value.ofNull())) instanceof Parsed.Unreadable(String sentence)) {
            return new ParsedTests.Unreadable(sentence);
        }
        if (last.orElse(new Parsed.Read(Value.ofNull())) instanceof Parsed.Unreadable(String sentence)) {
            return new ParsedTests.Unreadable(sentence);
        }
        Optional<Value> from = first.map(PartParser::read);
        Optional<Value> until = last.map(PartParser::read);
        return ParsedTests.of(from.map(one -> until.<Test>map(other -> new Between(one, other))
                        .orElseGet(() -> new Compared(Relation.AT_LEAST, one)))
                .orElseGet(() -> new Compared(Relation.AT_MOST, until.orElseThrow())));
    }

    private static Value read(Parsed parsed) {
        return parsed instanceof Parsed.Read(Value value) ? value : Value.ofNull();
    }

    private Parsed value(Word word, Column column) {
        String typed = word.beginning() ? word.text() + "*" : word.text();
        Parsed parsed = values.read(typed, column);
        return switch (parsed) {
            case Parsed.Read(Value value)
            when value.isNull() -> new Parsed.Unreadable(texts.get("filter.unreadable.missing"));
            case Parsed.Unreadable _
            when isDay(column) ->
                new Parsed.Unreadable(
                        values.refusal(typed, ValueKind.TIMESTAMP).orElseGet(() -> texts.get("filter.unreadable.day")));
            default -> parsed;
        };
    }

    private static boolean isDay(Column column) {
        return switch (column.kind()) {
            case DATE, TIMESTAMP, ZONED_TIMESTAMP -> true;
            default -> false;
        };
    }

    private static Relation relation(Operator operator) {
        return switch (operator) {
            case NONE, EQUAL, NOT_EQUAL, LACKS -> Relation.EQUAL;
            case LESS -> Relation.LESS;
            case AT_MOST -> Relation.AT_MOST;
            case GREATER -> Relation.GREATER;
            case AT_LEAST -> Relation.AT_LEAST;
        };
    }

    private ParsedTests unreadable(String what) {
        return new ParsedTests.Unreadable(texts.get("filter.unreadable." + what));
    }
}
