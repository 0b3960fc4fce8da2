package dev.concord.dialect;

import java.nio.file.Path;
import java.sql.SQLException;

/** A database file is not the one that was opened any more: it was replaced, moved or deleted. */
public final class FileReplacedException extends SQLException {
    private static final long serialVersionUID = 1L;

    public FileReplacedException(Path path) {
        super(path + " was replaced, moved or deleted while it was open");
    }

    /** Whether an error is this one, or the pool's that had no connection because of it. */
    public static boolean causes(SQLException error) {
        return error instanceof FileReplacedException || error.getCause() instanceof FileReplacedException;
    }
}
