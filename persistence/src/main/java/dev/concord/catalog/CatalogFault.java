package dev.concord.catalog;

import java.sql.SQLException;
import org.jooq.exception.DataAccessException;

/** The database could not be asked what it holds: the connection is gone, say, or somebody has locked the file. */
public final class CatalogFault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    CatalogFault(DataAccessException failed) {
        super(words(failed), failed);
    }

    /** The driver's own words, without the statement. */
    private static String words(DataAccessException failed) {
        SQLException error = failed.getCause(SQLException.class);
        return String.valueOf(error == null ? failed.getMessage() : error.getMessage());
    }
}
