package dev.concord.app.shell;

import dev.concord.app.browse.RowsModel;
import dev.concord.app.browse.TableListModel;
import dev.concord.app.edit.EditModel;
import dev.concord.app.task.Work;
import dev.concord.catalog.Table;
import dev.concord.catalog.TableId;
import dev.concord.catalog.TableSummary;
import dev.concord.merge.Merging;
import dev.concord.record.Draft;
import dev.concord.record.RecordKey;
import dev.concord.record.Row;
import dev.concord.record.Snapshot;
import dev.concord.store.RecordStore;
import dev.concord.ui.text.Texts;
import dev.concord.version.GuardProposal;
import dev.concord.version.Policies;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;

/**
 * One open database: its tables, the rows of one of them, and the record being edited. Whatever the user goes to look
 * at, an edit is put aside and comes back with its record. FX thread only.
 */
public final class WorkspaceModel {
    private final RecordStore store;
    private final Policies policies;
    private final Merging merging;
    private final Work work;
    private final Texts texts;
    private final TableListModel tables;
    private final RowsModel rows;
    private final EditModel edit;
    private final DraftShelf shelf = new DraftShelf();
    private final SavingAll savingAll;
    private final RecordEvents events;
    private final ObservableList<String> unsaved = FXCollections.observableArrayList();
    private final ReadOnlyStringWrapper guard = new ReadOnlyStringWrapper(this, "guard", "");
    private final ReadOnlyObjectWrapper<Notice> notice = new ReadOnlyObjectWrapper<>(this, "notice", Notice.NONE);
    private final ReadOnlyObjectWrapper<Optional<GuardProposal>> proposal =
            new ReadOnlyObjectWrapper<>(this, "proposal", Optional.empty());
    private final ReadOnlyObjectWrapper<Question> question =
            new ReadOnlyObjectWrapper<>(this, "question", new Question.None());
    private int generation;

    WorkspaceModel(RecordStore store, Policies policies, Merging merging, Work work, Texts texts) {
        this.store = store;
        this.policies = policies;
        this.merging = merging;
        this.work = work;
        this.texts = texts;
        this.tables = new TableListModel(store, work, texts);
        this.rows = new RowsModel(store, work, texts);
        this.events = new RecordEvents(this, store, policies, merging, work, texts);
        this.edit = new EditModel(store, policies, merging, work, texts, events);
        this.savingAll = new SavingAll(this);
        tables.selected().subscribe(table -> table.ifPresent(t -> openTable(t.id())));
        rows.selected().subscribe(this::selected);
        edit.dirty().subscribe(this::countUnsaved);
        edit.title().subscribe(this::countUnsaved);
        shelf.edits().addListener((ListChangeListener<KeptEdit>) change -> countUnsaved());
    }

    /** Reads the tables and looks at the one wanted, or at the first. */
    void start(Optional<String> table, Optional<String> key) {
        tables.load(() -> {
            Optional<TableSummary> wanted = table.flatMap(this::named);
            table.filter(name -> wanted.isEmpty())
                    .ifPresent(name -> say(new Notice(texts.get("shell.no-table", name))));
            if (wanted.isPresent() && key.isPresent()) {
                openRecord(wanted.get(), key.get(), record -> {});
            } else {
                wanted.or(() -> tables.all().stream().findFirst()).ifPresent(tables::select);
            }
        });
    }

    private Optional<TableSummary> named(String name) {
        return tables.all().stream()
                .filter(t -> t.id().name().equalsIgnoreCase(name)
                        || t.id().qualifiedName().equalsIgnoreCase(name))
                .findFirst();
    }

    /** Opens a record by its names, and then runs a task with its key; says so where there is no such record. */
    void openRecord(String table, String key, Consumer<RecordKey> then) {
        named(table)
                .ifPresentOrElse(
                        found -> openRecord(found, key, then),
                        () -> say(new Notice(texts.get("shell.no-table", table))));
    }

    private void openRecord(TableSummary summary, String key, Consumer<RecordKey> then) {
        String name = summary.id().name();
        work.read(texts.get("shell.job.record", name), () -> find(summary.id(), key), found -> {
            found.ifPresentOrElse(
                    record -> {
                        show(record);
                        then.accept(record.snapshot().key());
                    },
                    () -> say(new Notice(texts.get("shell.no-record", name, key))));
        });
    }

    private Optional<Found> find(TableId id, String key) {
        return store.catalog().table(id).flatMap(table -> new KeyText(texts)
                .parse(key, table)
                .flatMap(store::find)
                .map(snapshot -> new Found(table, snapshot)));
    }

    private void openTable(TableId id) {
        if (rows.table().get().map(Table::id).filter(id::equals).isPresent()) {
            return;
        }
        int asked = ++generation;
        work.read(texts.get("shell.job.table", id.name()), () -> store.catalog().table(id), found -> {
            if (asked == generation) {
                found.ifPresentOrElse(this::show, () -> say(new Notice(texts.get("shell.no-table", id.name()))));
            }
        });
    }

    private void show(Table table) {
        putAside();
        edit.close(table);
        showRowsOf(table);
    }

    private void selected(Optional<RecordKey> key) {
        if (key.isPresent() && !key.equals(openKey())) {
            open(key.get());
        }
    }

    /** Opens a record: with the edit kept of it, or as the database holds it now. */
    void open(RecordKey key) {
        int asked = ++generation;
        Optional<KeptEdit> kept = shelf.take(key);
        if (kept.isPresent()) {
            show(kept.get());
            return;
        }
        work.read(texts.get("shell.job.record", key.table().name()), () -> find(key), found -> {
            if (asked == generation) {
                found.ifPresentOrElse(this::show, () -> vanished(key));
            }
        });
    }

