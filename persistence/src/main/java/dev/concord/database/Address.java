package dev.concord.database;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * An address taken apart and put together again: the driver is given only what was understood, so a setting cannot hide
 * in a corner of the URL that Concord and the driver read differently.
 *
 * @param dialect which driver to use; MariaDB for MySQL too until the server has said what it is
 * @param url the JDBC URL without any user, password or setting of the server databases
 * @param settings passed to the driver as properties; never user or password
 * @param user from the address; empty when it names none
 * @param password from the address
 * @param label for people
 * @param host the server's host with its port if given; empty for files
 * @param database the database's name; empty when the address names none
 * @param file the file opened in this process, for H2 and SQLite
 * @param limits how long its connections wait for the server
 */
record Address(
        Dialect dialect,
        String url,
        Map<String, String> settings,
        String user,
        Secret password,
        String label,
        String host,
        String database,
        Optional<Path> file,
        Limits limits) {

    Address {
        settings = Map.copyOf(settings);
    }

    /** What became of reading an address. */
    sealed interface Reading {}

    /** It can be tried. */
    record Understood(Address address) implements Reading {}

    /** It will not be tried. */
    record Refused(OpenOutcome.Failed failed) implements Reading {}

    static Refused refused(OpenOutcome.Reason reason, String subject) {
        return new Refused(new OpenOutcome.Failed(reason, subject, ""));
    }
}
