package dev.concord.database;

import dev.concord.database.OpenOutcome.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;

/** The kinds of database files, recognised by their first bytes. */
enum FileKind {
    SQLITE("SQLite format 3\0"),
    H2("H:2,"),
    /** A file of H2 before version 1.4, or of 1.4 with its old storage. */
    H2_OLD("-- H2 "),
    /** An encrypted H2 file, which opens only with its password. */
    H2_ENCRYPTED("H2encrypt");

    private static final int LONGEST = 16;

    private final String start;

    FileKind(String start) {
        this.start = start;
    }

    /** Detects the file's kind by its first bytes and applies the function to it; rejects a file of no known kind. */
    static Address.Reading look(Path file, Function<FileKind, Address.Reading> then) {
        if (!Files.exists(file)) {
            return Address.refused(Reason.FILE_MISSING, file.toString());
        }
        if (Files.isDirectory(file)) {
            return Address.refused(Reason.NOT_A_DATABASE, file.toString());
        }
        if (OpenedFile.isOpenInSqlite(file)) {
            return then.apply(SQLITE);
        }
        try (InputStream in = Files.newInputStream(file)) {
            String header = new String(in.readNBytes(LONGEST), StandardCharsets.ISO_8859_1);
            for (FileKind kind : values()) {
                if (header.startsWith(kind.start)) {
                    return then.apply(kind);
                }
            }
            return Address.refused(Reason.NOT_A_DATABASE, file.toString());
        } catch (IOException e) {
            return new Address.Refused(
                    new OpenOutcome.Failed(Reason.FILE_NOT_READABLE, file.toString(), String.valueOf(e.getMessage())));
        }
    }
}
