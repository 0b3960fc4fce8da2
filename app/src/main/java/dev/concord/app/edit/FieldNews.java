package dev.concord.app.edit;

import dev.concord.app.control.ValueText;
import dev.concord.app.edit.FormMessage.Tone;
import dev.concord.merge.FieldMerge;
import dev.concord.merge.LastWriter;
import dev.concord.merge.RecordMerge;
import dev.concord.record.Row;
import dev.concord.record.Snapshot;
import dev.concord.ui.text.Texts;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.function.Predicate;

/** The sentences about a record that changes in the database while it is edited here. */
final class FieldNews {
    private static final int MOST = 60;

    private final Predicate<RecordMerge> ownWork;
    private final Texts texts;
    private final ValueText values;

    FieldNews(Predicate<RecordMerge> ownWork, Texts texts) {
        this.ownWork = ownWork;
        this.texts = texts;
        this.values = new ValueText(texts);
    }

    /** The field shows what the database holds now. */
    String refreshed(RecordMerge merge) {
        return texts.get(
                "edit.news.refreshed", writer(merge), time(merge.theirs().readAt()));
    }

    /** The field keeps the edit, and the database holds something else. */
    String kept(FieldMerge field, RecordMerge merge) {
        String value = values.show(field.theirs(), field.column()).replaceAll("\\s+", " ");
        String shown = value.length() > MOST ? value.substring(0, MOST) + "…" : value;
        String seen = time(merge.theirs().readAt());
        return texts.get(
                "edit.news.kept",
                writer(merge),
                shown.isEmpty()
                        ? texts.get("edit.news.holds-nothing", seen)
                        : texts.get("edit.news.holds", shown, seen));
    }

    private String writer(RecordMerge merge) {
        if (ownWork.test(merge)) {
            return texts.get("edit.news.by-you");
        }
        Optional<LastWriter> last = LastWriter.of(
                merge.table(),
                merge.mine().base().map(Snapshot::row).orElse(Row.EMPTY),
                merge.theirs().row());
        Optional<String> at = last.flatMap(LastWriter::at).map(this::time);
        return last.flatMap(LastWriter::who)
                .map(who -> at.map(time -> texts.get("edit.news.by-at", who, time))
                        .orElseGet(() -> texts.get("edit.news.by", who)))
                .orElseGet(() -> at.map(time -> texts.get("edit.news.at", time))
                        .orElseGet(() -> texts.get("edit.news.by-nobody")));
    }

    /** The record is no longer there. */
    FormMessage gone() {
        return new FormMessage(Tone.WARNING, texts.get("edit.news.gone"), "");
    }

    private String time(Instant at) {
        return DateTimeFormatter.ofPattern("HH:mm:ss", texts.locale()).format(at.atZone(ZoneId.systemDefault()));
    }
}
