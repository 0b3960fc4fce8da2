package dev.concord.app.browse;

import dev.concord.app.control.ReadText;
import dev.concord.app.task.Job;
import dev.concord.app.task.Work;
import dev.concord.outcome.ReadOutcome;
import dev.concord.store.RecordStore;
import dev.concord.ui.text.Texts;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.ListChangeListener;
import javafx.collections.WeakListChangeListener;

/**
 * The read of rows that is under way, and how the last one ended. The newest one wins: the answers of those before it are
 * dropped. FX thread only.
 */
final class RowReading {
    /** What rows are read for. */
    enum Purpose {
        /** The rows of a table, or a page beside those loaded. */
        ROWS,
        /** Rows at another place of the table, in place of those loaded. */
        PLACE,
        /** The rows around a record. */
        RECORD
    }

    private final RecordStore store;
    private final Work work;
    private final Texts texts;
    private final ReadText words;
    private final Supplier<String> nothing;
    private final Runnable changed;
    private final ReadOnlyBooleanWrapper underWay = new ReadOnlyBooleanWrapper(this, "underWay");
    private final ReadOnlyStringWrapper emptiness = new ReadOnlyStringWrapper(this, "emptiness", "");
    private final ListChangeListener<Job> ended = change -> settle();
    private Optional<Job> job = Optional.empty();
    private Purpose purpose = Purpose.ROWS;
    private boolean beginning;
    private boolean answered;
    /** Why the rows could not be read; empty when they could, or when nobody knows. */
    private String unreadable = "";

    /** Whether the rows could not be read because the connection was lost. */
    private boolean lost;

    private int generation;

    /**
     * Nothing has been read.
     *
     * @param nothing the text for rows that were read and are none
     * @param changed run whenever a read begins or ends
     */
    RowReading(RecordStore store, Work work, Texts texts, Supplier<String> nothing, Runnable changed) {
        this.store = store;
        this.work = work;
        this.texts = texts;
        this.words = new ReadText(texts);
        this.nothing = nothing;
        this.changed = changed;
        work.running().addListener(new WeakListChangeListener<>(ended));
    }

    /**
     * Reads in the background. An older read for a place is abandoned by one for another place.
     *
     * @param then given what was read
     * @param unread given why it could not be
     */
    <T> void read(
            Purpose wanted,
            String table,
            Function<RecordStore, T> task,
            Consumer<T> then,
            Consumer<ReadOutcome.Unreadable<?>> unread) {
        Optional<Job> older = job.filter(before -> wanted == Purpose.PLACE && is(Purpose.PLACE));
        int asked = begin(wanted);
        // The job is among those that run before it is known here.
        beginning = true;
        job = Optional.of(work.read(texts.get("browse.job.rows", table), () -> store.reading(task), outcome -> {
            if (asked == generation) {
                switch (outcome) {
                    case ReadOutcome.Read<T>(T read) -> {
                        answered = true;
                        then.accept(read);
                    }
                    case ReadOutcome.Unreadable<T> why -> {
                        lost = why.why() == ReadOutcome.Reason.CONNECTION_LOST;
                        unreadable = words.of(why);
                        unread.accept(why);
                    }
                }
            }
        }));
        beginning = false;
        older.ifPresent(Job::abandon);
        settle();
    }

    private int begin(Purpose wanted) {
        purpose = wanted;
        answered = false;
        unreadable = "";
        lost = false;
        return ++generation;
    }

    /** Waits for a job that looks up what to read. */
    void await(Job lookup) {
        job = Optional.of(lookup);
        settle();
    }

    /** What was read beforehand is shown: nothing is waited for. */
    void done() {
        begin(Purpose.ROWS);
        answered = true;
        settle();
    }

    /** Nothing is read. */
    void nothing() {
        begin(Purpose.ROWS);
        job = Optional.empty();
        settle();
    }

    /** Nothing is read, because it cannot be. */
    void nothing(ReadOutcome.Unreadable<?> why) {
        nothing();
        unreadable = words.of(why);
        settle();
    }

    /** Stops waiting for what is being read. */
    void abandon() {
        job.ifPresent(Job::abandon);
    }

    /** Stops waiting for what is being read, because something else is read at once. */
    void giveWay() {
        answered = true;
        abandon();
    }

    /** Stops reading the rows around a record, if they are being read; those shown stay. */
    void stayHere() {
        if (is(Purpose.RECORD)) {
            generation++;
            giveWay();
            settle();
        }
    }

    private boolean is(Purpose wanted) {
        return purpose == wanted && job.filter(work.running()::contains).isPresent();
    }

    /** A read ends with a result, with an error, or because the user stopped waiting. */
    private void settle() {
        if (beginning) {
            return;
        }
        underWay.set(job.filter(work.running()::contains).isPresent());
        boolean explained = !underWay.get() && !unreadable.isEmpty();
        emptiness.set(
                explained
                        ? unreadable
                        : underWay.get() || !answered
                                ? texts.get(underWay.get() ? "browse.rows.loading" : "browse.rows.unread")
                                : nothing.get());
        changed.run();
    }

    /** Whether the last read brought what it was to bring. */
    boolean answered() {
        return answered;
    }

    /** Whether a read ended without a result. */
    boolean stopped() {
        return !underWay.get() && !answered;
    }

    /** Why the rows could not be read; empty when nobody knows, and when the connection was lost: that is said once in the window. */
    String complaint() {
        return lost ? "" : unreadable;
    }

    /** Whether rows are being read. */
    ReadOnlyBooleanProperty underWay() {
        return underWay.getReadOnlyProperty();
    }

    /** The text that says why no rows are shown. */
    ReadOnlyStringProperty emptiness() {
        return emptiness.getReadOnlyProperty();
    }
}
