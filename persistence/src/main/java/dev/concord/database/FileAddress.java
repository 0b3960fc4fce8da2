package dev.concord.database;

import dev.concord.database.OpenOutcome.Reason;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Reads an address that is a plain path. The file's first bytes say what it is, whatever its name says. */
final class FileAddress {
    private FileAddress() {}

    static Address.Reading read(String text) {
        return path(text)
                .map(FileAddress::recognised)
                .orElseGet(() -> Address.refused(Reason.ADDRESS_NOT_UNDERSTOOD, text));
    }

    private static Address.Reading recognised(Path path) {
        Path h2 = path.resolveSibling(path.getFileName() + H2Address.SUFFIX);
        Path file = !Files.exists(path) && Files.exists(h2) ? h2 : path;
        return FileKind.look(file, kind -> switch (kind) {
            case SQLITE -> SqliteAddress.file(file);
            case H2, H2_ENCRYPTED -> H2Address.file(file, Map.of(), H2Address.Login.NONE);
        });
    }

    /** Returns the absolute path a person means; empty when the text is none on this system. */
    static Optional<Path> path(String text) {
        boolean home = text.startsWith("~/") || text.startsWith("~\\");
        try {
            Path path = home ? Path.of(System.getProperty("user.home"), text.substring(2)) : Path.of(text);
            return Optional.of(path.toAbsolutePath().normalize());
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }
}
