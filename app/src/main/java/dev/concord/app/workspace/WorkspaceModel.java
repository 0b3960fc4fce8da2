package dev.concord.app.workspace;

import dev.concord.app.browse.NewRows;
import dev.concord.app.browse.RowNumbers;
import dev.concord.app.browse.RowsModel;
import dev.concord.app.browse.TableListModel;
import dev.concord.app.cells.CellCopy;
import dev.concord.app.control.ReadText;
import dev.concord.app.edit.EditModel;
import dev.concord.app.edit.EditedDatabase;
import dev.concord.app.edit.FormMessage;
import dev.concord.app.edit.FormMessage.Tone;
import dev.concord.app.edit.RecordTitle;
import dev.concord.app.inplace.CellEditModel;
import dev.concord.app.paste.PasteCommands;
import dev.concord.app.pending.DraftStorage;
import dev.concord.app.pending.EditStorage;
import dev.concord.app.pending.PendingEdit;
import dev.concord.app.pending.PendingEdits;
import dev.concord.app.recovery.KeptWork;
import dev.concord.app.recovery.RecoveryModel;
import dev.concord.app.saved.SavedSteps;
import dev.concord.app.task.Job;
import dev.concord.app.task.Work;
import dev.concord.catalog.Table;
import dev.concord.catalog.TableId;
import dev.concord.outcome.ReadOutcome;
import dev.concord.query.Page;
import dev.concord.record.Draft;
import dev.concord.record.RecordKey;
import dev.concord.record.Row;
import dev.concord.record.Snapshot;
import dev.concord.ui.text.Texts;
import dev.concord.version.GuardProposal;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.ObservableList;

/**
 * One open database: its tables, the rows of one of them, and one record. When the user opens another record, edits
 * stay pending and are shown again with their record. The constructor opens the workspace; it has to be closed. FX
 * thread only.
 */
public final class WorkspaceModel implements RecordPane, Navigation.Destination, Prompt, AutoCloseable {
    private final WorkspaceOwner owner;
    private final VersionDecision versions;
    private final Work work;
    private final Texts texts;
    private final Optional<DraftStorage> storage;
    private final PendingEdits pending;
    private final Optional<RecoveryModel> recovery;
    private final UnsavedTitles titles;
    private final TableListModel tables;
    private final RowsModel rows;
    private final NewRows newRows;
    private final RowNumbers numbers;
    private final ManyCells manyCells;
    private final CellCopy copying;
    private final EditModel edit;
    private final CellEditModel cellEdits;
    private final RecordLookup lookup;
    private final Navigation navigation;
    private final RunningWrites writes;
    private final Leaving leaving;
    private final WorkspaceServices services;
    private final PendingSave saving;
    private final RowDeletion deleting;
    private final TakeBack takeBack;
    private final ChangesPage changes;
    private final GuardStatus guarding;
    private final ReadOnlyObjectWrapper<Notice> notice = new ReadOnlyObjectWrapper<>(this, "notice", Notice.NONE);
    private final QuestionQueue.Source questions;
    private final ObjectBinding<Question> question;
    private final ConnectionState connection;
    private int generation;
    /** Reads what could not be read, and is shown nowhere; empty when everything asked for is shown. */
    private Optional<Runnable> unread = Optional.empty();

