package dev.concord.store;

import dev.concord.database.ServerIdentity;
import java.sql.SQLException;

/**
 * A COMMIT that may have been carried out or not.
 *
 * @param detail the error of the lost connection
 * @param server the server that was to commit
 */
record Doubt(String detail, ServerIdentity server) {
    static Doubt of(SQLException error, ServerIdentity server) {
        return new Doubt(String.valueOf(error.getMessage()), server);
    }
}
