package dev.concord.drafts;

import dev.concord.disk.OwnerOnlyFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * The unsaved edits of one window on one database, in a file that nobody else writes. Changes are collected until {@link
 * #flush}, so that one write serves all keystrokes of a moment; nothing is on the disk before. What could not be written
 * is kept and written by a later flush. Safe to share between threads; flush and close may block, so never call them on
 * the FX thread.
 */
public final class DraftSession implements AutoCloseable {
    private final Path path;
    private final Consumer<DraftSession> ended;
    private final DraftFile file;
    /** What is to be written, the last change of each edit, in the order of these changes. Its own monitor guards it. */
    private final SequencedMap<UUID, DraftEntry> pending = new LinkedHashMap<>();

    /** Edits that came from another window's file, which still has them until they are on the disk here. */
    private final Set<UUID> moved = new HashSet<>();

    /** By edit, when it was changed last. The monitor of {@link #pending} guards it. */
    private final Map<UUID, Instant> times = new HashMap<>();

    /** By edit, what is being written to the database. The monitor of {@link #pending} guards it. */
    private final Map<UUID, Sending> sending = new HashMap<>();

    /** Edits that are not being written any more, and whose entries in the file may still say so. */
    private final Set<UUID> answered = new HashSet<>();

    private final Moved from;

    private Optional<OwnerLock> owner = Optional.empty();
    private boolean closed;
    private volatile boolean retired;

    /** Removes edits from the files of windows that do not exist any more. */
    @FunctionalInterface
    interface Moved {
        void remove(DraftSession into, Set<UUID> drafts) throws IOException;
    }

    /**
     * @param from given the edits taken over, once they are on the disk here
     * @param ended called when the session is closed, before its file is given up
     */
    DraftSession(Path path, DraftFile file, Moved from, Consumer<DraftSession> ended) {
        this.path = path;
        this.from = from;
        this.ended = ended;
        this.file = file;
    }

    /** An edit has changed and is not saved. What is being written of it stays noted until that is {@link #answered}. */
    public void put(KeptDraft draft) {
        synchronized (pending) {
            draft.sending().ifPresent(sent -> sending.put(draft.id(), sent));
            KeptDraft latest = draft.sending(Optional.ofNullable(sending.get(draft.id())));
            plan(new DraftEntry.Kept(latest.notBefore(times.getOrDefault(draft.id(), latest.at()))));
        }
    }

    /**
     * Notes with an edit that it is about to be written to the database, and returns when that is on the disk: if the program
     * ends before the answer, whoever finds the edit knows that it may have arrived. Blocks.
     *
     * @param save what is written
     * @throws IOException when it could not be noted
     */
    public void sending(UUID id, Sending save) throws IOException {
        boolean known;
        synchronized (this) {
            synchronized (pending) {
                sending.put(id, save);
                answered.remove(id);
                Optional<KeptDraft> last = Optional.ofNullable(pending.get(id))
                        .or(() -> file.find(id))
                        .flatMap(DraftSession::kept);
                last.ifPresent(this::put);
                known = last.isPresent();
            }
        }
        if (known) {
            flush();
        }
    }

    /** What was being written of an edit has arrived, or it is known that it has not. Returns at once. */
    public void answered(UUID id) {
        synchronized (pending) {
            if (sending.remove(id) != null) {
                answered.add(id);
                Optional.ofNullable(pending.get(id))
                        .flatMap(DraftSession::kept)
                        .ifPresent(draft -> put(draft.sending(Optional.empty())));
            }
        }
    }

    private static Optional<KeptDraft> kept(DraftEntry entry) {
        return entry instanceof DraftEntry.Kept(KeptDraft draft) ? Optional.of(draft) : Optional.empty();
    }

    /** An edit goes on in this window. It is removed where it was, as soon as it is on the disk here. */
    public void takeOver(KeptDraft draft) {
        synchronized (pending) {
            moved.add(draft.id());
        }
        put(draft);
    }

    /** An edit is saved, or nothing of it is left. */
    public void remove(UUID id) {
        synchronized (pending) {
            sending.remove(id);
            plan(new DraftEntry.Removed(id));
        }
    }

    /**
     * The user has discarded an edit; it can be restored for a week.
     *
     * @param last the edit as it was
     */
    public void discard(KeptDraft last, Instant now) {
        plan(new DraftEntry.Discarded(last, now));
    }

    private void plan(DraftEntry entry) {
        synchronized (pending) {
            switch (entry) {
                case DraftEntry.Kept(KeptDraft draft) -> times.put(draft.id(), draft.at());
                case DraftEntry.Discarded(KeptDraft draft, Instant _) -> times.put(draft.id(), draft.at());
                case DraftEntry.Removed(UUID id) -> times.remove(id);
            }
            pending.remove(entry.id());
            pending.put(entry.id(), entry);
        }
    }

    /** Whether a change waits for a flush. */
    public boolean isPending() {
        synchronized (pending) {
            return !pending.isEmpty();
        }
    }

    /**
     * Writes what was changed since the last flush, and returns when it is on the disk.
     *
     * @throws IOException when it could not be written, because the disk is full or the folder cannot be written to; the
     *     next flush tries again
     */
    public void flush() throws IOException {
        Set<UUID> taken;
        synchronized (pending) {
            taken = Set.copyOf(moved);
        }
        write();
        // Without this session's monitor: others may wait for it while they look for what they can take over.
        if (!taken.isEmpty()) {
            from.remove(this, taken);
            synchronized (pending) {
                moved.removeAll(taken);
            }
        }
    }

    private synchronized void write() throws IOException {
        if (closed) {
            return;
        }
        List<DraftEntry> batch;
        Set<UUID> done;
        synchronized (pending) {
            done = Set.copyOf(answered);
            done.stream()
                    .filter(id -> !pending.containsKey(id))
                    .flatMap(id -> file.find(id).flatMap(DraftSession::kept).stream())
                    .filter(draft -> draft.sending().isPresent())
                    .forEach(draft -> put(draft.sending(Optional.empty())));
            batch = List.copyOf(pending.values());
        }
        if (batch.stream().anyMatch(entry -> !(entry instanceof DraftEntry.Removed))) {
            own();
        }
        file.append(batch);
        synchronized (pending) {
            batch.forEach(written -> pending.remove(written.id(), written));
            answered.removeAll(done);
        }
    }

    /** Only a window with something unsaved needs a file. */
    private void own() throws IOException {
        if (owner.isPresent() && !owner.get().isVisible()) {
            // Somebody has deleted it, and the next one who looks would take this window for dead.
            owner.get().close();
            owner = Optional.empty();
        }
        if (owner.isEmpty()) {
            OwnerOnlyFiles.createFolder(OwnerOnlyFiles.folderOf(path));
            owner = OwnerLock.take(path);
            if (owner.isEmpty()) {
                throw new IOException("The file of this window has another owner: " + path.getFileName());
            }
        }
    }

    /**
     * Notes that the window does not edit any more and will close this: what is in the file may be offered from now on.
     * Returns at once.
     */
    public void retire() {
        retired = true;
    }

    boolean isRetired() {
        return retired;
    }

    /** Returns the last state of each edit that is neither saved nor taken back, written or not. */
    Collection<DraftEntry> entries() {
        Map<UUID, DraftEntry> all = new LinkedHashMap<>();
        synchronized (this) {
            file.entries().forEach(entry -> all.put(entry.id(), entry));
            synchronized (pending) {
                pending.values().forEach(entry -> {
                    all.remove(entry.id());
                    if (!(entry instanceof DraftEntry.Removed)) {
                        all.put(entry.id(), entry);
                    }
                });
            }
        }
        return new ArrayList<>(all.values());
    }

    boolean isAt(Path other) {
        return path.equals(other);
    }

    /**
     * Writes what is left to be written, and gives the file up: what is in it is offered whenever the database is opened
     * again. A file in which nothing is left is deleted.
     *
     * @throws IOException when the last changes could not be written; the file is given up nevertheless
     */
    @Override
    public void close() throws IOException {
        try {
            flush();
        } finally {
            end();
        }
    }

    private synchronized void end() throws IOException {
        if (!closed) {
            closed = true;
            ended.accept(this);
            giveUp();
        }
    }

    private void giveUp() throws IOException {
        if (owner.isEmpty()) {
            return;
        }
        if (file.entries().isEmpty()) {
            file.delete();
            owner.get().delete();
        } else {
            file.close();
            owner.get().close();
        }
    }
}
