package dev.concord.app.place;

import dev.concord.app.browse.NewRows;
import dev.concord.app.browse.RowNumbers;
import dev.concord.app.browse.RowsModel;
import dev.concord.app.browse.TableListModel;
import dev.concord.app.control.ReadText;
import dev.concord.app.control.RecordTitles;
import dev.concord.app.edit.EditModel;
import dev.concord.app.edit.FormMessage;
import dev.concord.app.edit.FormMessage.Tone;
import dev.concord.app.pending.FieldLock;
import dev.concord.app.pending.PendingEdit;
import dev.concord.app.pending.PendingEdits;
import dev.concord.app.question.Notice;
import dev.concord.app.question.Prompt;
import dev.concord.app.reference.ReferenceModel;
import dev.concord.app.reference.ReferenceText;
import dev.concord.app.reference.ReferenceValues;
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
import dev.concord.store.RecordStore;
import dev.concord.ui.text.Texts;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The table and the record that are shown. What was asked for last is shown: an answer to something asked for before it comes too
 * late and is dropped. Rows and form agree at any time, also while a record is read, and when it cannot be read. FX thread only.
 */
public final class Shown implements RecordPane, Navigation.Destination {
    private final RecordStore store;
    private final Work work;
    private final TableListModel tables;
    private final RowsModel rows;
    private final RowNumbers numbers;
    private final NewRows newRows;
    private final PendingEdits pending;
    private final EditModel edit;
    private final RecordLookup lookup;
    private final GuardStatus guarding;
    private final Prompt prompt;
    private final Texts texts;
    private final RecordTitles titles;
    private final RowSteps steps;
    private final Navigation navigation;
    private final ReferenceModel references;
    private final Visits visits = new Visits();
    private int generation;
    /** Reads what could not be read, and is shown nowhere; empty when everything asked for is shown. */
    private Optional<Runnable> unread = Optional.empty();
    /** The record that was gone to last from another one. */
    private Optional<Visits.Visit> arrived = Optional.empty();

    /** The record that is to get the keyboard when it is shown. */
    private Optional<Awaited> awaited = Optional.empty();

    /** A record that is about to be shown, and the column that then gets the keyboard. */
    private record Awaited(RecordKey key, String column) {}

    /**
     * Shows nothing yet.
     *
     * @param browsing the tables, and the rows of the one that is shown
     * @param edit the form
     * @param guarding says how the table shown is guarded
     * @param references the names of rows referred to, which are read again with the rows
     */
    public Shown(
            OpenStore open,
            Work work,
            Browsing browsing,
            PendingEdits pending,
            EditModel edit,
            RecordLookup lookup,
            GuardStatus guarding,
            ReferenceModel references,
            Prompt prompt,
            Texts texts) {
        this.references = references;
        this.store = open.store();
        this.work = work;
        this.tables = browsing.tables();
        this.rows = browsing.rows();
        this.numbers = browsing.numbers();
        this.newRows = browsing.newRows();
        this.pending = pending;
        this.edit = edit;
        this.lookup = lookup;
        this.guarding = guarding;
        this.prompt = prompt;
        this.texts = texts;
        this.titles = new RecordTitles(store::names, texts);
        this.steps = new RowSteps(rows, () -> edit.shown().map(PendingEdit::row), prompt, texts);
        this.navigation = new Navigation(tables, lookup, this, prompt, texts);
        tables.selected().subscribe(table -> table.ifPresent(t -> openTable(t.id())));
        rows.selected().subscribe(this::selected);
    }

    /**
     * The tables of a database, and the rows of the one that is shown.
     *
     * @param numbers how many rows the table has
     * @param newRows the rows of new records after the table's last one
     */
    public record Browsing(TableListModel tables, RowsModel rows, RowNumbers numbers, NewRows newRows) {}

    /** Opens tables and records by name. */
    public Navigation navigation() {
        return navigation;
    }

