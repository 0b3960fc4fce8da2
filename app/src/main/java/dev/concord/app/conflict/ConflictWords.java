package dev.concord.app.conflict;

import dev.concord.app.control.Caption;
import dev.concord.app.control.ValueText;
import dev.concord.catalog.TableId;
import dev.concord.merge.FieldMerge;
import dev.concord.merge.Moved;
import dev.concord.merge.RecordMerge;
import dev.concord.merge.Resolution;
import dev.concord.record.RecordKey;
import dev.concord.record.Snapshot;
import dev.concord.record.Value;
import dev.concord.ui.text.Texts;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the merge says in words. Times are in this computer's zone. */
final class ConflictWords {
    private final Texts texts;
    private final ValueText values;

    ConflictWords(Texts texts) {
        this.texts = texts;
        this.values = new ValueText(texts);
    }

    /** Values as text; made once for all rows, for it knows many formats. */
    ValueText values() {
        return values;
    }

    String title(RecordKey key) {
        return texts.get("conflict.title", record(key));
    }

    String record(RecordKey key) {
        return record(key.table(), key.label());
    }

    private static String record(TableId table, String label) {
        return Caption.of(table.name()) + " " + label;
    }

    /** Who changed it is only known where the database keeps it; when it was opened always is. */
    String since(RecordMerge merge) {
        Optional<Instant> opened = merge.mine().base().map(Snapshot::readAt);
        return opened.map(at -> texts.get("conflict.since", time(at))).orElse("");
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

    String state(FieldState state) {
        return texts.get("conflict.state." + state.word());
    }

    String moved(Moved moved) {
        return texts.get("conflict.moved", time(moved.readAt()));
    }

    String seen(Instant at) {
        return texts.get("conflict.seen", time(at));
    }

    /** A value as read aloud: nothing to see must still be something to hear. */
    String spoken(Value value, FieldMerge field) {
        String shown = values.show(value, field.column());
        return shown.isEmpty() ? texts.get("conflict.empty") : shown;
    }

    String row(Resolution resolution, FieldMerge field) {
        String result = resolution
                .result(field)
                .map(value -> texts.get("conflict.row.result", spoken(value, field)))
                .orElseGet(() -> texts.get("conflict.row.undecided"));
        String state = state(FieldState.of(resolution, field));
        Moved moved = resolution.moved().get(field.name());
        return texts.get(
                "conflict.row",
                name(field),
                moved == null ? state : state + ", " + moved(moved),
                spoken(field.base(), field),
                spoken(field.theirs(), field),
                spoken(field.mine(), field),
                result);
    }

    /** It moved once more while it was being decided. */
    String again(Resolution rebased) {
        Instant readAt = rebased.merge().theirs().readAt();
        return texts.get(
                "conflict.notice.again", time(readAt), rebased.undecided().size());
    }

    String time(Instant at) {
        ZonedDateTime here = at.atZone(ZoneId.systemDefault());
        boolean today = here.toLocalDate().equals(LocalDate.now(ZoneId.systemDefault()));
        DateTimeFormatter format = today
                ? DateTimeFormatter.ofPattern("HH:mm", texts.locale())
                : DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT);
        return format.withLocale(texts.locale()).format(here);
    }
}
