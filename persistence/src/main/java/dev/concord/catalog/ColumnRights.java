package dev.concord.catalog;

/**
 * What the user may do with one column. PostgreSQL, MariaDB and MySQL grant rights to single columns; the other databases
 * to whole tables only.
 *
 * @param select whether its values may be read
 * @param insert whether a new row may contain a value for it
 * @param update whether its value may be changed
 */
public record ColumnRights(boolean select, boolean insert, boolean update) {

    /** All rights, so far as the database distinguishes columns. */
    public static final ColumnRights ALL = new ColumnRights(true, true, true);
}
