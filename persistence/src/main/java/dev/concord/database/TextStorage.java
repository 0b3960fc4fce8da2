package dev.concord.database;

import dev.concord.dialect.Dialect;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import org.postgresql.PGConnection;

/** How a database stores text, as far as text that is not valid must be read in a special way. */
public enum TextStorage {
    /** The driver decodes text, and returns the bytes of what it could not decode. */
    DECODED,
    /** PostgreSQL's SQL_ASCII: any bytes, of which the server sends only those that are valid UTF-8 as text. */
    ANY_BYTES,
    /** SQLite's UTF-16, little-endian. SQLite converts it to UTF-8, and thereby two different invalid texts to the same one. */
    UTF_16LE,
    /** The same, big-endian. */
    UTF_16BE;

    static TextStorage of(Dialect dialect, Connection connection) throws SQLException {
        return switch (dialect) {
            case POSTGRESQL ->
                "SQL_ASCII".equals(connection.unwrap(PGConnection.class).getParameterStatus("server_encoding"))
                        ? ANY_BYTES
                        : DECODED;
            case SQLITE -> ofSqlite(connection);
            case H2, MARIADB, MYSQL -> DECODED;
        };
    }

    private static TextStorage ofSqlite(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery("PRAGMA encoding")) {
            answer.next();
            return switch (answer.getString(1).toLowerCase(Locale.ROOT)) {
                case "utf-16le" -> UTF_16LE;
                case "utf-16be" -> UTF_16BE;
                default -> DECODED;
            };
        }
    }
}
