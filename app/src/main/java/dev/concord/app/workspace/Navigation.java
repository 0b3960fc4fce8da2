package dev.concord.app.workspace;

import dev.concord.catalog.TableSummary;
import dev.concord.record.RecordKey;
import dev.concord.ui.text.Texts;
import java.util.Optional;
import java.util.function.Consumer;

/** Goes to a table or a record by the names people give them, and says so where there is none. FX thread only. */
public final class Navigation {
    private final WorkspaceModel workspace;
    private final RecordLookup lookup;
    private final Texts texts;

    Navigation(WorkspaceModel workspace, RecordLookup lookup, Texts texts) {
        this.workspace = workspace;
        this.lookup = lookup;
        this.texts = texts;
    }

    /** Looks at the table wanted, or at the first, and opens the record wanted. */
    public void start(InitialContents look, Optional<String> table, Optional<String> key) {
        workspace.tables().show(look.tables());
        Optional<TableSummary> wanted = table.flatMap(this::named);
        table.filter(name -> wanted.isEmpty()).ifPresent(this::noTable);
        look.rows().ifPresent(rows -> workspace.show(rows.table(), rows.page()));
        if (wanted.isPresent() && key.isPresent()) {
            open(wanted.get(), key.get(), record -> {});
        } else {
            wanted.or(() -> workspace.tables().all().stream().findFirst()).ifPresent(workspace.tables()::select);
        }
    }

    /** Opens a record, and then runs a task with its key. */
    public void open(String table, String key, Consumer<RecordKey> then) {
        named(table).ifPresentOrElse(found -> open(found, key, then), () -> noTable(table));
    }

    private void open(TableSummary table, String key, Consumer<RecordKey> then) {
        lookup.record(
                table.id(),
                key,
                found -> found.ifPresentOrElse(
                        record -> {
                            workspace.show(record);
                            then.accept(record.snapshot().key());
                        },
                        () -> workspace.say(new Notice(
                                texts.get("shell.no-record", table.id().name(), key)))));
    }

    private Optional<TableSummary> named(String name) {
        return InitialContents.named(workspace.tables().all(), name);
    }

    private void noTable(String name) {
        workspace.say(new Notice(texts.get("shell.no-table", name)));
    }
}
