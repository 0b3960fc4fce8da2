package dev.concord.drafts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The unsaved work on one database: a file for each window that has or had some. A window writes its own file only.
 * What is in the file of a window that does not exist any more, because it was closed or its program died, can be taken
 * over by another. Safe to share between threads; methods may block, so never call them on the FX thread.
 */
public final class DraftFolder {
    private static final System.Logger LOG = System.getLogger(DraftFolder.class.getName());

    /** How long a discarded draft can be restored. */
    public static final Duration RESTORABLE = Duration.ofDays(7);

    static final String SUFFIX = ".drafts";

    private final Path folder;
    private final Sealing sealing;
    /** Those of this program. A session that ends holds its own monitor, so this folder's must not be needed for that. */
    private final List<DraftSession> sessions = new CopyOnWriteArrayList<>();
    /** Those whose edits are being removed where they were; guarded by this folder's monitor. */
    private final Set<DraftSession> flushing = new HashSet<>();
    /** As it was opened last: another user may open it by another address. */
    private volatile DraftedDatabase database;

    DraftFolder(Path folder, DraftedDatabase database, Sealing sealing) {
        this.folder = folder;
        this.database = database;
        this.sealing = sealing;
    }

    /** Notes how the database is opened now; files begun from now on say so. */
    DraftFolder openedAs(DraftedDatabase now) {
        database = now;
        return this;
    }

    /** Whether a window of this program shows the database. */
    boolean isOpen() {
        return sessions.stream().anyMatch(session -> !session.isRetired());
    }

    /** Begins a file for a window. Nothing is created before something unsaved is flushed. */
    public DraftSession begin() {
        Path path = folder.resolve(UUID.randomUUID() + SUFFIX);
        DraftFile file = new DraftFile(path, EntryJson.of(database), sealing);
        DraftSession session = new DraftSession(path, file, this::moved, sessions::remove);
        sessions.add(session);
        return session;
    }

    /**
     * Returns what windows that do not exist any more have left, and what was discarded in this program. What was
     * discarded more than a week ago is deleted. What cannot be read is said, and hides nothing else.
     */
    public synchronized FoundDrafts look(Instant now) {
        SequencedMap<UUID, FoundDraft> found = new LinkedHashMap<>();
        List<FoundDrafts.Unread> unread = new ArrayList<>();
        try {
            closeRetired();
        } catch (IOException e) {
            unread.add(new FoundDrafts.Unread(folder, FoundDrafts.Why.NOT_READABLE));
        }
        for (Path path : files(unread)) {
            try {
                Optional<OwnerLock> owner = isOwn(path) ? Optional.empty() : OwnerLock.look(path);
                if (owner.isPresent() && look(path, owner.get(), now, found, unread)) {
                    tidy(path, now);
                }
            } catch (IOException e) {
                unread.add(new FoundDrafts.Unread(path, FoundDrafts.Why.NOT_READABLE));
            }
        }
        removeUnfinished();
        for (DraftSession session : sessions) {
            for (DraftEntry entry : session.entries()) {
                // An edit that is open in a window is not offered, wherever else it is.
                found.remove(entry.id());
                if (entry instanceof DraftEntry.Discarded) {
                    add(found, entry);
                }
            }
        }
        List<FoundDraft> drafts = found.values().stream()
                .sorted(Comparator.comparing(draft -> draft.draft().at()))
                .toList();
        return new FoundDrafts(drafts, unread);
    }

    /** Returns whether there is something to delete. */
    private boolean look(
            Path path, OwnerLock owner, Instant now, Map<UUID, FoundDraft> found, List<FoundDrafts.Unread> unread)
            throws IOException {
        try (owner) {
            return switch (DraftFormat.read(path, sealing)) {
                case DraftFormat.Foreign _ -> {
                    unread.add(new FoundDrafts.Unread(path, FoundDrafts.Why.OTHER_VERSION));
                    yield false;
                }
                case DraftFormat.Unreadable _ -> {
                    unread.add(new FoundDrafts.Unread(path, FoundDrafts.Why.DAMAGED));
                    yield false;
                }
                case DraftFormat.Entries read -> {
                    if (read.damaged()) {
                        unread.add(new FoundDrafts.Unread(path, FoundDrafts.Why.DAMAGED));
                    }
                    List<DraftEntry> all = List.copyOf(read.entries().values());
                    List<DraftEntry> current =
                            all.stream().filter(entry -> !isExpired(entry, now)).toList();
                    current.forEach(entry -> add(found, entry));
                    yield current.size() < all.size() || (all.isEmpty() && !read.damaged());
                }
            };
        }
    }

