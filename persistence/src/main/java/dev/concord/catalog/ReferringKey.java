package dev.concord.catalog;

/**
 * A foreign key of another table, or of the same, that refers to a table.
 *
 * @param from the table whose rows refer
 * @param key the reference
 * @param onDelete what the database does with the rows that refer to a row that is deleted
 */
public record ReferringKey(TableId from, ForeignKey key, OnDelete onDelete) {

    /** What becomes of the rows that refer to a deleted one. */
    public enum OnDelete {
        /** They stay, and the deletion is refused. */
        REFUSE,
        /** They are deleted too. */
        DELETE,
        /** They stay, and refer to nothing, or to what is the default. */
        CLEAR
    }
}