    /**
     * Opens a workspace without a table or a record in it.
     *
     * @param owner decides what becomes of the database and keeps its rules
     * @param questions the window's; the workspace asks there
     * @param work the workspace's own; closing abandons its reads
     */
    public WorkspaceModel(OpenStore open, WorkspaceOwner owner, QuestionQueue questions, Work work, Texts texts) {
        this.questions = questions.source();
        // Bindings observe weakly: the queue lives as long as its window, the workspace does not.
        this.question = Bindings.createObjectBinding(
                () -> questions.shown().get().map(QuestionQueue.Asked::question).orElseGet(Question.None::new),
                questions.shown());
        this.owner = owner;
        this.work = work;
        this.texts = texts;
        OwnWrites own = new OwnWrites(open.user());
        this.storage = open.drafts()
                .map(drafts -> new DraftStorage(
                        drafts.begin(), edit -> RecordTitle.of(edit.table(), edit.draft(), texts), work, texts));
        this.pending = new PendingEdits(storage.<EditStorage>map(kept -> kept).orElse(EditStorage.NONE));
        this.recovery = open.drafts()
                .map(drafts -> new RecoveryModel(
                        new KeptWork(drafts, open.store(), open::policies, open::merging),
                        storage.orElseThrow(),
                        pending,
                        work,
                        texts,
                        this::resumed));
        this.services = new WorkspaceServices(open, own, work, texts);
        this.versions = new VersionDecision(services, owner, this);
        this.guarding = new GuardStatus(open, texts);
        this.lookup = new RecordLookup(open.store(), work, texts);
        this.titles = new UnsavedTitles(pending, texts);
        this.tables = new TableListModel();
        this.navigation = new Navigation(tables, lookup, this, this, texts);
        this.rows =
                new RowsModel(open.store(), work, texts, owner.layouts(), new LayoutQuestions(this, this::rows, texts));
        this.newRows = new NewRows(rows, pending, open.store().readOnly());
        this.numbers = new RowNumbers(open.store(), work, rows, texts);
        this.manyCells = new ManyCells(services, rows, newRows, pending, this);
        this.copying = new CellCopy(
                rows.cells(),
                rows.scope()::get,
                rows::from,
                pending,
                open.store(),
                work,
                texts,
                sentence -> say(new Notice(sentence)));
        this.changes = new ChangesPage(services, pending, this, this, this::save);
        this.deleting = new RowDeletion(services, rows, pending, this);
        SavedSteps steps = new SavedSteps(InstantSource.system());
        WrittenRecords written = new WrittenRecords(
                services, rows, pending, this, this, steps, step -> takeBack().offer(step));
        this.edit = new EditModel(
                new EditedDatabase(open.writes(), open::merging, own::made),
                work,
                texts,
                new RecordEvents(services, written, this, this, versions));
        this.cellEdits =
                new CellEditModel(new CellRecords(services, pending, rows, newRows, lookup, edit::shown), texts);
        this.writes = new RunningWrites(work);
        this.saving = new PendingSave(services, owner, pending, edit, written, versions, this, this, this::isFree);
        this.takeBack = new TakeBack(steps, pending, saving, this, texts, this::isFree);
        this.connection = new ConnectionState(open.store(), work, InstantSource.system(), this::reconnected);
        SaveAllInForm savingAll = new SaveAllInForm(edit, pending, this::open, this::isAsking);
        this.leaving = new Leaving(writes, pending, titles.all(), storage, savingAll, this);
        recovery.ifPresent(RecoveryModel::look);
        tables.selected().subscribe(table -> table.ifPresent(t -> openTable(t.id())));
        rows.selected().subscribe(this::selected);
    }

    /** Shows the first of the edits that are continued, but that of the record in the form if it is among them. */
    private void resumed(List<PendingEdit> edits) {
        open(edits.stream()
                .filter(edit -> edit.key().isPresent() && edit.key().equals(openKey()))
                .findFirst()
                .orElseGet(edits::getFirst));
        if (edits.stream().anyMatch(PendingEdit::queued)) {
            say(new Notice(
                    texts.get("shell.resumed"), List.of(new Notice.Offer(texts.get("shell.save-all"), this::saveAll))));
        }
    }

    /**
     * Reads the list of tables, and then shows a table and opens a record.
     *
     * @param table the table to show first; the first one when empty
     * @param key the record to open, as text
     */
    public void start(Optional<String> table, Optional<String> key) {
        int asked = turn();
        Job job = work.read(
                texts.get("browse.job.tables"),
                () -> InitialContents.outcomeAt(services.open().store(), table),
                outcome -> {
                    if (asked == generation) {
                        switch (outcome) {
                            case ReadOutcome.Read<InitialContents>(InitialContents look) ->
                                navigation.start(look, table, key);
                            case ReadOutcome.Unreadable<InitialContents> why -> {
                                rows.showUnreadable(why);
                                unread = Optional.of(() -> start(table, key));
                            }
                        }
                    }
                });
        rows.await(job);
    }

    /** Turns to something else: what was asked for before is no longer waited for. */
    private int turn() {
        unread = Optional.empty();
        return ++generation;
    }