    private record Found(Table table, Snapshot snapshot) {}

    private Optional<Found> find(RecordKey key) {
        return store.catalog().table(key.table()).flatMap(table -> store.find(key)
                .map(snapshot -> new Found(table, snapshot)));
    }

    private void show(Found found) {
        putAside();
        generation++;
        showRowsOf(found.table());
        RecordKey key = found.snapshot().key();
        Optional<KeptEdit> kept = shelf.take(key);
        kept.ifPresentOrElse(
                k -> edit.open(k.table(), k.draft(), k.unreadable()),
                () -> edit.open(found.table(), Draft.of(found.snapshot())));
        rows.put(found.snapshot());
        rows.select(Optional.of(key));
    }

    private void showRowsOf(Table table) {
        if (!rows.table().get().equals(Optional.of(table))) {
            notice.set(Notice.NONE);
            guard.set(store.guardOf(table.id())
                    .map(found -> new GuardText(texts).of(found, store.readOnly()))
                    .orElse(""));
            boolean settled = table.readOnlyReason().isPresent() || policies.settled(table.id());
            proposal.set(settled ? Optional.empty() : GuardProposal.find(table));
            rows.show(table);
            tables.all().stream()
                    .filter(t -> t.id().equals(table.id()))
                    .findFirst()
                    .ifPresent(tables::select);
        }
    }

    private void vanished(RecordKey key) {
        putAside();
        rows.remove(key);
        edit.close();
        say(new Notice(texts.get("shell.vanished", key.table().name(), key.label())));
    }

    /** Shows a row of a table without a key, which can be looked at only. */
    void look(Row row) {
        rows.table().get().ifPresent(table -> {
            putAside();
            generation++;
            RecordKey key = new RecordKey(table.id(), row);
            edit.open(table, Draft.of(new Snapshot(key, row, Optional.empty(), Instant.now())));
        });
    }

    /** Opens an edit that was put aside, wherever it belongs. */
    void open(KeptEdit kept) {
        shelf.take(kept);
        show(kept);
    }

    private void show(KeptEdit kept) {
        putAside();
        generation++;
        showRowsOf(kept.table());
        edit.open(kept.table(), kept.draft(), kept.unreadable());
        rows.select(kept.key());
    }

    /** Starts a new record of a table. */
    void openNew(Table table) {
        openNew(table, Draft.newRow(table.id()));
    }

    /** Starts a new record of a table with some values filled in. */
    void openNew(Table table, Draft filledIn) {
        putAside();
        generation++;
        rows.select(Optional.empty());
        edit.open(table, filledIn);
    }

    /** Keeps the edit in the form, if there is one, so that something else can be shown. */
    void putAside() {
        Optional<Draft> draft = edit.draft().get();
        if (edit.dirty().get() && draft.isPresent()) {
            rows.table()
                    .get()
                    .ifPresent(table ->
                            shelf.put(new KeptEdit(edit.title().get(), table, draft.get(), edit.unreadable())));
        }
    }

    /** The record in the form; empty when there is none or it is new. */
    Optional<RecordKey> openKey() {
        return edit.draft().get().flatMap(Draft::base).map(Snapshot::key);
    }

    /** Whether a record has edits that are not in the database. */
    public boolean isUnsaved(RecordKey key) {
        return shelf.holds(key)
                || (edit.dirty().get() && openKey().filter(key::equals).isPresent());
    }

    private void countUnsaved() {
        List<String> now = new ArrayList<>();
        if (edit.dirty().get()) {
            now.add(edit.title().get());
        }
        shelf.edits().forEach(kept -> now.add(kept.title()));
        if (!now.equals(unsaved)) {
            unsaved.setAll(now);
        }
    }

    /** Runs a task that would lose unsaved edits, after asking about them by name. */
    void leave(Runnable then) {
        if (unsaved.isEmpty()) {
            then.run();
        } else {
            ask(new Question.Unsaved(unsaved, () -> savingAll.run(then), then));
        }
    }

    /** Saves every unsaved record and tells of each; nothing is written before the way is chosen. For two and more. */
    void saveAll() {
        boolean free = question.get() instanceof Question.None && !edit.busy().get();
        if (free && unsaved.size() > 1) {
            new SavingMany(this, events, merging, work, texts).ask();
        }
    }

    void ask(Question asked) {
        question.set(asked);
    }

    void answered() {
        question.set(new Question.None());
    }

    void say(Notice said) {
        notice.set(said);
    }

    public TableListModel tables() {
        return tables;
    }

    public RowsModel rows() {
        return rows;
    }

    public EditModel edit() {
        return edit;
    }

    DraftShelf shelf() {
        return shelf;
    }

    SavingAll savingAll() {
        return savingAll;
    }

    RecordStore store() {
        return store;
    }

    Policies policies() {
        return policies;
    }

    Merging merging() {
        return merging;
    }

    /** The records with edits that are not in the database, named for people. */
    public ObservableList<String> unsaved() {
        return unsaved;
    }

    /** How the table's writes are checked, or why there are none. */
    public ReadOnlyStringProperty guard() {
        return guard.getReadOnlyProperty();
    }

    /** A version column found in the table shown, which nobody has confirmed yet. */
    ReadOnlyObjectProperty<Optional<GuardProposal>> proposal() {
        return proposal.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Notice> notice() {
        return notice.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Question> question() {
        return question.getReadOnlyProperty();
    }
}
