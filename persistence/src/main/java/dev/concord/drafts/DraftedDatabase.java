package dev.concord.drafts;

/**
 * The database that unsaved work is for.
 *
 * @param identity names the database in the same way whenever it is opened on this computer; a folder is named after it,
 *     so it consists of letters and digits
 * @param label a short name to display
 * @param address the address to open it by, without a password
 * @param user the user to open it as; empty for the address's own
 */
public record DraftedDatabase(String identity, String label, String address, String user) {
    public DraftedDatabase {
        if (!identity.matches("[0-9A-Za-z]+")) {
            throw new IllegalArgumentException("Not the name of a folder: " + identity);
        }
    }
}
