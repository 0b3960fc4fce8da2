package dev.concord.database;

import java.util.Locale;

/** Reads an address of any kind, in the way that its beginning asks for. */
final class AddressReader {
    private AddressReader() {}

    /** Reads a JDBC URL, a URL as a server's own tools write it, or a path. Looks at the file a path names. */
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
