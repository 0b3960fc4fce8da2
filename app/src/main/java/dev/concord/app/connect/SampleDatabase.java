package dev.concord.app.connect;

import dev.concord.catalog.TableId;
import dev.concord.database.ConnectionGuard;
import dev.concord.database.Database;
import dev.concord.database.DatabaseOpener;
import dev.concord.database.DatabaseSettings;
import dev.concord.database.H2File;
import dev.concord.database.OpenOutcome;
import dev.concord.database.OpenOutcome.Reason;
import dev.concord.database.Scripts;
import dev.concord.ui.sample.SampleScripts;
import dev.concord.ui.text.Texts;
import dev.concord.version.Guard;
import dev.concord.version.Guard.VersionKind;
import dev.concord.version.Policies;
import dev.concord.version.TablePolicy;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Concord's sample database, for trying everything without risk: an H2 file in the user's data folder, created when
 * first needed. Never call it on the FX thread.
 */
public final class SampleDatabase {
    /** How the sample's tables are guarded: by checksum, and one with each kind of version column that saves move. */
    public static final Policies POLICIES = Policies.DEFAULT
            .with(table("customer"), byColumn("version", VersionKind.INTEGER))
            .with(table("order"), byColumn("updated_at", VersionKind.TIMESTAMP))
            .with(table("article"), byColumn("row_version", VersionKind.UUID));

    /** The table to show first. */
    public static final Optional<String> FIRST_TABLE = Optional.of("customer");

    private static final String NAME = "sample";
    private static final String SUFFIX = ".mv.db";

    private final Path folder;
    private final Texts texts;
    private final ConnectionGuard guard;

    /** The sample kept in a folder, which is made when needed. */
    public SampleDatabase(Path folder, Texts texts) {
        this(folder, texts, ConnectionGuard.NONE);
    }

    /**
     * The sample kept in a folder, which is made when needed.
     *
     * @param guard checks each thread that asks the open sample for a connection
     */
    public SampleDatabase(Path folder, Texts texts, ConnectionGuard guard) {
        this.folder = folder.toAbsolutePath();
        this.texts = texts;
        this.guard = guard;
    }

    /** Whether an address is that of the sample. */
    public boolean isAt(String address) {
        return address.equals(settings(NAME).safeAddress());
    }

    /** Opens the sample for editing; creates it first if it does not exist. */
    public Opening.Result open() {
        Path file = folder.resolve(NAME + SUFFIX);
        try {
            if (!Files.exists(file)) {
                make(file);
            }
        } catch (IOException | SQLException e) {
            return new Opening.Failed(
                    new OpenOutcome.Failed(Reason.OTHER, file.toString(), String.valueOf(e.getMessage())));
        }
        return switch (new Opening(ignored -> POLICIES, guard).open(settings(NAME))) {
            case Opening.Opened opened -> new Opening.Opened(opened.open().asSample(texts.get("connect.sample")));
            case Opening.Tested tested -> tested;
            case Opening.Failed failed -> failed;
        };
    }

    /**
     * Restores the original contents of the open sample. Other windows that show it see the same; nothing needs to be
     * closed.
     *
     * @throws SQLException when this fails, for example while another window has locked a row; it can then be retried
     */
    public void reset(OpenDatabase sample) throws SQLException {
        if (!sample.sample()) {
            throw new IllegalArgumentException("Only the sample may be made anew: " + sample.label());
        }
        Scripts.run(
                sample.database(),
                Stream.concat(Stream.of("DROP ALL OBJECTS"), SampleScripts.inOrder().stream())
                        .toList());
    }

    /** Fills a file with another name and renames it, so that the sample is either complete or missing. */
    private void make(Path file) throws IOException, SQLException {
        Files.createDirectories(folder);
        String draft = NAME + "-" + UUID.randomUUID();
        Path half = folder.resolve(draft + SUFFIX);
        try {
            H2File.create(folder.resolve(draft));
            switch (DatabaseOpener.open(settings(draft))) {
                case OpenOutcome.Failed failed -> throw new IOException(failed.reason() + ": " + failed.detail());
                case OpenOutcome.Opened opened -> {
                    try (Database database = opened.database()) {
                        Scripts.run(database, SampleScripts.inOrder());
                    }
                }
            }
            rename(half, file);
        } finally {
            Files.deleteIfExists(half);
            Files.deleteIfExists(folder.resolve(draft + ".trace.db"));
        }
    }

    private static void rename(Path half, Path file) throws IOException {
        try {
            Files.move(half, file);
        } catch (FileAlreadyExistsException e) {
            // Another window has created the same sample meanwhile; that one is used.
            Files.delete(half);
        }
    }

    private DatabaseSettings settings(String name) {
        return DatabaseSettings.of("jdbc:h2:file:" + folder.resolve(name));
    }

    private static TableId table(String name) {
        return new TableId("PUBLIC", name);
    }

    private static TablePolicy byColumn(String column, VersionKind kind) {
        return TablePolicy.DEFAULT.withGuard(new Guard.ByBoth(new Guard.ByColumn(column, kind)));
    }
}
