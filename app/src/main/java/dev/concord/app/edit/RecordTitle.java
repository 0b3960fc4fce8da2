package dev.concord.app.edit;

import dev.concord.app.control.Caption;
import dev.concord.catalog.Table;
import dev.concord.record.Draft;
import dev.concord.record.RecordName;
import dev.concord.record.Snapshot;
import dev.concord.ui.text.Texts;

/** The title of a record to display: its table, its key, and its name. */
public final class RecordTitle {
    private RecordTitle() {}

    /** Returns the title; a new record is named by its table only. */
    public static String of(Table table, Draft draft, Texts texts) {
        String name = Caption.of(table.id().name());
        if (draft.base().isEmpty()) {
            return texts.get("edit.title.new", name);
        }
        Snapshot base = draft.base().get();
        String key = base.key().label();
        return RecordName.of(table, base.row())
                .map(words -> texts.get("edit.title.named", name, key, words))
                .orElseGet(() -> texts.get("edit.title", name, key).strip());
    }
}
