package dev.concord.catalog;

import java.sql.SQLException;
import org.jooq.exception.DataAccessException;

/** The catalog could not be read: the connection was lost, for example, or another program has locked the file. */
public final class CatalogFault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    CatalogFault(Exception cause) {
        super(message(cause), cause);
    }

    /** The driver's message; jOOQ adds the statement to its own. */
    private static String message(Exception cause) {
        SQLException error = cause instanceof DataAccessException wrapper ? wrapper.getCause(SQLException.class) : null;
        return String.valueOf(error == null ? cause.getMessage() : error.getMessage());
    }
}