    /** Deletes what counts no more. A disk that is full or may not be written to keeps it until another time. */
    private void tidy(Path path, Instant now) {
        try {
            Optional<OwnerLock> owner = OwnerLock.take(path);
            if (owner.isPresent()) {
                change(path, owner.get(), file -> file.entries().stream()
                        .filter(entry -> isExpired(entry, now))
                        .<DraftEntry>map(entry -> new DraftEntry.Removed(entry.id()))
                        .toList());
            }
        } catch (IOException later) {
            untidy(later);
        }
    }

    /** Deletes the new files that programs have left which ended before these took the place of others. */
    private void removeUnfinished() {
        try {
            for (Path fresh : FolderContents.of(folder, "*" + SUFFIX + DraftFile.FRESH)) {
                String name = fresh.getFileName().toString();
                Path drafts = fresh.resolveSibling(name.substring(0, name.length() - DraftFile.FRESH.length()));
                Optional<OwnerLock> owner = isOwn(drafts) ? Optional.empty() : OwnerLock.take(drafts);
                if (owner.isPresent()) {
                    removeUnfinished(fresh, drafts, owner.get());
                }
            }
        } catch (IOException later) {
            untidy(later);
        }
    }

    private static void removeUnfinished(Path fresh, Path drafts, OwnerLock owner) throws IOException {
        try {
            Files.deleteIfExists(fresh);
        } finally {
            if (Files.exists(drafts)) {
                owner.close();
            } else {
                owner.delete();
            }
        }
    }

    private static void untidy(IOException later) {
        LOG.log(
                System.Logger.Level.DEBUG,
                "A file of drafts stays untidy: {0}",
                later.getClass().getName());
    }

    private static boolean isExpired(DraftEntry entry, Instant now) {
        return entry instanceof DraftEntry.Discarded(KeptDraft _, Instant at) && at.isBefore(now.minus(RESTORABLE));
    }

    /** A crash while a draft is taken over leaves it in two files: the one changed later counts. */
    private static void add(Map<UUID, FoundDraft> found, DraftEntry entry) {
        FoundDraft draft =
                switch (entry) {
                    case DraftEntry.Kept(KeptDraft kept) -> new FoundDraft(kept, Optional.empty());
                    case DraftEntry.Discarded(KeptDraft kept, Instant at) -> new FoundDraft(kept, Optional.of(at));
                    case DraftEntry.Removed _ -> throw new IllegalArgumentException("Nothing is left of it");
                };
        found.merge(
                entry.id(),
                draft,
                (one, other) -> one.draft().at().isAfter(other.draft().at()) ? one : other);
    }

    /**
     * Takes over a draft that was found: from now on it is the window's. Whether it was discarded does not matter.
     *
     * @return the draft; empty when it is not there any more, because another window has it
     * @throws IOException when it could not be written to the window's file; it stays where it is
     */
    public synchronized Optional<KeptDraft> take(UUID id, DraftSession into) throws IOException {
        for (DraftSession session : sessions) {
            Optional<KeptDraft> own = session.entries().stream()
                    .filter(entry -> entry.id().equals(id))
                    .findFirst()
                    .map(DraftFolder::draft);
            if (own.isPresent()) {
                into.put(own.get());
                into.flush();
                if (!session.equals(into)) {
                    session.remove(id);
                    session.flush();
                }
                return own;
            }
        }
        try {
            return change(id, draft -> {
                into.put(draft);
                into.flush();
                return new DraftEntry.Removed(id);
            });
        } catch (IOException e) {
            into.remove(id);
            throw e;
        }
    }

    /**
     * Discards a draft that was found; it can be {@linkplain #take taken over} for a week.
     *
     * @return the draft; empty when it is not there any more, because another window has it
     * @throws IOException when that could not be written; the draft stays as it is
     */
    public synchronized Optional<KeptDraft> discard(UUID id, Instant now) throws IOException {
        return change(id, draft -> new DraftEntry.Discarded(draft, now));
    }

    /**
     * Takes back that a draft was discarded: it is offered again.
     *
     * @return the draft; empty when it is not there any more
     * @throws IOException when that could not be written; the draft stays as it is
     */
    public synchronized Optional<KeptDraft> restore(UUID id) throws IOException {
        return change(id, DraftEntry.Kept::new);
    }

    /**
     * Removes a draft that was found, because the database holds what it says.
     *
     * @throws IOException when that could not be written
     */
    public synchronized void remove(UUID id) throws IOException {
        change(id, draft -> new DraftEntry.Removed(id));
    }

    private synchronized void moved(DraftSession into, Set<UUID> drafts) throws IOException {
        flushing.add(into);
        try {
            closeRetired();
            for (UUID id : drafts) {
                remove(id);
            }
        } finally {
            flushing.remove(into);
        }
    }

