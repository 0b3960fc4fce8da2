package dev.concord.app.pending;

import dev.concord.app.task.DeferredTask;
import dev.concord.app.task.Watch;
import dev.concord.app.task.Work;
import dev.concord.dialect.FaultText;
import dev.concord.drafts.DraftSession;
import dev.concord.drafts.KeptDraft;
import dev.concord.drafts.Sending;
import dev.concord.ui.text.Texts;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/**
 * Keeps the unsaved edits of a window on the disk. The first change that is not on the disk yet starts a wait of a fifth of
 * a second; then it is written with all that came after it, so that nothing stays unwritten for a second also where the disk
 * takes its time. FX thread only, but for what says otherwise.
 */
public final class DraftStorage implements EditStorage {
    private static final System.Logger LOG = System.getLogger(DraftStorage.class.getName());

    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final Duration RETRY = Duration.ofSeconds(5);

    private final DraftSession session;
    private final Function<PendingEdit, String> titles;
    private final Work work;
    private final Texts texts;
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "problem", "");
    private final DeferredTask<Optional<IOException>> writing;

    private Optional<Watch> retry = Optional.empty();

    /**
     * Keeps edits in a file of their window.
     *
     * @param titles names an edit to display
     */
    public DraftStorage(DraftSession session, Function<PendingEdit, String> titles, Work work, Texts texts) {
        this.session = session;
        this.titles = titles;
        this.work = work;
        this.texts = texts;
        this.writing = new DeferredTask<>(work, PAUSE, this::write, this::wrote);
    }

    /** Why edits cannot be kept on the disk at the moment, one sentence; empty when they are. */
    public ReadOnlyStringProperty problem() {
        return problem.getReadOnlyProperty();
    }

    @Override
    public void put(PendingEdit edit) {
        session.put(kept(edit, edit.state().get()));
        writing.request();
    }

    @Override
    public void takeOver(PendingEdit edit) {
        session.takeOver(kept(edit, edit.state().get()));
        writing.request();
    }

    @Override
    public void remove(PendingEdit edit) {
        session.remove(edit.draftId());
        writing.request();
    }

    @Override
    public void discard(PendingEdit edit, EditState last) {
        session.discard(kept(edit, last), Instant.now());
        writing.request();
    }

    /** A database that can be written is no less safe than a disk that cannot: the write goes on. */
    @Override
    public void sending(UUID draft, Sending save) {
        try {
            session.sending(draft, save);
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, "A save could not be noted on the disk: {0}", FaultText.of(e));
            writing.request();
        }
    }

    @Override
    public void answered(UUID draft) {
        session.answered(draft);
        writing.request();
    }

    private KeptDraft kept(PendingEdit edit, EditState state) {
        return new KeptDraft(
                edit.draftId(),
                state.draft(),
                state.unreadable(),
                edit.decisions().map(DecisionMemory::of),
                edit.queued(),
                titles.apply(edit),
                Instant.now(),
                Optional.empty());
    }

    /** Writes in the background, and returns why that is not possible. */
    private Optional<IOException> write() {
        try {
            session.flush();
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(e);
        }
    }

    private void wrote(Optional<IOException> failure) {
        problem.set(failure.map(this::words).orElse(""));
        if (failure.isEmpty()) {
            stopRetrying();
        } else if (retry.isEmpty()) {
            retry = Optional.of(work.watch(RETRY, this::write, this::wrote));
        }
    }

    private void stopRetrying() {
        retry.ifPresent(Watch::stop);
        retry = Optional.empty();
    }

    private String words(IOException failure) {
        String reason =
                switch (failure) {
                    case AccessDeniedException denied -> texts.get("pending.denied", denied.getFile());
                    case FileSystemException system when system.getReason() != null -> system.getReason();
                    default -> String.valueOf(failure.getMessage());
                };
        return texts.get("pending.not-kept", reason);
    }

    /**
     * Writes everything now.
     *
     * @param then given whether everything is on the disk
     */
    public void flush(Consumer<Boolean> then) {
        work.write(texts.get("pending.job"), this::write, failure -> {
            wrote(failure);
            then.accept(failure.isEmpty());
        });
    }

    /** Returns the file of the window, for drafts that are taken over from another. */
    public DraftSession session() {
        return session;
    }

    /** Notes that nothing is edited in the window any more, so that what it leaves can be offered. */
    public void retire() {
        session.retire();
    }

    /**
     * Writes what is left, and gives the file up.
     *
     * @param then run afterwards, in any case
     */
    public void close(Runnable then) {
        stopRetrying();
        work.write(texts.get("pending.job"), this::end, failure -> then.run());
    }

    private Optional<IOException> end() {
        try {
            session.close();
            return Optional.empty();
        } catch (IOException e) {
            LOG.log(System.Logger.Level.ERROR, "Unsaved work could not be kept: {0}", FaultText.of(e));
            return Optional.of(e);
        }
    }
}
