package dev.concord.app.edit;

import dev.concord.app.control.ValueText;
import dev.concord.app.edit.FormMessage.Tone;
import dev.concord.merge.FieldMerge;
import dev.concord.record.Snapshot;
import dev.concord.ui.text.Texts;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** What is said, calmly, of a record that changes in the database while it is edited here. */
final class FieldNews {
    private static final int MOST = 60;

    private final Texts texts;
    private final ValueText values;

    FieldNews(Texts texts) {
        this.texts = texts;
        this.values = new ValueText(texts);
    }

    /** The field shows what the database holds now. */
    String refreshed(Snapshot theirs) {
        return texts.get("edit.news.refreshed", time(theirs.readAt()));
    }

    /** The field keeps the edit, and the database holds something else. */
    String kept(FieldMerge field, Snapshot theirs) {
        String value = values.show(field.theirs(), field.column()).replaceAll("\\s+", " ");
        String shown = value.length() > MOST ? value.substring(0, MOST) + "…" : value;
        return shown.isEmpty()
                ? texts.get("edit.news.kept-empty", time(theirs.readAt()))
                : texts.get("edit.news.kept", shown, time(theirs.readAt()));
    }

    /** The record is no longer there. */
    FormMessage gone() {
        return new FormMessage(Tone.WARNING, texts.get("edit.news.gone"), "");
    }

    private String time(Instant at) {
        return DateTimeFormatter.ofPattern("HH:mm:ss", texts.locale()).format(at.atZone(ZoneId.systemDefault()));
    }
}
