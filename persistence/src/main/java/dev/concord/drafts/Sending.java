package dev.concord.drafts;

import dev.concord.record.Draft;

/**
 * A save that was sent to the database, and whose answer is not known. Immutable.
 *
 * @param edit the edit that was saved, on the row it was made on
 * @param written what was sent: the edit itself, or what it was merged into, or a new row in place of one that was deleted
 */
public record Sending(Draft edit, Draft written) {
    /** A save of an edit as it is. */
    public static Sending of(Draft edit) {
        return new Sending(edit, edit);
    }
}
