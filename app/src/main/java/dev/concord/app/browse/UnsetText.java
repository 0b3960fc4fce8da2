package dev.concord.app.browse;

import dev.concord.app.control.DefaultText;
import dev.concord.app.pending.FieldLock;
import dev.concord.catalog.Column;
import dev.concord.catalog.Table;
import dev.concord.ui.text.Texts;

/** What the cells of a new record show where nothing was typed: what the database puts there, or that it needs a value. */
final class UnsetText {
    private final Texts texts;
    private final Locks locks;
    private final DefaultText defaults;

    /** Why a column of a new record cannot be changed. */
    interface Locks {
        FieldLock of(Table table, Column column, boolean isNew);
    }

    UnsetText(Texts texts, Locks locks) {
        this.texts = texts;
        this.locks = locks;
        this.defaults = new DefaultText(texts);
    }

    CellText of(Table table, Column column) {
        return switch (locks.of(table, column, true)) {
            case COMPUTED, IDENTITY, VERSION -> CellText.word(texts.get("cell.automatic"), CellText.State.SAVED);
            case NONE, RECORD, RIGHTS, LARGE ->
                column.requiredOnInsert()
                        ? CellText.word(texts.get("cell.required"), CellText.State.REQUIRED)
                        : CellText.word(
                                defaults.of(column)
                                        .map(value -> texts.get("edit.null.default", value))
                                        .orElseGet(() -> texts.get("value.null")),
                                CellText.State.SAVED);
        };
    }
}
