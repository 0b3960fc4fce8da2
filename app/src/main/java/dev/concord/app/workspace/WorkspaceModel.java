package dev.concord.app.workspace;

import dev.concord.app.browse.RowNumbers;
import dev.concord.app.browse.RowsModel;
import dev.concord.app.browse.TableListModel;
import dev.concord.app.cells.CellCopy;
import dev.concord.app.cells.CurrentCell;
import dev.concord.app.control.RecordTitles;
import dev.concord.app.edit.EditModel;
import dev.concord.app.edit.EditedDatabase;
import dev.concord.app.layout.LayoutMemory;
import dev.concord.app.pending.DraftStorage;
import dev.concord.app.pending.EditStorage;
import dev.concord.app.pending.PendingEdit;
import dev.concord.app.pending.PendingEdits;
import dev.concord.app.place.GuardStatus;
import dev.concord.app.place.OpenStore;
import dev.concord.app.place.RecordLookup;
import dev.concord.app.place.RecordPane;
import dev.concord.app.place.Shown;
import dev.concord.app.question.Notice;
import dev.concord.app.question.PromptModel;
import dev.concord.app.question.Question;
import dev.concord.app.question.QuestionQueue;
import dev.concord.app.recovery.KeptWork;
import dev.concord.app.recovery.RecoveryModel;
import dev.concord.app.reference.ReferenceLinks;
import dev.concord.app.reference.ReferenceModel;
import dev.concord.app.reference.ReferenceValues;
import dev.concord.app.reference.StoredReferences;
import dev.concord.app.related.RelatedLayouts;
import dev.concord.app.related.RelatedModel;
import dev.concord.app.saved.SavedSteps;
import dev.concord.app.task.Work;
import dev.concord.catalog.Table;
import dev.concord.record.Draft;
import dev.concord.record.RecordKey;
import dev.concord.ui.text.Texts;
import dev.concord.version.GuardProposal;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.ObservableList;

/**
 * One open database: its tables, the rows of one of them, and one record. When the user opens another record, edits
 * stay pending and are shown again with their record. The constructor opens the workspace; it has to be closed. FX
 * thread only.
 */
public final class WorkspaceModel implements RecordPane, AutoCloseable {
    private final WorkspaceOwner owner;
    private final VersionDecision versions;
    private final Work work;
    private final Texts texts;
    private final Optional<DraftStorage> storage;
    private final PendingEdits pending;
    private final Optional<RecoveryModel> recovery;
    private final UnsavedTitles titles;
    private final LayoutMemory layouts;
    private final TableListModel tables;
    private final RowsModel rows;
    private final GridParts grid;
    private final RelatedModel related;
    private final GridParts relatedGrid;
    private final EditModel edit;
    private final Shown shown;
    private final RunningWrites writes;
    private final Leaving leaving;
    private final WorkspaceServices services;
    private final PendingSave saving;
    private final TakeBack takeBack;
    private final ChangesPage changes;
    private final GuardStatus guarding;
    private final PromptModel prompt;
    private final ConnectionState connection;
    private final ReferenceModel references;

    /**
     * Opens a workspace without a table or a record in it.
     *
     * @param owner decides what becomes of the database and keeps its rules
     * @param questions the window's; the workspace asks there
     * @param work the workspace's own; closing abandons its reads
     */
    public WorkspaceModel(OpenStore open, WorkspaceOwner owner, QuestionQueue questions, Work work, Texts texts) {
        this.prompt = new PromptModel(questions);
        this.owner = owner;
        this.work = work;
        this.texts = texts;
        this.layouts = owner.layouts();
        open.store().nameBy(layouts.names());
        OwnWrites own = new OwnWrites(open.user());
        RecordTitles names = new RecordTitles(open.store()::names, texts);
        this.storage = open.drafts()
                .map(drafts ->
                        new DraftStorage(drafts.begin(), edit -> names.of(edit.table(), edit.draft()), work, texts));
        this.pending = new PendingEdits(storage.<EditStorage>map(kept -> kept).orElse(EditStorage.NONE));
        this.recovery = open.drafts()
                .map(drafts -> new RecoveryModel(
                        new KeptWork(drafts, open.store(), open::policies, open::merging),
                        storage.orElseThrow(),
                        pending,
                        work,
                        texts,
                        this::resumed));
        this.references =
                new ReferenceModel(new StoredReferences(open.store(), texts), work, texts.get("reference.job"));
        this.services = new WorkspaceServices(open, own, references, work, texts);
        this.versions = new VersionDecision(services, owner, prompt);
        this.guarding = new GuardStatus(open, texts);
        RecordLookup lookup = new RecordLookup(open.store(), work, texts);
        this.titles = new UnsavedTitles(pending, names);
        this.tables = new TableListModel();
        this.rows = new RowsModel(
                open.store(), work, texts, layouts, new LayoutQuestions(prompt, this::rows, texts, this::renamed));
        this.grid = GridParts.of(rows, services, pending, lookup, () -> edit().shown(), prompt);
        RowsModel relatedRows = new RowsModel(
                open.store(),
                work,
                texts,
                new RelatedLayouts(layouts),
                new LayoutQuestions(prompt, () -> related().rows(), texts, this::renamed));
        this.related = new RelatedModel(open.store(), work, relatedRows);
        this.relatedGrid = GridParts.of(relatedRows, services, pending, lookup, Optional::empty, prompt);
        this.changes = new ChangesPage(services, pending, this, prompt, this::save);
        SavedSteps steps = new SavedSteps(InstantSource.system());
        WrittenRecords written = new WrittenRecords(
                services, new ShownRows(rows, related), pending, this, prompt, steps, step -> takeBack()
                        .offer(step));
        this.edit = new EditModel(
                new EditedDatabase(open.writes(), open::merging, own::made),
                new ReferenceLinks(references, this::openFromForm),
                layouts,
                work,
                texts,
                new RecordEvents(services, written, this, prompt, versions));
        this.shown = new Shown(
                open,
                work,
                new Shown.Browsing(tables, rows, grid.numbers(), grid.fresh()),
                pending,
                edit,
                lookup,
                guarding,
                references,
                prompt,
                texts);
        edit.draft().subscribe(draft -> related.show(draft.flatMap(Draft::base)));
        this.writes = new RunningWrites(work);
        this.saving = new PendingSave(services, owner, pending, edit, written, versions, this, prompt, this::isFree);
        this.takeBack = new TakeBack(steps, pending, saving, prompt, texts, this::isFree);
        this.connection = new ConnectionState(open.store(), work, InstantSource.system(), this::reconnected);
        SaveAllInForm savingAll = new SaveAllInForm(edit, pending, this::open, prompt::isAsking);
        this.leaving = new Leaving(writes, pending, titles.all(), storage, savingAll, prompt);
        recovery.ifPresent(RecoveryModel::look);
    }

