package dev.concord.app.settings;

import dev.concord.database.DatabaseSettings;
import dev.concord.database.Secret;

/**
 * A database opened before. Never holds a password: one written into the address is replaced by stars.
 *
 * @param address as it was given
 * @param user the user; may be empty
 * @param readOnly whether it was opened for reading only
 */
public record Recent(String address, String user, boolean readOnly) {

    public Recent {
        address = DatabaseSettings.of(address).safeAddress();
    }

    /** Returns what to remember of an opened database. */
    public static Recent of(DatabaseSettings opened) {
        return new Recent(opened.address(), opened.user(), opened.readOnly());
    }

    /** Returns the settings to open it again; the password is still to be asked for. */
    public DatabaseSettings toOpen() {
        return new DatabaseSettings(address, user, Secret.NONE, readOnly);
    }

    boolean sameDatabase(Recent other) {
        return address.equals(other.address) && user.equals(other.user);
    }
}
