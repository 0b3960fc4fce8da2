package dev.concord.app.workspace;

import dev.concord.app.browse.RowsModel;
import dev.concord.app.browse.TableListModel;
import dev.concord.app.edit.EditModel;
import dev.concord.app.journal.MergedWrites;
import dev.concord.app.pending.DraftShelf;
import dev.concord.app.pending.KeptEdit;
import dev.concord.app.task.Work;
import dev.concord.catalog.Table;
import dev.concord.catalog.TableId;
import dev.concord.merge.Merging;
import dev.concord.query.Page;
import dev.concord.record.Draft;
import dev.concord.record.RecordKey;
import dev.concord.record.Row;
import dev.concord.record.Snapshot;
import dev.concord.store.RecordStore;
import dev.concord.ui.text.Texts;
import dev.concord.version.GuardProposal;
import dev.concord.version.Policies;
import java.time.Instant;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.collections.ObservableList;

/**
 * One open database: its tables, the rows of one of them, and the record being edited. Whatever the user goes to look
 * at, an edit is put aside and comes back with its record. FX thread only.
 */
public final class WorkspaceModel {
    private final OpenStore open;
    private final Work work;
    private final Texts texts;
    private final TableListModel tables;
    private final RowsModel rows;
    private final EditModel edit;
    private final UnsavedEdits unsaved;
    private final RecordLookup lookup;
    private final Navigation byName;
    private final SaveAllInForm savingAll;
    private final RecordEvents events;
    private final GuardStatus guarding;
    private final ReadOnlyObjectWrapper<Notice> notice = new ReadOnlyObjectWrapper<>(this, "notice", Notice.NONE);
    private final ReadOnlyObjectWrapper<Question> question =
            new ReadOnlyObjectWrapper<>(this, "question", new Question.None());
    private int generation;

    public WorkspaceModel(OpenStore open, Work work, Texts texts) {
        this.open = open;
        this.work = work;
        this.texts = texts;
        OwnWrites own = new OwnWrites(open.user());
        this.guarding = new GuardStatus(open, texts);
        this.lookup = new RecordLookup(open.store(), work, texts);
        this.byName = new Navigation(this, lookup, texts);
        this.tables = new TableListModel();
        this.rows = new RowsModel(open.store(), work, texts);
        this.events = new RecordEvents(this, open, own, work, texts);
        this.edit = new EditModel(open.writes(), open.policies(), open.merging(), own::made, work, texts, events);
        this.unsaved = new UnsavedEdits(edit);
        this.savingAll = new SaveAllInForm(this);
        tables.selected().subscribe(table -> table.ifPresent(t -> openTable(t.id())));
        rows.selected().subscribe(this::selected);
    }

