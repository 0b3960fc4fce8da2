package dev.concord.app.saving;

import dev.concord.app.control.Caption;
import dev.concord.app.control.ValueText;
import dev.concord.catalog.Table;
import dev.concord.merge.Change;
import dev.concord.merge.DecisionPattern;
import dev.concord.merge.FieldMerge;
import dev.concord.merge.RecordMerge;
import dev.concord.merge.Resolution;
import dev.concord.record.Draft;
import dev.concord.record.Snapshot;
import dev.concord.ui.text.Texts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The texts of the report. Immutable. */
final class SavingText {
    private final Texts texts;
    private final ValueText values;

    SavingText(Texts texts) {
        this.texts = texts;
        this.values = new ValueText(texts);
    }

    /** How many records are done, and how many have each kind of result; kinds without records are left out. */
    String counts(List<ReportEntry> entries) {
        List<String> parts = new ArrayList<>();
        int done = entries.size();
        for (SaveResult.Kind kind : SaveResult.Kind.values()) {
            int count = (int) entries.stream()
                    .filter(entry -> entry.result().kind() == kind)
                    .count();
            if (kind == SaveResult.Kind.WAITING) {
                done -= count;
            } else if (count > 0) {
                parts.add(texts.get("saving.count." + kind.word(), count));
            }
        }
        parts.addFirst(texts.get("saving.count", done, entries.size()));
        return String.join(" · ", parts);
    }

    String kind(SaveResult result) {
        return texts.get("saving.kind." + result.kind().word());
    }

    /** The details beyond the kind; empty when there are none. */
    String detail(ReportEntry entry) {
        return detail(entry.result(), entry.record().table());
    }

    private String detail(SaveResult result, Table table) {
        return switch (result) {
            case SaveResult.Waiting _, SaveResult.Saved _, SaveResult.Deleted _, SaveResult.DeletedAnyway _ -> "";
            case SaveResult.Kept _ -> texts.get("saving.kept");
            case SaveResult.Merged(Draft _, Snapshot _, List<String> alsoKept) ->
                texts.get("saving.also-kept", captions(alsoKept));
            case SaveResult.NeedsDecision(RecordMerge merge) -> about(merge);
            case SaveResult.NeedsDeletion(Snapshot mine, Snapshot theirs) ->
                texts.get("saving.deletion", changes(table, mine, theirs));
            case SaveResult.Failed(String why) -> why;
            case SaveResult.HeldBack _ -> texts.get("saving.held-back");
        };
    }

    String spoken(ReportEntry entry) {
        String detail = detail(entry);
        String spoken = texts.get("saving.spoken", entry.record().title(), kind(entry.result()));
        return detail.isEmpty() ? spoken : spoken + ": " + detail;
    }

    /** What the records of a group have in common, and how many they are. */
    String group(DecisionGroup group) {
        String common = group.pattern().map(this::common).orElseGet(() -> texts.get("saving.differs.deletion"));
        return texts.get(
                "saving.group",
                Caption.of(group.table().name()),
                common,
                group.entries().size());
    }

    private String common(DecisionPattern pattern) {
        return pattern.places().isEmpty()
                ? texts.get("saving.only-merged")
                : pattern.places().stream().map(this::place).collect(Collectors.joining(", "));
    }

    /** What somebody changed of a row, each column with its value before and now. */
    private String changes(Table table, Snapshot mine, Snapshot theirs) {
        return table.columns().stream()
                .filter(column ->
                        !mine.row().get(column.name()).equals(theirs.row().get(column.name())))
                .map(column -> texts.get(
                        "saving.preview.becomes",
                        Caption.of(column.name()),
                        values.cell(mine.row().get(column.name()), column),
                        values.cell(theirs.row().get(column.name()), column)))
                .collect(Collectors.joining(", "));
    }

    private String place(DecisionPattern.Place place) {
        String kind = place.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
        return texts.get("saving.differs." + kind, Caption.of(place.column()));
    }

    /** The columns in which a decision changes the database's row, the columns decided, and the edits it drops. */
    List<String> changes(Resolution resolution) {
        return resolution.merge().fields().stream()
                .filter(field -> field.change() == Change.DECISION
                        || !resolution.result(field).map(field.theirs()::equals).orElse(true))
                .map(field -> change(resolution, field))
                .toList();
    }

    private String change(Resolution resolution, FieldMerge field) {
        String now = values.cell(field.theirs(), field.column());
        String next = resolution
                .result(field)
                .map(value -> values.cell(value, field.column()))
                .orElse("");
        String change = now.equals(next)
                ? texts.get("saving.preview.stays", Caption.of(field.name()), now)
                : texts.get("saving.preview.becomes", Caption.of(field.name()), now, next);
        boolean dropped = !field.mine().equals(field.base())
                && resolution.result(field).filter(field.mine()::equals).isEmpty();
        return dropped
                ? texts.get("saving.preview.dropped", change, values.cell(field.mine(), field.column()))
                : change;
    }

    private String about(RecordMerge merge) {
        return merge.clean()
                ? texts.get("saving.only-merged")
                : captions(merge.decisions().stream().map(FieldMerge::name).toList());
    }

    private static String captions(Collection<String> columns) {
        return columns.stream().map(Caption::of).collect(Collectors.joining(", "));
    }
}
