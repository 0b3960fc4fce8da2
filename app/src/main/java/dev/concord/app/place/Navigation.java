package dev.concord.app.place;

import dev.concord.app.browse.TableListModel;
import dev.concord.app.question.Notice;
import dev.concord.app.question.Prompt;
import dev.concord.catalog.Table;
import dev.concord.catalog.TableId;
import dev.concord.catalog.TableSummary;
import dev.concord.outcome.ReadOutcome;
import dev.concord.query.Page;
import dev.concord.record.RecordKey;
import dev.concord.ui.text.Texts;
import java.util.Optional;
import java.util.function.Consumer;

/** Opens a table or a record by its typed name or key, or reports that there is none. FX thread only. */
public final class Navigation {
    private final TableListModel tables;
    private final RecordLookup lookup;
    private final Destination destination;
    private final Prompt prompt;
    private final Texts texts;

    /** Where tables and records are shown. */
    interface Destination {
        /** Shows a table with its first rows. */
        void show(Table table, Page firstRows);

        /** Shows a record that was looked up, among the rows of its table. */
        void show(RecordLookup.Found found);

        /**
         * Reports that something cannot be read.
         *
         * @param again reads it again; run when the connection is back
         */
        void unread(ReadOutcome.Unreadable<?> why, Runnable again);
    }

    Navigation(TableListModel tables, RecordLookup lookup, Destination destination, Prompt prompt, Texts texts) {
        this.tables = tables;
        this.lookup = lookup;
        this.destination = destination;
        this.prompt = prompt;
        this.texts = texts;
    }

    /** Shows the requested table, or the first one, and opens the requested record. */
    public void start(InitialContents look, Optional<String> table, Optional<String> key) {
        tables.show(look.tables());
        Optional<TableSummary> wanted = table.flatMap(this::named);
        table.filter(name -> wanted.isEmpty()).ifPresent(this::noTable);
        look.rows().ifPresent(rows -> destination.show(rows.table(), rows.page()));
        if (wanted.isPresent() && key.isPresent()) {
            open(wanted.get().id(), key.get(), record -> {});
        } else {
            wanted.or(() -> tables.all().stream().findFirst()).ifPresent(tables::select);
        }
    }

    /** Opens a record, and then runs a task with its key. */
    public void open(String table, String key, Consumer<RecordKey> then) {
        named(table).ifPresentOrElse(found -> open(found.id(), key, then), () -> noTable(table));
    }

    /**
     * Opens a record by its key as typed, or says that there is none.
     *
     * @param then run with the key of the record that was found
     */
    public void open(TableId table, String key, Consumer<RecordKey> then) {
        lookup.record(table, key, outcome -> {
            switch (outcome) {
                case ReadOutcome.Read<Optional<RecordLookup.Found>>(var found) ->
                    found.ifPresentOrElse(
                            record -> {
                                destination.show(record);
                                then.accept(record.snapshot().key());
                            },
                            () -> prompt.say(new Notice(texts.get("shell.no-record", table.name(), key))));
                case ReadOutcome.Unreadable<Optional<RecordLookup.Found>> why ->
                    destination.unread(why, () -> open(table, key, then));
            }
        });
    }

    private Optional<TableSummary> named(String name) {
        return InitialContents.named(tables.all(), name);
    }

    private void noTable(String name) {
        prompt.say(new Notice(texts.get("shell.no-table", name)));
    }
}