    /**
     * Reads the list of tables, and then shows a table and opens a record.
     *
     * @param table the table to show first; the first one when empty
     * @param key the record to open, as text
     */
    public Job start(Optional<String> table, Optional<String> key) {
        return start(table, key, () -> InitialContents.outcomeAt(store, table));
    }

    /**
     * Shows the list of tables, a table, and a record.
     *
     * @param look reads the list and the table's first rows, or has begun to; called in the background
     */
    public Job start(Optional<String> table, Optional<String> key, Supplier<ReadOutcome<InitialContents>> look) {
        int asked = turn();
        Job job = work.read(texts.get("browse.job.tables"), look::get, outcome -> {
            if (asked == generation) {
                switch (outcome) {
                    case ReadOutcome.Read<InitialContents>(InitialContents seen) -> navigation.start(seen, table, key);
                    case ReadOutcome.Unreadable<InitialContents> why -> {
                        rows.showUnreadable(why);
                        unread = Optional.of(() -> start(table, key));
                    }
                }
            }
        });
        rows.await(job);
        return job;
    }

    /** Turns to something else: what was asked for before is no longer waited for. */
    private int turn() {
        unread = Optional.empty();
        awaited = Optional.empty();
        return ++generation;
    }

    private void openTable(TableId id) {
        if (rows.table().get().map(Table::id).filter(id::equals).isPresent()) {
            return;
        }
        int asked = turn();
        here(Optional.empty()).ifPresent(visits::leave);
        showNothing();
        Job job = lookup.table(id, outcome -> {
            if (asked == generation) {
                switch (outcome) {
                    case ReadOutcome.Read<Optional<Table>>(Optional<Table> found) ->
                        found.ifPresentOrElse(this::show, () -> say(texts.get("shell.no-table", id.name())));
                    case ReadOutcome.Unreadable<Optional<Table>> why -> rows.showUnreadable(why);
                }
            }
        });
        rows.await(job);
    }

    /** No rows of the last table stand under the name of another one that is still to be read, or cannot be. */
    private void showNothing() {
        edit.close();
        prompt.say(Notice.NONE);
        guarding.clear();
        rows.showNothing();
    }

    /** Reads the rows shown again; a table that could not be read is tried again. */
    public void refreshRows() {
        if (rows.table().get().isEmpty()) {
            tables.selected().get().ifPresent(table -> openTable(table.id()));
        } else {
            numbers.refresh();
            references.refresh();
            rows.refresh();
        }
    }

