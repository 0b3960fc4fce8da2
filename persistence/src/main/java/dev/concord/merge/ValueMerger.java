package dev.concord.merge;

import dev.concord.diff.TextMerge;
import dev.concord.merge.ColumnRule.Adding;
import dev.concord.merge.TextParts.Like;
import dev.concord.merge.json.JsonReader;
import dev.concord.record.Value;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Merges a value that both sides changed to different values. */
final class ValueMerger {
    /** The longest single line, in UTF-16 units, that counts as a name, a code or an address and not as prose. */
    static final int SHORT = 100;

    private ValueMerger() {}

    static ValueMerge inside(ColumnRule rule, Value base, Value theirs, Value mine) {
        Optional<ValueMerge> counted = rule.adding() == Adding.NEVER
                ? Optional.empty()
                : Quantity.of(base, theirs, mine)
                        .map(quantity -> new ValueMerge.Counted(
                                quantity, rule.adding() == Adding.AUTOMATIC && !theirs.equals(mine)));
        return counted.orElseGet(() -> byForm(rule, base, theirs, mine));
    }

    private static ValueMerge byForm(ColumnRule rule, Value base, Value theirs, Value mine) {
        return switch (rule.form()) {
            case WHOLE -> new ValueMerge.Whole();
            case TEXT -> text(TextMerge::of, base, theirs, mine);
            case EXACT_TEXT -> text(TextMerge::exact, base, theirs, mine);
            case JSON -> json(base, theirs, mine);
            case SET, LIST -> inParts(ItemParts.of(rule, base, theirs, mine));
        };
    }

    /** Merges JSON; text that is not JSON is merged as text. */
    private static ValueMerge json(Value base, Value theirs, Value mine) {
        boolean readable = Stream.of(base, theirs, mine)
                .allMatch(
                        value -> value.isNull() || JsonReader.read(value.text()).isPresent());
        return readable ? inParts(JsonParts.of(base, theirs, mine)) : text(TextMerge::exact, base, theirs, mine);
    }

    private static ValueMerge inParts(Optional<Parts> parts) {
        return parts.<ValueMerge>map(ValueMerge.InParts::new).orElseGet(ValueMerge.Whole::new);
    }

    /** How three texts are merged. */
    private interface Merger {
        TextMerge merge(String base, String theirs, String mine);
    }

    private static ValueMerge text(Merger merger, Value base, Value theirs, Value mine) {
        Optional<Like> like = Like.of(theirs)
                .filter(kind -> Like.of(mine).equals(Optional.of(kind)))
                .filter(kind -> base.isNull() || Like.of(base).equals(Optional.of(kind)));
        return like.map(kind -> text(merger.merge(base.text(), theirs.text(), mine.text()), kind, base, theirs, mine))
                .orElseGet(ValueMerge.Whole::new);
    }

    /**
     * Merges texts. If the base is NULL nothing is merged without asking, but a person may take the lines of both, one
     * after the other.
     */
    private static ValueMerge text(TextMerge merge, Like like, Value base, Value theirs, Value mine) {
        List<String> texts = List.of(base.text(), theirs.text(), mine.text());
        if (texts.stream().anyMatch(text -> text.contains("\n"))) {
            return base.isNull() && merge.clean()
                    ? new ValueMerge.Whole()
                    : new ValueMerge.InParts(TextParts.of(merge, like, base));
        }
        Rule rule = TextParts.rule(merge);
        boolean prose = texts.stream().anyMatch(text -> text.length() > SHORT);
        return merge.merged()
                .filter(_ -> !base.isNull() && (prose || rule == Rule.SPACING))
                .<ValueMerge>map(merged -> new ValueMerge.Settled(rule, like.value(merged)))
                .orElseGet(ValueMerge.Whole::new);
    }
}
