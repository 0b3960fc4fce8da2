package dev.concord.app.connect;

import dev.concord.catalog.Catalog;
import dev.concord.catalog.Table;
import dev.concord.database.ConnectionGuard;
import dev.concord.database.Database;
import dev.concord.database.DatabaseOpener;
import dev.concord.database.DatabaseSettings;
import dev.concord.database.OpenOutcome;
import dev.concord.version.Policies;
import java.util.function.Function;

/**
 * Opens databases with the policies the user confirmed for them. Immutable; may take as long as the connection time-out
 * (10 s), so never call it on the FX thread.
 */
public final class Opening {
    private final Function<DatabaseSettings, Policies> policies;
    private final ConnectionGuard guard;

    /**
     * Opens databases.
     *
     * @param policies how a database's tables are guarded; called off the FX thread
     */
    public Opening(Function<DatabaseSettings, Policies> policies) {
        this(policies, ConnectionGuard.NONE);
    }

    /**
     * Opens databases.
     *
     * @param policies how a database's tables are guarded; called off the FX thread
     * @param guard checks each thread that asks an open database for a connection
     */
    public Opening(Function<DatabaseSettings, Policies> policies, ConnectionGuard guard) {
        this.policies = policies;
        this.guard = guard;
    }

    /** The result of testing or opening a database. */
    public sealed interface Result {
        /** Closes the database, if it is open, because it is no longer needed. */
        default void putAway() {
            if (this instanceof Opened opened) {
                opened.open().close();
            }
        }
    }

    /** The database is open; the receiver closes it. */
    public record Opened(OpenDatabase open) implements Result {}

    /**
     * The database was opened for a test, works, and was closed again.
     *
     * @param product the database's name and version
     * @param tables how many tables there are, views not counted
     */
    public record Tested(String product, long tables) implements Result {}

    /** The database could not be opened. */
    public record Failed(OpenOutcome.Failed why) implements Result {}

    /** Opens a database. */
    public Result open(DatabaseSettings settings) {
        return switch (DatabaseOpener.open(settings, guard)) {
            case OpenOutcome.Failed failed -> new Failed(failed);
            case OpenOutcome.Opened opened -> new Opened(adopt(opened.database(), settings));
        };
    }

    /** Opens a read-only database again for editing; the read-only one stays open. */
    public Result forEditing(OpenDatabase readOnly) {
        DatabaseSettings then = readOnly.settings();
        DatabaseSettings now = new DatabaseSettings(then.address(), then.user(), then.password(), false);
        return switch (DatabaseOpener.reopen(readOnly.database(), false, guard)) {
            case OpenOutcome.Failed failed -> new Failed(failed);
            case OpenOutcome.Opened opened ->
                new Opened(OpenDatabase.over(opened.database(), readOnly.store().policies(), now));
        };
    }

    /** Opens the file that has taken the place of an open database's file. */
    public Result replaced(OpenDatabase old) {
        return switch (DatabaseOpener.reopenReplaced(old.database(), guard)) {
            case OpenOutcome.Failed failed -> new Failed(failed);
            case OpenOutcome.Opened opened ->
                new Opened(OpenDatabase.over(opened.database(), old.store().policies(), old.settings()));
        };
    }

    /** Returns the open database of a connection pool that is already open, with its policies. */
    public OpenDatabase adopt(Database database, DatabaseSettings settings) {
        return OpenDatabase.over(database, policies.apply(settings), settings);
    }

    /** Opens a database, counts its tables, and closes it. */
    public Result test(DatabaseSettings settings) {
        return switch (DatabaseOpener.open(settings, guard)) {
            case OpenOutcome.Failed failed -> new Failed(failed);
            case OpenOutcome.Opened opened -> {
                try (Database database = opened.database()) {
                    long tables = new Catalog(database)
                            .tables().stream()
                                    .filter(table -> table.type() == Table.Type.TABLE)
                                    .count();
                    yield new Tested(database.product(), tables);
                }
            }
        };
    }
}