    private void openTable(TableId id) {
        if (rows.table().get().map(Table::id).filter(id::equals).isPresent()) {
            return;
        }
        int asked = turn();
        showNothing();
        Job job = lookup.table(id, outcome -> {
            if (asked == generation) {
                switch (outcome) {
                    case ReadOutcome.Read<Optional<Table>>(Optional<Table> found) ->
                        found.ifPresentOrElse(
                                this::show, () -> say(new Notice(texts.get("shell.no-table", id.name()))));
                    case ReadOutcome.Unreadable<Optional<Table>> why -> rows.showUnreadable(why);
                }
            }
        });
        rows.await(job);
    }

    /** No rows of the last table stand under the name of another one that is still to be read, or cannot be. */
    private void showNothing() {
        edit.close();
        notice.set(Notice.NONE);
        guarding.clear();
        rows.showNothing();
    }

    /** Reads the rows shown again; a table that could not be read is tried again. */
    public void refreshRows() {
        if (rows.table().get().isEmpty()) {
            tables.selected().get().ifPresent(table -> openTable(table.id()));
        } else {
            numbers.refresh();
            rows.refresh();
        }
    }

    /** The connection is back: what is shown is read again, and what could not be read is. */
    private void reconnected() {
        Optional<Runnable> missing = unread;
        // What is missing where no table is shown brings its table with it.
        if (missing.isEmpty() || rows.table().get().isPresent()) {
            refreshRows();
        }
        missing.ifPresentOrElse(Runnable::run, edit::reconnected);
        recovery.ifPresent(RecoveryModel::reconnected);
    }

    private void show(Table table) {
        edit.close(table);
        showRowsOf(table);
    }

    /** Shows a table whose first rows have been read. */
    @Override
    public void show(Table table, Page page) {
        edit.close(table);
        begin(table);
        rows.show(table, page);
        mark(table);
    }

    private void selected(Optional<RecordKey> key) {
        if (key.isPresent() && !key.equals(edit.shown().map(PendingEdit::row))) {
            open(key.get());
        }
    }

    /** Opens a record: with what was changed of it, or as the database holds it now. */
    public void open(RecordKey key) {
        int asked = turn();
        Optional<PendingEdit> unsaved =
                newRows.edit(key).or(() -> pending.find(key).filter(PendingEdit::dirty));
        if (unsaved.isPresent()) {
            open(unsaved.get());
            return;
        }
        Job job = lookup.record(key, outcome -> {
            if (asked == generation) {
                switch (outcome) {
                    case ReadOutcome.Read<Optional<RecordLookup.Found>>(var found) ->
                        found.ifPresentOrElse(this::show, () -> vanished(key));
                    case ReadOutcome.Unreadable<Optional<RecordLookup.Found>> why -> unreadable(key, why);
                }
            }
        });
        job.slow().subscribe(slow -> {
            if (slow && asked == generation && job.state().get() == Job.State.RUNNING) {
                showNoOther(key, "edit.reading");
            }
        });
        job.state().subscribe(state -> {
            if (asked == generation && (state == Job.State.FAILED || state == Job.State.ABANDONED)) {
                showNoOther(key, "edit.unread");
            }
        });
    }

    /** Reads the record of the selected row again, unless it has edits: they are shown already. */
    void openAgain(RecordKey key) {
        if (!edit.dirty().get() || !Optional.of(key).equals(openKey())) {
            open(key);
        }
    }

    /** The form shows no other record than the one whose row is selected, also while that one is not there yet. */
    private void showNoOther(RecordKey key, String why) {
        if (!Optional.of(key).equals(openKey())) {
            String sentence = texts.get(why, key.table().name(), key.label());
            edit.close(rows.table().get(), new FormMessage(Tone.INFO, sentence, ""));
        }
    }

