package dev.concord.app.condition;

import dev.concord.app.condition.FilterPart.Operator;
import dev.concord.query.ColumnCondition;
import dev.concord.query.ColumnCondition.IsNull;
import dev.concord.query.ColumnCondition.NoneOf;
import dev.concord.query.ColumnCondition.NotNull;
import dev.concord.query.ColumnCondition.Test;
import dev.concord.ui.text.Texts;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads what a person types as the filter of a column. Immutable.
 *
 * <table>
 * <caption>The grammar</caption>
 * <tr><td>{@code nowak}</td><td>a text contains it; a number, date or word of two equals it; of a reference the name contains it</td></tr>
 * <tr><td>{@code nowak*}</td><td>begins with it</td></tr>
 * <tr><td>{@code =x}, {@code <>x}, {@code !x}</td><td>is it, is not it, does not contain it</td></tr>
 * <tr><td>{@code >x}, {@code >=x}, {@code <x}, {@code <=x}, {@code 10..20}, {@code ..20}, {@code 10..}</td><td>by order</td></tr>
 * <tr><td>{@code null}, {@code not null}</td><td>has no value, has one</td></tr>
 * <tr><td>{@code a; b}</td><td>one of them; with {@code <>} or {@code !} before each, none of them</td></tr>
 * <tr><td>{@code "null"}, {@code "a..b"}</td><td>the characters themselves</td></tr>
 * </table>
 *
 * A row without a value is not any value: {@code <>x} shows it, and {@code <>x; <>null} does not.
 */
public final class ConditionParser {
    private final Texts texts;
    private final FilterWords words;
    private final PartParser parts;

    /**
     * Reads numbers, dates and words of the texts' locale.
     *
     * @param clock says what day it is, where the user is
     */
    public ConditionParser(Texts texts, Clock clock) {
        this.texts = texts;
        this.words = new FilterWords(texts);
        this.parts = new PartParser(texts, words, clock);
    }

    /** Reads a text typed as the filter of a column. */
    public ParsedCondition parse(String typed, FilteredColumn column) {
        Optional<List<FilterPart>> divided = FilterPart.of(typed);
        if (divided.isEmpty()) {
            return new ParsedCondition.Unreadable(texts.get("filter.unreadable.quote"));
        }
        List<FilterPart> list = divided.get();
        if (list.isEmpty()) {
            return new ParsedCondition.Everything();
        }
        List<Test> tests = new ArrayList<>();
        boolean withNull = false;
        boolean withoutNull = false;
        for (FilterPart part : list) {
            if (isNull(part)) {
                withNull = withNull || !part.operator().negative();
                withoutNull = withoutNull || part.operator().negative();
            } else if (isNotNull(part)) {
                withoutNull = true;
            } else {
                switch (parts.parse(part, column)) {
                    case ParsedTests.Read(List<Test> read) -> tests.addAll(read);
                    case ParsedTests.Unreadable(String sentence) -> {
                        return new ParsedCondition.Unreadable(sentence);
                    }
                }
            }
        }
        List<FilterPart> compared =
                list.stream().filter(part -> !isNull(part) && !isNotNull(part)).toList();
        long negative =
                compared.stream().filter(part -> part.operator().negative()).count();
        boolean leavesOut = withoutNull || negative > 0;
        boolean shows = withNull || negative < compared.size();
        if (leavesOut && shows) {
            return new ParsedCondition.Unreadable(texts.get("filter.unreadable.mixed"));
        }
        return new ParsedCondition.Read(new ColumnCondition(
                column.name(), negative > 0 ? none(tests, column, withoutNull) : any(tests, withNull, withoutNull)));
    }

    private static List<Test> none(List<Test> tests, FilteredColumn column, boolean withoutNull) {
        return withoutNull || !column.column().nullable()
                ? List.of(new NoneOf(tests))
                : List.of(new NoneOf(tests), new IsNull());
    }

    private static List<Test> any(List<Test> tests, boolean withNull, boolean withoutNull) {
        if (withNull) {
            tests.add(new IsNull());
        }
        if (withoutNull) {
            tests.add(new NotNull());
        }
        return tests;
    }

    private boolean isNull(FilterPart part) {
        return isWord(part) && part.least().filter(words::isNull).isPresent();
    }

    private boolean isNotNull(FilterPart part) {
        return isWord(part) && part.least().filter(words::isNotNull).isPresent();
    }

    private static boolean isWord(FilterPart part) {
        return !part.range()
                && (part.operator() == Operator.NONE
                        || part.operator() == Operator.EQUAL
                        || part.operator().negative());
    }
}
