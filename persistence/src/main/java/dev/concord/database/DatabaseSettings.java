package dev.concord.database;

/**
 * What is needed to open a database.
 *
 * @param address a JDBC URL, or the path of an H2 or SQLite file
 * @param user the user; empty for the database's default
 * @param password the password
 * @param readOnly whether to refuse every write
 */
public record DatabaseSettings(String address, String user, Secret password, boolean readOnly) {

    /** A database that needs no user and password, opened for writing. */
    public static DatabaseSettings of(String address) {
        return new DatabaseSettings(address, "", Secret.NONE, false);
    }
}