    /** Shows a record that was looked up: with what was changed of it, or as it was found. */
    @Override
    public void show(RecordLookup.Found found) {
        turn();
        showRowsOf(found.table());
        edit.open(pending.open(found.table(), found.snapshot()));
        rows.reveal(found.snapshot());
        rows.select(Optional.of(found.snapshot().key()));
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

    /** A record that is shown already stays when its connection is lost; nothing else is shown in place of one that is not. */
    private void unreadable(RecordKey key, ReadOutcome.Unreadable<?> why) {
        boolean shown = Optional.of(key).equals(openKey());
        if (!shown || why.why() != ReadOutcome.Reason.CONNECTION_LOST) {
            edit.close(rows.table().get(), new FormMessage(Tone.WARNING, new ReadText(texts).of(why), ""));
            unread = Optional.of(() -> open(key));
        }
    }

    /** Something asked for by name could not be read. */
    @Override
    public void unread(ReadOutcome.Unreadable<?> why, Runnable again) {
        say(new Notice(new ReadText(texts).of(why)));
        unread = Optional.of(again);
    }

    /**
     * Shows the open record again after the user has changed how its table is guarded or merged. Edits stay as they are.
     */
    public void rulesChanged() {
        rows.table().get().ifPresent(guarding::show);
        edit.shown().ifPresent(edit::open);
    }

    private void vanished(RecordKey key) {
        if (rows.selected().get().equals(Optional.of(key))) {
            rows.select(Optional.empty());
        }
        rows.remove(key);
        edit.close();
        say(new Notice(texts.get("shell.vanished", key.table().name(), key.label())));
    }

    /** Shows a row of a table without a key, which is read-only. */
    public void look(Row row) {
        rows.table().get().ifPresent(table -> {
            turn();
            RecordKey key = new RecordKey(table.id(), row);
            edit.open(pending.open(table, new Snapshot(key, row, Optional.empty(), Instant.now())));
        });
    }

    @Override
    public void open(PendingEdit wanted) {
        turn();
        showRowsOf(wanted.table());
        edit.open(wanted);
        rows.select(Optional.of(wanted.row()));
    }

    /** Begins a new record of a table. */
    public void openNew(Table table) {
        openNew(table, Draft.newRow(table.id()));
    }

    @Override
    public void openNew(Table table, Draft filledIn) {
        open(pending.begin(table, filledIn));
    }

    @Override
    public boolean shows(PendingEdit wanted) {
        return edit.shown().filter(wanted::equals).isPresent();
    }

    @Override
    public void closed(PendingEdit deleted) {
        edit.closed(deleted);
    }

    /** The record in the form; empty when there is none or it is new. */
    public Optional<RecordKey> openKey() {
        return edit.shown().flatMap(PendingEdit::key);
    }

    /**
     * Stops watching the record shown, abandons what is being read and drops the questions that are not answered. Writes
     * under way are finished; after the last of them the database is released.
     */
    @Override
    public void close() {
        connection.close();
        edit.close();
        rows.layouts().close();
        questions.close();
        work.abandonReads();
        storage.ifPresent(DraftStorage::retire);
        writes.afterwards(
                () -> storage.ifPresentOrElse(
                        kept -> kept.close(() -> writes.afterwards(owner::released, () -> {})), owner::released),
                () -> {});
    }

    /** Whether a record has edits that are not in the database. */
    public boolean isUnsaved(RecordKey key) {
        return pending.isUnsaved(key);
    }

    /**
     * Runs a task that closes the database, as soon as no write is under way and the user agrees to lose what is not saved.
     *
     * @param stay run instead when the user stays, when the end of a write has raised a question, or when another task is to
     *     close the database
     */
    public void leave(Runnable then, Runnable stay) {
        leaving.leave(then, stay);
    }

    @Override
    public boolean isAsking() {
        return !(question.get() instanceof Question.None);
    }

    /** Whether nothing is being asked or written, and the form is not reading. */
    public boolean isFree() {
        return questions.isEmpty() && !edit.busy().get() && !writes.any();
    }

    /** Asks how every unsaved record is to be saved, saves them, and reports those that need a person. */
    public void saveAll() {
        saving.saveAsking();
    }

    /** Saves all that is pending: the record in the form alone, or many in the way that was chosen once. */
    public void save() {
        saving.save();
    }

    /** Shows all that is not saved, change by change. */
    public void showChanges() {
        changes.show();
    }

    /** Marks the records of the selected rows to be deleted at the next save. */
    public void deleteSelected() {
        deleting.mark();
    }

    /** Goes to the row in which a new record is begun. */
    public void newRow() {
        newRows.go();
    }

    /** Begins a new record with the values of the one in the form. */
    public void duplicate() {
        edit.shown()
                .filter(shown -> shown.table().readOnlyReason().isEmpty())
                .ifPresent(shown -> openNew(
                        shown.table(),
                        RecordCopy.of(
                                shown.table(),
                                shown.draft().row(),
                                services.open()
                                        .policies()
                                        .of(shown.table().id())
                                        .versionColumns())));
    }

    @Override
    public QuestionQueue.Asked ask(Question asked) {
        return questions.ask(asked);
    }

    @Override
    public QuestionQueue.Asked ask(Function<QuestionQueue.Asked, Question> asked) {
        return questions.ask(asked);
    }

    @Override
    public void say(Notice said) {
        notice.set(said);
    }

    @Override
    public void unsay(Notice said) {
        if (notice.get().equals(said)) {
            notice.set(Notice.NONE);
        }
    }

    public TableListModel tables() {
        return tables;
    }

    public RowsModel rows() {
        return rows;
    }

    /** How many rows the table shown has. */
    public RowNumbers numbers() {
        return numbers;
    }

    public EditModel edit() {
        return edit;
    }

    /** Copies what is selected. */
    public CellCopy copying() {
        return copying;
    }

    /** Changes many cells at once. */
    public PasteCommands manyCells() {
        return manyCells;
    }

    /** Editing values in the cells of the grid. */
    public CellEditModel cellEdits() {
        return cellEdits;
    }

    /** Takes the last step back, whichever records it changed, and shows one of them. */
    public void undo() {
        showOneOf(pending.undo());
    }

    /** Does the step taken back again, and shows one of the records it changed. */
    public void redo() {
        showOneOf(pending.redo());
    }

    private TakeBack takeBack() {
        return takeBack;
    }

    /** Takes back what was saved last, as a save of its own. */
    public void takeBackLast() {
        takeBack.last();
    }

    private void showOneOf(List<PendingEdit> edits) {
        if (edits.stream().noneMatch(this::shows)) {
            edits.stream().findFirst().ifPresent(this::open);
        }
    }

    /** Opens tables and records by name. */
    public Navigation navigation() {
        return navigation;
    }

    /** Whether the database can be reached. */
    public ConnectionState connection() {
        return connection;
    }

    /** The edits that are not in the database. */
    public PendingEdits pending() {
        return pending;
    }

    /** The titles of the records with edits that are not in the database. */
    public ObservableList<String> unsaved() {
        return titles.all();
    }

    /** Why unsaved edits cannot be kept on the disk at the moment, one sentence; empty when they are. */
    public ReadOnlyStringProperty notKept() {
        return storage.map(DraftStorage::problem).orElseGet(() -> new ReadOnlyStringWrapper("").getReadOnlyProperty());
    }

    /** The unsaved work of windows that do not exist any more; empty where none is kept. */
    public Optional<RecoveryModel> recovery() {
        return recovery;
    }

    /** Shows the unsaved work of windows that do not exist any more. */
    public void showRecovery() {
        recovery.ifPresent(model -> {
            model.look();
            questions.ask(asked -> new Question.Recovery(model, asked::answered));
        });
    }

    /** How the table's writes are checked, or why there are none. */
    public ReadOnlyStringProperty guard() {
        return guarding.sentence();
    }

    /**
     * Asks whether saves move the column of the table shown that looks like a version, unless that is decided or the table
     * cannot be written.
     *
     * @param then run once it is decided
     */
    public void decideVersion(Runnable then) {
        rows.table()
                .get()
                .filter(_ -> proposal().get().isPresent())
                .ifPresentOrElse(table -> versions.make(table, then), then);
    }

    /** A column of the table shown that looks like a version, about which somebody has to decide before it is written. */
    public ReadOnlyObjectProperty<Optional<GuardProposal>> proposal() {
        return guarding.proposal();
    }

    public ReadOnlyObjectProperty<Notice> notice() {
        return notice.getReadOnlyProperty();
    }

    /** The question the window shows at the moment. */
    public ObjectBinding<Question> question() {
        return question;
    }
}
