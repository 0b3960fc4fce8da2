package dev.concord.database;

import java.nio.file.Path;

/**
 * What is needed to open a database.
 *
 * @param address a JDBC URL, or the path of an H2 or SQLite file
 * @param user the user; when empty, the user in the address, or else the database's default
 * @param password the password; {@link Secret#NONE} for the address's own, if it has one
 * @param readOnly whether to reject every write
 */
public record DatabaseSettings(String address, String user, Secret password, boolean readOnly) {

    /** Returns the settings of a database without user and password, opened for writing. */
    public static DatabaseSettings of(String address) {
        return new DatabaseSettings(address, "", Secret.NONE, false);
    }

    /**
     * Returns these settings with the relative name of an H2 or SQLite file resolved against a folder, so that the
     * address means the same to every program and at any time. Any other address is unchanged, whether it is valid or
     * not.
     *
     * @param folder the folder the address was typed in; absolute
     */
    public DatabaseSettings typedIn(Path folder) {
        return new DatabaseSettings(TypedAddress.in(folder, address), user, password, readOnly);
    }

    /** Returns the address for display and storage: a password in it is replaced by stars. */
    public String safeAddress() {
        return Passwords.mask(address);
    }

    /** Never shows a password. */
    @Override
    public String toString() {
        return "DatabaseSettings[" + safeAddress() + ", user=" + user + (readOnly ? ", read-only]" : "]");
    }
}