    /** A window that shows the same database again finds what it has just left. */
    private void closeRetired() throws IOException {
        for (DraftSession session : sessions) {
            // One that is being flushed would flush itself again, and then lose from its file what it has taken over.
            if (session.isRetired() && !flushing.contains(session)) {
                session.close();
            }
        }
    }

    /**
     * Replaces a draft's entry in the file of a window that does not exist any more. Where a crash has left it in several, the
     * one changed last counts, and it is removed from the others.
     */
    private Optional<KeptDraft> change(UUID id, Change change) throws IOException {
        Map<Path, KeptDraft> places = new HashMap<>();
        for (Path path : FolderContents.of(folder, "*" + SUFFIX)) {
            find(path, id).ifPresent(draft -> places.put(path, draft));
        }
        List<Path> latestFirst = places.entrySet().stream()
                .sorted(Map.Entry.<Path, KeptDraft>comparingByValue(Comparator.comparing(KeptDraft::at))
                        .reversed())
                .map(Map.Entry::getKey)
                .toList();
        Optional<KeptDraft> changed = Optional.empty();
        for (Path path : latestFirst) {
            Change next = changed.isEmpty() ? change : draft -> new DraftEntry.Removed(id);
            Optional<KeptDraft> here = changeIn(path, id, next);
            changed = changed.or(() -> here);
        }
        return changed;
    }

    /** Returns a draft in the file of a window that does not exist any more; a file that cannot be read hides no other. */
    private Optional<KeptDraft> find(Path path, UUID id) {
        try {
            Optional<OwnerLock> owner = isOwn(path) ? Optional.empty() : OwnerLock.look(path);
            if (owner.isPresent()) {
                try (OwnerLock _ = owner.get()) {
                    if (DraftFormat.read(path, sealing) instanceof DraftFormat.Entries read) {
                        return Optional.ofNullable(read.entries().get(id)).map(DraftFolder::draft);
                    }
                }
            }
        } catch (IOException notThisOne) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "A file of drafts cannot be read: {0}",
                    notThisOne.getClass().getName());
        }
        return Optional.empty();
    }

    /** Empty when another window has the file by now, or the draft is not in it any more. */
    private Optional<KeptDraft> changeIn(Path path, UUID id, Change change) throws IOException {
        Optional<OwnerLock> owner = OwnerLock.take(path);
        if (owner.isEmpty()) {
            return Optional.empty();
        }
        List<KeptDraft> changed = new ArrayList<>();
        change(path, owner.get(), file -> {
            Optional<KeptDraft> draft = file.find(id).map(DraftFolder::draft);
            if (draft.isEmpty()) {
                return List.of();
            }
            DraftEntry next = change.of(draft.get());
            changed.add(draft.get());
            return List.of(next);
        });
        return changed.stream().findFirst();
    }

    /** Adds entries to a file of a window that does not exist any more, and deletes it when nothing is left in it. */
    private void change(Path path, OwnerLock owner, Changes changes) throws IOException {
        boolean empty = false;
        try {
            if (DraftFormat.read(path, sealing) instanceof DraftFormat.Entries read) {
                DraftFile file = new DraftFile(path, read, sealing);
                file.append(changes.of(file));
                file.close();
                empty = file.entries().isEmpty() && !read.damaged();
                if (empty) {
                    file.delete();
                }
            }
        } finally {
            if (empty) {
                owner.delete();
            } else {
                owner.close();
            }
        }
    }

    /** What is added to a file. */
    @FunctionalInterface
    private interface Changes {
        List<DraftEntry> of(DraftFile file) throws IOException;
    }

    /** What becomes of a draft. */
    @FunctionalInterface
    private interface Change {
        DraftEntry of(KeptDraft draft) throws IOException;
    }

    private static KeptDraft draft(DraftEntry entry) {
        return switch (entry) {
            case DraftEntry.Kept(KeptDraft draft) -> draft;
            case DraftEntry.Discarded(KeptDraft draft, Instant _) -> draft;
            case DraftEntry.Removed _ -> throw new IllegalArgumentException("Nothing is left of it");
        };
    }

    private boolean isOwn(Path path) {
        return sessions.stream().anyMatch(session -> session.isAt(path));
    }

    private List<Path> files(List<FoundDrafts.Unread> unread) {
        try {
            return FolderContents.of(folder, "*" + SUFFIX);
        } catch (IOException e) {
            unread.add(new FoundDrafts.Unread(folder, FoundDrafts.Why.NOT_READABLE));
            return List.of();
        }
    }
}
