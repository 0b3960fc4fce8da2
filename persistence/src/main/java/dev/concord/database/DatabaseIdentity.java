package dev.concord.database;

import dev.concord.dialect.Dialect;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Names a database in the same way whenever it is opened from this computer, so that what is kept for it is found again:
 * a digest of its kind and its place. User, password and settings of the connection do not count; the schema is part of
 * each table's name.
 *
 * <ul>
 *   <li>A file is named by its real path, whichever link or relative name it was opened by. Another file put in its place
 *       has the same name, as the same database restored from a backup should have.
 *   <li>A server's database is named by the host with its port, as given or the usual one, and by the database's name.
 *       The server itself is not asked: a copy of a database, made for tests, has the server identifier of the original.
 *       A server reached under two names counts as two, but the names of this computer count as one.
 *   <li>A database in memory ends with its process, so nothing is kept for it.
 * </ul>
 */
final class DatabaseIdentity {
    private static final List<String> THIS_COMPUTER = List.of("localhost", "127.0.0.1", "[::1]");

    /** Hexadecimal digits of the digest that are used: 128 bits. */
    private static final int LENGTH = 32;

    private DatabaseIdentity() {}

    /**
     * Returns the identity, 32 hexadecimal digits; empty for a database in memory. Reads the file system.
     *
     * @param user who is logged in: PostgreSQL's database is called like the user when the address names none
     */
    static Optional<String> of(Address address, String user) {
        if (address.file().isPresent()) {
            return Optional.of(
                    digest(address.dialect().name(), real(address.file().get())));
        }
        if (address.host().isEmpty()) {
            return Optional.empty();
        }
        String database =
                address.database().isEmpty() && address.dialect() == Dialect.POSTGRESQL ? user : address.database();
        return Optional.of(digest(address.dialect().name(), hosts(address), database));
    }

    private static String real(Path file) {
        try {
            return file.toRealPath().toString();
        } catch (IOException notThereAnyMore) {
            return file.toAbsolutePath().normalize().toString();
        }
    }

    /** Several hosts are the members of one cluster, in any order. */
    private static String hosts(Address address) {
        int usual =
                switch (address.dialect()) {
                    case POSTGRESQL -> 5432;
                    case MARIADB, MYSQL -> 3306;
                    case H2, SQLITE -> 9092;
                };
        return Arrays.stream(address.host().toLowerCase(Locale.ROOT).split(",", -1))
                .map(host -> withPort(host, usual))
                .sorted()
                .distinct()
                .collect(Collectors.joining(","));
    }

    private static String withPort(String given, int usual) {
        int colon = given.lastIndexOf(':');
        boolean named = (colon > given.lastIndexOf(']') && given.indexOf(':') == colon) || given.contains("]:");
        String host = named ? given.substring(0, colon) : given;
        String port = named && colon + 1 < given.length() ? given.substring(colon + 1) : Integer.toString(usual);
        return (THIS_COMPUTER.contains(host) ? THIS_COMPUTER.getFirst() : host) + ":" + port;
    }

    private static String digest(String... parts) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            for (String part : parts) {
                sha256.update(part.getBytes(StandardCharsets.UTF_8));
                // No part has this byte in it.
                sha256.update((byte) 0);
            }
            return HexFormat.of().formatHex(sha256.digest()).substring(0, LENGTH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