    /** The connection is back: what is shown is read again, and what could not be read is. */
    public void reconnected() {
        Optional<Runnable> missing = unread;
        // What is missing where no table is shown brings its table with it.
        if (missing.isEmpty() || rows.table().get().isPresent()) {
            refreshRows();
        }
        missing.ifPresentOrElse(Runnable::run, edit::reconnected);
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

    /**
     * Opens the record that a reference leads to.
     *
     * @param column the column of the form that has the keyboard, which it then has in the other record; empty where the form has not
     */
    public void follow(ReferenceValues reference, Optional<String> column) {
        int asked = turn();
        lookup.referred(reference.reference(), reference.from(), outcome -> {
            if (asked == generation) {
                switch (outcome) {
                    case ReadOutcome.Read<Optional<RecordLookup.Found>>(var found) ->
                        found.ifPresentOrElse(
                                record -> {
                                    here(column).ifPresent(visits::leave);
                                    show(record);
                                    column.ifPresent(_ -> focusFirst());
                                },
                                () -> say(new ReferenceText(texts).missing(reference)));
                    case ReadOutcome.Unreadable<Optional<RecordLookup.Found>> why ->
                        unread(why, () -> follow(reference, column));
                }
            }
        });
    }

    /** Shows another record in the place of the one shown, to which one can go back. */
    public void goTo(RecordKey key) {
        here(Optional.empty()).ifPresent(visits::leave);
        pending.find(key).filter(PendingEdit::dirty).ifPresentOrElse(this::open, () -> open(key));
    }

    /**
     * Shows the record of the row after the one shown, or before it.
     *
     * @param column the column of the form that has the keyboard, which it then has in the other record; empty where the form has not
     */
    public void step(boolean forwards, Optional<String> column) {
        steps.step(forwards, key -> {
            awaited = column.map(name -> new Awaited(key, name));
            edit.shown().ifPresent(this::arrived);
        });
    }

    /** Goes back to the record that was shown before another one was opened from it. */
    public void back() {
        visits.back(here(atHand())).ifPresent(this::visit);
    }

    /** Goes to the record that was gone back from. */
    public void forward() {
        visits.forward(here(atHand())).ifPresent(this::visit);
    }

    private Optional<Visits.Visit> here(Optional<String> column) {
        return edit.shown().map(shown -> new Visits.Visit(shown.row(), column));
    }

    /** The column that had the keyboard when the record shown was gone to. */
    private Optional<String> atHand() {
        return edit.shown().flatMap(shown -> arrived.filter(visit -> visit.key().equals(shown.row()))
                .flatMap(Visits.Visit::column));
    }

    private void visit(Visits.Visit visit) {
        open(visit.key());
        arrived = Optional.of(visit);
        awaited = visit.column().map(column -> new Awaited(visit.key(), column));
        edit.shown().ifPresent(this::arrived);
    }

    /** A record that was gone back to is shown: the keyboard is where it was. */
    private void arrived(PendingEdit shown) {
        awaited.filter(wanted -> wanted.key().equals(shown.row())).ifPresent(wanted -> {
            awaited = Optional.empty();
            shown.table().column(wanted.column()).ifPresent(edit::focusOn);
        });
    }

    private void focusFirst() {
        edit.fields().stream()
                .filter(field -> field.lock().get() == FieldLock.NONE)
                .findFirst()
                .ifPresent(field -> {
                    edit.focusOn(field.column());
                    arrived = here(Optional.of(field.column().name()));
                });
    }

    /** Reads the record of the selected row again, unless it has edits: they are shown already. */
    public void openAgain(RecordKey key) {
        if (!edit.dirty().get() || !Optional.of(key).equals(openKey())) {
            open(key);
        }
    }

    /** The form shows no other record than the one whose row is selected, also while that one is not there yet. */
    private void showNoOther(RecordKey key, String why) {
        if (!Optional.of(key).equals(openKey())) {
            String sentence = texts.get(why, titles.of(key, rows.table().get(), rows.row(key)));
            edit.close(rows.table().get(), new FormMessage(Tone.INFO, sentence, ""));
        }
    }

    /** Shows a record that was looked up: with what was changed of it, or as it was found. */
    @Override
    public void show(RecordLookup.Found found) {
        Optional<Awaited> wanted = awaited;
        turn();
        showRowsOf(found.table());
        edit.open(pending.open(found.table(), found.snapshot()));
        rows.reveal(found.snapshot());
        rows.select(Optional.of(found.snapshot().key()));
        awaited = wanted;
        edit.shown().ifPresent(this::arrived);
    }

    private void showRowsOf(Table table) {
        if (!rows.table().get().equals(Optional.of(table))) {
            begin(table);
            rows.show(table);
            mark(table);
        }
    }

    private void begin(Table table) {
        prompt.say(Notice.NONE);
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
        say(new ReadText(texts).of(why));
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
        String title = titles.of(key, rows.table().get(), rows.row(key));
        rows.remove(key);
        edit.close();
        say(texts.get("shell.vanished", title));
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

    /** Shows one of some edits, unless one of them is shown already. */
    public void openOneOf(List<PendingEdit> edits) {
        if (edits.stream().noneMatch(this::shows)) {
            edits.stream().findFirst().ifPresent(this::open);
        }
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

    private void say(String sentence) {
        prompt.say(new Notice(sentence));
    }
}
