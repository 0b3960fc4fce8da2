package dev.concord.database;

import dev.concord.database.OpenOutcome.Reason;
import dev.concord.dialect.Dialect;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Parses what follows {@code jdbc:sqlite:}: the path of an existing file, and nothing else. */
final class SqliteAddress {
    private SqliteAddress() {}

    static Address.Reading read(String text) {
        int question = text.indexOf('?');
        if (question >= 0) {
            String setting = text.substring(question + 1).split("[=&]", 2)[0];
            return Address.refused(Reason.SETTING_REFUSED, setting);
        }
        if (text.isEmpty() || text.startsWith(":") || text.startsWith("file:")) {
            return Address.refused(Reason.ADDRESS_NOT_UNDERSTOOD, "jdbc:sqlite:" + text);
        }
        return TypedPath.of(text)
                .map(file -> FileKind.look(file, kind -> switch (kind) {
                    case SQLITE -> file(file);
                    case H2, H2_OLD, H2_ENCRYPTED -> Address.refused(Reason.NOT_A_DATABASE, file.toString());
                }))
                .orElseGet(() -> Address.refused(Reason.ADDRESS_NOT_UNDERSTOOD, text));
    }

    /** The driver takes what follows a question mark for settings, unless it is encoded as in a URI. */
    private static String name(Path file) {
        return file.toString().contains("?") ? "file:" + file.toUri().getRawPath() : file.toString();
    }

    /** The address of a file already known to be SQLite's. */
    static Address.Reading file(Path file) {
        String name = String.valueOf(file.getFileName());
        return new Address.Understood(new Address(
                Dialect.SQLITE,
                "jdbc:sqlite:" + name(file),
                Map.of(),
                "",
                Secret.NONE,
                name,
                "",
                name,
                Optional.of(file),
                Limits.NONE));
    }
}
