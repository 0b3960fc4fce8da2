package dev.concord.database;

/**
 * A password. Never printed: {@link #toString()} returns stars.
 *
 * @param reveal the password itself, for the driver only
 */
public record Secret(String reveal) {

    /** No password. */
    public static final Secret NONE = new Secret("");

    @Override
    public String toString() {
        return "***";
    }
}
