package dev.concord.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Optional;

/**
 * Identifies the file at a path, whatever is written to it: on Linux and macOS by its device and inode. Java offers no
 * such key on Windows, where the time of creation stands in for it: a file that is replaced there within 15 seconds of
 * its deletion may get the old time, and is not noticed.
 *
 * @param key the file's key, or its time of creation
 */
record FileIdentity(Object key) {

    /** A file as it is at the moment. */
    record Look(FileIdentity identity, FileTime modified) {}

    /** Returns the identity of the file at the path; empty when there is none, or none that can be reached. */
    static Optional<FileIdentity> at(Path path) {
        return look(path).map(Look::identity);
    }

    /** Returns the same with the time of the file's last change. */
    static Optional<Look> look(Path path) {
        try {
            // Never by opening it: closing it again would release the locks SQLite has on it in this process.
            BasicFileAttributes found = Files.readAttributes(path, BasicFileAttributes.class);
            Object key = found.fileKey() == null ? found.creationTime() : found.fileKey();
            return Optional.of(new Look(new FileIdentity(key), found.lastModifiedTime()));
        } catch (IOException _) {
            return Optional.empty();
        }
    }
}
