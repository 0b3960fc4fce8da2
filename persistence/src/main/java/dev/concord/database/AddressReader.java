package dev.concord.database;

import java.util.Locale;

/** Parses an address of any kind; the address's prefix selects the parser. */
final class AddressReader {
    private AddressReader() {}

    /** Parses a JDBC URL, a URL as a server's own tools write it, or a path. Reads the file that a path names. */
    static Address.Reading read(String written) {
        String text = written.strip();
        String lower = text.toLowerCase(Locale.ROOT);
        if (lower.startsWith("jdbc:h2:")) {
            return H2Address.read(text.substring("jdbc:h2:".length()));
        }
        if (lower.startsWith("jdbc:sqlite:")) {
            return SqliteAddress.read(text.substring("jdbc:sqlite:".length()));
        }
        String withoutJdbc = lower.startsWith("jdbc:") ? text.substring("jdbc:".length()) : text;
        if (TypedAddress.SERVER_SCHEME.matcher(withoutJdbc).lookingAt()) {
            return ServerAddress.read(withoutJdbc);
        }
        if (text.isEmpty() || lower.startsWith("jdbc:") || text.contains("://")) {
            return Address.refused(OpenOutcome.Reason.ADDRESS_NOT_UNDERSTOOD, Passwords.mask(text));
        }
        return FileAddress.read(text);
    }
}
