package dev.concord.app.command;

import dev.concord.database.Database;
import dev.concord.database.DatabaseSettings;
import java.util.Optional;

/**
 * What the command line asks the window to show.
 *
 * @param target the database; empty for the sample
 * @param table the table to show first, as typed: its name, or schema and name with a dot between
 * @param key the record to open in that table, as typed; a key of several columns has slashes between
 * @param guarding how tables are checked in this run
 * @param where in which window, if there is one already
 */
public record OpenRequest(
        Optional<Target> target, Optional<String> table, Optional<String> key, RunPolicies guarding, Where where) {

    /** The window, whatever it shows; the sample database in the first one. */
    public static final OpenRequest SAMPLE =
            new OpenRequest(Optional.empty(), Optional.empty(), Optional.empty(), RunPolicies.DEFAULT, Where.FRONT);

    /** Which window is meant. The first window shows what is asked for in any case. */
    public enum Where {
        /** The open window comes to the front as it is. */
        FRONT,
        /** A new window beside it. */
        NEW,
        /** The open window shows it, after its user has agreed to leave unsaved records. */
        SAME
    }

    /**
     * A database that is already open, so that no window is opened for one that cannot be opened. The receiver closes
     * it.
     *
     * @param settings how it was opened
     * @param database open
     */
    public record Target(DatabaseSettings settings, Database database) {}

    /** Returns this request with tables checked in another way. */
    OpenRequest guardedBy(RunPolicies other) {
        return new OpenRequest(target, table, key, other, where);
    }

    /** Returns this request for a database. */
    OpenRequest on(Target database) {
        return new OpenRequest(Optional.of(database), table, key, guarding, where);
    }
}