    private void openTable(TableId id) {
        if (rows.table().get().map(Table::id).filter(id::equals).isPresent()) {
            return;
        }
        int asked = ++generation;
        lookup.table(id, found -> {
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

    /** Shows a table whose first rows have been read. */
    public void show(Table table, Page page) {
        putAside();
        edit.close(table);
        begin(table);
        rows.show(table, page);
        mark(table);
    }

    private void selected(Optional<RecordKey> key) {
        if (key.isPresent() && !key.equals(openKey())) {
            open(key.get());
        }
    }

    /** Opens a record: with the edit kept of it, or as the database holds it now. */
    public void open(RecordKey key) {
        int asked = ++generation;
        Optional<KeptEdit> kept = shelf().take(key);
        if (kept.isPresent()) {
            show(kept.get());
            return;
        }
        lookup.record(key, found -> {
            if (asked == generation) {
                found.ifPresentOrElse(this::show, () -> vanished(key));
            }
        });
    }

    public void show(RecordLookup.Found found) {
        putAside();
        generation++;
        showRowsOf(found.table());
        RecordKey key = found.snapshot().key();
        Optional<KeptEdit> kept = shelf().take(key);
        kept.ifPresentOrElse(
                k -> edit.open(k.table(), k.draft(), k.unreadable()),
                () -> edit.open(found.table(), Draft.of(found.snapshot())));
        rows.put(found.snapshot());
        rows.select(Optional.of(key));
    }

    private void showRowsOf(Table table) {
        if (!rows.table().get().equals(Optional.of(table))) {
            begin(table);
            rows.show(table);
            mark(table);
        }
    }

    private void begin(Table table) {
        notice.set(Notice.NONE);
        guarding.show(table);
    }

    private void mark(Table table) {
        tables.all().stream().filter(t -> t.id().equals(table.id())).findFirst().ifPresent(tables::select);
    }

    private void vanished(RecordKey key) {
        putAside();
        rows.remove(key);
        edit.close();
        say(new Notice(texts.get("shell.vanished", key.table().name(), key.label())));
    }

    /** Shows a row of a table without a key, which can be looked at only. */
    public void look(Row row) {
        rows.table().get().ifPresent(table -> {
            putAside();
            generation++;
            RecordKey key = new RecordKey(table.id(), row);
            edit.open(table, Draft.of(new Snapshot(key, row, Optional.empty(), Instant.now())));
        });
    }

    /** Opens an edit that was put aside, wherever it belongs. */
    public void open(KeptEdit kept) {
        shelf().take(kept);
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
    public void openNew(Table table) {
        openNew(table, Draft.newRow(table.id()));
    }

    /** Starts a new record of a table with some values filled in. */
    public void openNew(Table table, Draft filledIn) {
        putAside();
        generation++;
        rows.select(Optional.empty());
        edit.open(table, filledIn);
    }

    /** Keeps the edit in the form, if there is one, so that something else can be shown. */
    public void putAside() {
        rows.table().get().ifPresent(unsaved::putAside);
    }

    /** The record in the form; empty when there is none or it is new. */
    public Optional<RecordKey> openKey() {
        return unsaved.inForm();
    }

    /** Whether a record has edits that are not in the database. */
    public boolean isUnsaved(RecordKey key) {
        return unsaved.holds(key);
    }

    /** Runs a task that would lose unsaved edits, after asking about them by name; or the other one, if it may not. */
    public void leave(Runnable then, Runnable stay) {
        if (unsaved().isEmpty()) {
            then.run();
        } else {
            ask(new Question.Unsaved(unsaved(), () -> savingAll.run(then, stay), then, stay));
        }
    }

    /** Whether nothing is being asked or saved. */
    public boolean isFree() {
        return question.get() instanceof Question.None && !edit.busy().get();
    }

    /** Saves every unsaved record and tells of each; nothing is written before the way is chosen. For two and more. */
    public void saveAll() {
        if (isFree() && unsaved().size() > 1) {
            new BulkSaveStart(this, events, open.merging(), work, texts).ask();
        }
    }

    public void ask(Question asked) {
        question.set(asked);
    }

    public void answered() {
        question.set(new Question.None());
    }

    public void say(Notice said) {
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

    public Navigation byName() {
        return byName;
    }

    public DraftShelf shelf() {
        return unsaved.shelf();
    }

    SaveAllInForm savingAll() {
        return savingAll;
    }

    public RecordStore store() {
        return open.store();
    }

    MergedWrites writes() {
        return open.writes();
    }

    public Policies policies() {
        return open.policies();
    }

    public Merging merging() {
        return open.merging();
    }

    /** The records with edits that are not in the database, named for people. */
    public ObservableList<String> unsaved() {
        return unsaved.titles();
    }

    /** How the table's writes are checked, or why there are none. */
    public ReadOnlyStringProperty guard() {
        return guarding.sentence();
    }

    /** A version column found in the table shown, which nobody has confirmed yet. */
    public ReadOnlyObjectProperty<Optional<GuardProposal>> proposal() {
        return guarding.proposal();
    }

    public ReadOnlyObjectProperty<Notice> notice() {
        return notice.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Question> question() {
        return question.getReadOnlyProperty();
    }
}
