package dev.concord.drafts;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
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

    /** Returns the unsaved work on a database. */
    public DraftFolder of(DraftedDatabase database) {
        return folders.computeIfAbsent(
                database.identity(), identity -> new DraftFolder(root.resolve(identity), database, sealing));
    }

    /** A database with unsaved work, and how many drafts there are. */
    public record Waiting(DraftedDatabase database, int drafts) {}

    /**
     * Returns the databases with unsaved work that no window has. May block; never call it on the FX thread.
     *
     * @throws IOException when the archive cannot be read
     */
    public List<Waiting> waiting(Instant now) throws IOException {
        List<Waiting> waiting = new ArrayList<>();
        for (Path folder : FolderContents.of(root, "*")) {
            Optional<DraftedDatabase> database = databaseOf(folder);
            if (database.isPresent()) {
                int drafts = of(database.get()).look(now).offered().size();
                if (drafts > 0) {
                    waiting.add(new Waiting(database.get(), drafts));
                }
            }
        }
        return waiting;
    }

    private Optional<DraftedDatabase> databaseOf(Path folder) throws IOException {
        for (Path file : FolderContents.of(folder, "*" + DraftFolder.SUFFIX)) {
            try {
                if (DraftFormat.read(file, sealing) instanceof DraftFormat.Entries read
                        && read.database().size() > 0) {
                    return Optional.of(EntryJson.database(read.database().toArray()))
                            .filter(database -> folder.endsWith(database.identity()));
                }
            } catch (IOException notThisOne) {
                LOG.log(
                        System.Logger.Level.WARNING,
                        "A file of drafts cannot be read: {0}",
                        notThisOne.getClass().getName());
            }
        }
        return Optional.empty();
    }
}
