package dev.concord.drafts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * All unsaved work on this computer: a folder for each database. One for each program, whose windows share it. Safe to
 * share between threads.
 */
public final class DraftArchive {
    private static final System.Logger LOG = System.getLogger(DraftArchive.class.getName());

    private final Path root;
    private final Sealing sealing;
    private final Map<String, DraftFolder> folders = new ConcurrentHashMap<>();

    /**
     * An archive in a folder, which is created with the first draft.
     *
     * @param sealing how new files are encrypted
     */
    public DraftArchive(Path root, Sealing sealing) {
        this.root = root;
        this.sealing = sealing;
    }

    /** Returns the unsaved work on a database that is open. */
    public DraftFolder of(DraftedDatabase database) {
        return known(database).openedAs(database);
    }

    private DraftFolder known(DraftedDatabase database) {
        return folders.computeIfAbsent(
                database.identity(), identity -> new DraftFolder(root.resolve(identity), database, sealing));
    }

    /**
     * A database with unsaved work that is not open. Immutable.
     *
     * @param database how it was opened last
     * @param folder its unsaved work
     * @param found what there is, discarded or not
     */
    public record Waiting(DraftedDatabase database, DraftFolder folder, FoundDrafts found) {}

    /**
     * Returns the databases that no window of this program shows and that have unsaved work no window of any program has,
     * discarded or not; the one changed last first. May block; never call it on the FX thread.
     *
     * @throws IOException when the archive cannot be read; a folder that cannot be read hides no other
     */
    public List<Waiting> waiting(Instant now) throws IOException {
        List<Waiting> waiting = new ArrayList<>();
        for (Path folder : FolderContents.of(root, "*")) {
            try {
                databaseOf(folder).flatMap(database -> waiting(database, now)).ifPresent(waiting::add);
            } catch (IOException notThisOne) {
                unreadable(notThisOne);
            }
        }
        waiting.sort(Comparator.comparing(
                        (Waiting one) -> one.found().drafts().getLast().draft().at())
                .reversed());
        return waiting;
    }

    private Optional<Waiting> waiting(DraftedDatabase database, Instant now) {
        DraftFolder folder = known(database);
        if (folder.isOpen()) {
            return Optional.empty();
        }
        FoundDrafts found = folder.look(now);
        return found.drafts().isEmpty() ? Optional.empty() : Optional.of(new Waiting(database, folder, found));
    }

    private static void unreadable(IOException why) {
        LOG.log(
                System.Logger.Level.WARNING,
                "A file of drafts cannot be read: {0}",
                why.getClass().getName());
    }

    /** Reads how a database was opened from the file that was written last. */
    private Optional<DraftedDatabase> databaseOf(Path folder) throws IOException {
        List<Path> files = new ArrayList<>(FolderContents.of(folder, "*" + DraftFolder.SUFFIX));
        files.sort(Comparator.comparing(DraftArchive::written).reversed());
        for (Path file : files) {
            try {
                if (DraftFormat.read(file, sealing) instanceof DraftFormat.Entries read
                        && read.database().size() > 0) {
                    return Optional.of(EntryJson.database(read.database().toArray()))
                            .filter(database -> folder.endsWith(database.identity()));
                }
            } catch (IOException notThisOne) {
                unreadable(notThisOne);
            }
        }
        return Optional.empty();
    }

    private static FileTime written(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException gone) {
            return FileTime.fromMillis(0);
        }
    }
}
