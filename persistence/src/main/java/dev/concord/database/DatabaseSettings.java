package dev.concord.database;

import java.nio.file.Path;

/**
 * What is needed to open a database.
 *
 * @param address a JDBC URL, or the path of an H2 or SQLite file
 * @param user the user; empty for the address's own, or else the database's default
 * @param password the password; {@link Secret#NONE} for the address's own, if it has one
 * @param readOnly whether to refuse every write
 */
public record DatabaseSettings(String address, String user, Secret password, boolean readOnly) {

    /** A database that needs no user and password, opened for writing. */
    public static DatabaseSettings of(String address) {
        return new DatabaseSettings(address, "", Secret.NONE, false);
    }

    /**
     * Returns these settings as somebody means them who typed the address in a folder: an H2 or SQLite file with a
     * relative name is in there, so that the address means the same to every program and at any time. Any other address
     * stays as it is, whether it is understood or not.
     *
     * @param folder absolute
     */
    public DatabaseSettings typedIn(Path folder) {
        return new DatabaseSettings(TypedAddress.in(folder, address), user, password, readOnly);
    }

    /** Returns the address fit to be shown and kept: a password written into it is replaced by stars. */
    public String safeAddress() {
        return Passwords.mask(address);
    }

    /** Never shows a password. */
    @Override
    public String toString() {
        return "DatabaseSettings[" + safeAddress() + ", user=" + user + (readOnly ? ", read-only]" : "]");
    }
}
