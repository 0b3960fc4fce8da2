package dev.concord.database;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/** Parses a typed path: relative to the working folder, or to the user's home folder after a tilde. */
final class TypedPath {
    private TypedPath() {}

    /** Returns the absolute path; empty when the text is not a valid path on this system. */
    static Optional<Path> of(String text) {
        boolean home = text.startsWith("~/") || text.startsWith("~\\");
        try {
            Path path = home ? Path.of(System.getProperty("user.home"), text.substring(2)) : Path.of(text);
            return Optional.of(path.toAbsolutePath().normalize());
        } catch (InvalidPathException _) {
            return Optional.empty();
        }
    }
}