    /** Shows the first of the edits that are continued, but that of the record in the form if it is among them. */
    private void resumed(List<PendingEdit> edits) {
        open(edits.stream()
                .filter(edit -> edit.key().isPresent() && edit.key().equals(shown.openKey()))
                .findFirst()
                .orElseGet(edits::getFirst));
        if (edits.stream().anyMatch(PendingEdit::queued)) {
            prompt.say(new Notice(
                    texts.get("shell.resumed"), List.of(new Notice.Offer(texts.get("shell.save-all"), this::saveAll))));
        }
    }

    /** Another column names the records of a table: names and titles on the screen follow. */
    private void renamed() {
        services.open().store().nameBy(layouts.names());
        references.refresh();
        edit.renamed();
        titles.update();
    }

    /** The connection is back: what is shown is read again, and so is the work that is kept. */
    private void reconnected() {
        shown.reconnected();
        recovery.ifPresent(RecoveryModel::reconnected);
    }

    @Override
    public void open(PendingEdit wanted) {
        shown.open(wanted);
    }

    @Override
    public void openNew(Table table, Draft filledIn) {
        shown.openNew(table, filledIn);
    }

    @Override
    public boolean shows(PendingEdit wanted) {
        return shown.shows(wanted);
    }

    @Override
    public void closed(PendingEdit deleted) {
        shown.closed(deleted);
    }

    /** The table and the record that are shown, and how others are. */
    public Shown shown() {
        return shown;
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
        related.rows().layouts().close();
        prompt.close();
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

    /** Whether nothing is being asked or written, and the form is not reading. */
    public boolean isFree() {
        return prompt.isEmpty() && !edit.busy().get() && !writes.any();
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
        grid.deleting().mark();
    }

    /** Goes to the row in which a new record is begun. */
    public void newRow() {
        grid.fresh().go();
    }

    /** What refers to the record in the form. */
    public RelatedModel related() {
        return related;
    }

    /** Shows the record of the current related row in the place of the one it is related to, to which one can go back. */
    void openRelated() {
        related.rows().cells().current().flatMap(CurrentCell::key).ifPresent(shown::goTo);
    }

    /** The rows of the table shown, and what is done with them. */
    GridParts grid() {
        return grid;
    }

    /** The rows related to the record in the form, and what is done with them. */
    GridParts relatedGrid() {
        return relatedGrid;
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

    /** What is asked and said. */
    public PromptModel prompt() {
        return prompt;
    }

    public TableListModel tables() {
        return tables;
    }

    public RowsModel rows() {
        return rows;
    }

    /** How many rows the table shown has. */
    public RowNumbers numbers() {
        return grid.numbers();
    }

    public EditModel edit() {
        return edit;
    }

    /** Copies what is selected. */
    public CellCopy copying() {
        return grid.copying();
    }

    /** What the grid needs to show and edit references. */
    public ReferenceLinks references() {
        return new ReferenceLinks(references, reference -> shown.follow(reference, Optional.empty()));
    }

    private void openFromForm(ReferenceValues reference) {
        shown.follow(reference, Optional.of(reference.reference().columns().getLast()));
    }

    /** Takes the last step back, whichever records it changed, and shows one of them. */
    public void undo() {
        showOneOf(pending.undo());
    }

    /** Does the step taken back again, and shows one of the records it changed. */
    public void redo() {
        showOneOf(pending.redo());
    }

    private void showOneOf(List<PendingEdit> changed) {
        if (changed.stream().noneMatch(related::shows)) {
            shown.openOneOf(changed);
        }
    }

    private TakeBack takeBack() {
        return takeBack;
    }

    /** Takes back what was saved last, as a save of its own. */
    public void takeBackLast() {
        takeBack.last();
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
            prompt.ask(asked -> new Question.Recovery(model, asked::answered));
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
}
