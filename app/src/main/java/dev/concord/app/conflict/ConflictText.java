package dev.concord.app.conflict;

import dev.concord.app.conflict.sides.Excerpt;
import dev.concord.app.conflict.sides.InstantText;
import dev.concord.app.control.Caption;
import dev.concord.app.control.ValueText;
import dev.concord.merge.Choice;
import dev.concord.merge.ColumnGroup;
import dev.concord.merge.FieldMerge;
import dev.concord.merge.LastWriter;
import dev.concord.merge.LaterChange;
import dev.concord.merge.Quantity;
import dev.concord.merge.RecordMerge;
import dev.concord.merge.Resolution;
import dev.concord.merge.Rule;
import dev.concord.merge.ValueOrigin;
import dev.concord.record.Row;
import dev.concord.record.Snapshot;
import dev.concord.record.Value;
import dev.concord.ui.text.Texts;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The texts of the merge. Times are in this computer's time zone. */
final class ConflictText {
    private static final int LINE = 120;

    private final Texts texts;
    private final ValueText values;
    private final InstantText times;

    ConflictText(Texts texts) {
        this.texts = texts;
        this.values = new ValueText(texts);
        this.times = new InstantText(texts);
    }

    /** Writes values as text. Made once for all rows, because making the formats is slow. */
    ValueText values() {
        return values;
    }

    /** Who changed the row and when, where the database keeps that; otherwise since when the change can have been made. */
    String since(RecordMerge merge, boolean writtenHere) {
        if (writtenHere) {
            return texts.get("conflict.by-you");
        }
        Row base = merge.mine().base().map(Snapshot::row).orElse(Row.EMPTY);
        String opened = merge.mine().base().map(row -> time(row.readAt())).orElse("");
        Optional<LastWriter> writer =
                LastWriter.of(merge.table(), base, merge.theirs().row());
        Optional<String> at = writer.flatMap(LastWriter::at).map(this::time);
        return writer.flatMap(LastWriter::who)
                .map(who -> at.map(time -> texts.get("conflict.by", who, time))
                        .orElseGet(() -> texts.get("conflict.by-since", who, opened)))
                .orElseGet(() -> at.map(time -> texts.get("conflict.at", time))
                        .orElseGet(() -> texts.get("conflict.since", opened)));
    }

    String counts(Resolution resolution) {
        RecordMerge merge = resolution.merge();
        int undecided = resolution.undecided().size();
        int decided = (int) merge.decisions().stream()
                .filter(field -> resolution.choice(field.name()).isPresent())
                .count();
        int merged = (int) merge.fields().stream()
                .filter(field -> switch (field.change()) {
                    case MINE, THEIRS, EQUAL, MERGED -> true;
                    case UNCHANGED, DECISION, SET_BY_DATABASE -> false;
                })
                .count();
        List<String> parts = new ArrayList<>();
        parts.add(texts.get("conflict.counts.undecided", undecided));
        if (decided > 0) {
            parts.add(texts.get("conflict.counts.decided", decided));
        }
        parts.add(texts.get("conflict.counts.merged", merged));
        parts.add(texts.get("conflict.counts.unchanged", merge.fields().size() - undecided - decided - merged));
        return texts.get("conflict.counts", String.join(" · ", parts));
    }

    String name(FieldMerge field) {
        return Caption.of(field.name());
    }

    String moved(LaterChange moved) {
        return texts.get("conflict.moved", time(moved.readAt()));
    }

    String seen(Instant at) {
        return texts.get("conflict.seen", time(at));
    }

    /** A value for a screen reader. */
    String spoken(Value value, FieldMerge field) {
        return Excerpt.spoken(values.show(value, field.column()), texts);
    }

    /** The value on one line, cut to its length. */
    String line(Value value, FieldMerge field) {
        return Excerpt.of(values.show(value, field.column()), LINE).replaceAll("\\s+", " ");
    }

    /** Where a value comes from, as part of a sentence. */
    String origin(ValueOrigin origin) {
        return switch (origin) {
            case ValueOrigin.Untouched _ -> texts.get("conflict.origin.untouched");
            case ValueOrigin.Mine _ -> texts.get("conflict.origin.mine");
            case ValueOrigin.Theirs _ -> texts.get("conflict.origin.theirs");
            case ValueOrigin.Equal _ -> texts.get("conflict.origin.equal");
            case ValueOrigin.ByRule(Rule rule) -> texts.get("conflict.origin.rule", rule(rule));
            case ValueOrigin.Chosen(Choice choice) -> chosen(choice);
            case ValueOrigin.Typed _ -> texts.get("conflict.origin.typed");
            case ValueOrigin.SetByDatabase _ -> texts.get("conflict.origin.set-by-database");
            case ValueOrigin.Undecided _ -> texts.get("conflict.origin.undecided");
        };
    }

    /** How a rule merged both values. */
    String rule(Rule rule) {
        return texts.get("conflict.rule." + rule.name().toLowerCase(Locale.ROOT));
    }

    private String chosen(Choice choice) {
        return switch (choice) {
            case Choice.Base _ -> texts.get("conflict.origin.chosen.base");
            case Choice.Theirs _ -> texts.get("conflict.origin.chosen.theirs");
            case Choice.Mine _ -> texts.get("conflict.origin.chosen.mine");
            case Choice.Typed _ -> texts.get("conflict.origin.typed");
            case Choice.Sum _ -> texts.get("conflict.origin.chosen.sum");
            case Choice.InParts _ -> texts.get("conflict.origin.chosen.parts");
        };
    }

    /** Such as {@code 40 − 3 − 2 = 35}. */
    String formula(Quantity quantity, FieldMerge field) {
        return number(Value.of(quantity.base()), field) + step(quantity.byThem(), field) + step(quantity.byMe(), field)
                + " = " + number(quantity.sum(), field);
    }

    private String step(BigDecimal added, FieldMerge field) {
        return (added.signum() < 0 ? " − " : " + ") + number(Value.of(added.abs()), field);
    }

    private String number(Value number, FieldMerge field) {
        return values.show(number, field.column()).replace('-', '−');
    }

    /** Names in a row, such as {@code Start, End and Room}. */
    String names(List<String> columns) {
        List<String> captions = columns.stream().map(Caption::of).toList();
        return captions.size() < 2
                ? String.join("", captions)
                : texts.get(
                        "conflict.and",
                        String.join(", ", captions.subList(0, captions.size() - 1)),
                        captions.getLast());
    }

    /** Why columns are decided together. */
    String together(ColumnGroup group) {
        String names = names(group.columns());
        return texts.get(
                "conflict.group."
                        + group.origin().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                names,
                group.name());
    }

    String row(Resolution resolution, FieldMerge field) {
        String result = resolution
                .result(field)
                .map(value -> texts.get("conflict.row.result", spoken(value, field)))
                .orElseGet(() -> texts.get("conflict.row.undecided"));
        String state = origin(resolution.origin(field));
        LaterChange moved = resolution.moved().get(field.name());
        return texts.get(
                "conflict.row",
                name(field),
                moved == null ? state : state + ", " + moved(moved),
                spoken(field.base(), field),
                spoken(field.theirs(), field),
                spoken(field.mine(), field),
                result);
    }

    /** That the row changed again while it was being decided. */
    String again(Resolution rebased) {
        Instant readAt = rebased.merge().theirs().readAt();
        return texts.get(
                "conflict.notice.again", time(readAt), rebased.undecided().size());
    }

    private String time(Instant at) {
        return times.show(at);
    }
}
