package dev.concord.database;

import dev.concord.dialect.Dialect;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * A parsed database address. The driver receives only a URL and settings built from the parsed parts, so that no
 * setting reaches it through a part of the URL that Concord and the driver parse differently.
 *
 * @param dialect which driver to use; MariaDB also for MySQL, until the server has reported its product
 * @param url the JDBC URL without any user, password or setting of the server databases
 * @param settings passed to the driver as properties; never user or password
 * @param user from the address; empty when it names none
 * @param password from the address
 * @param label a short name to display
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

    /** The result of parsing an address. */
    sealed interface Reading {}

    /** The address is valid and can be connected to. */
    record Understood(Address address) implements Reading {}

    /** The address was rejected; no connection is attempted. */
    record Refused(OpenOutcome.Failed failed) implements Reading {}

    static Refused refused(OpenOutcome.Reason reason, String subject) {
        return new Refused(new OpenOutcome.Failed(reason, subject, ""));
    }
}
