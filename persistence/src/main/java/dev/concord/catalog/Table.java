package dev.concord.catalog;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * One table or view as the database describes it.
 *
 * @param id its name
 * @param type table or view
 * @param columns in the database's order
 * @param primaryKey absent for views and tables without one
 * @param uniqueKeys unique constraints and indexes over plain columns
 * @param foreignKeys references to other tables
 * @param checks check constraints
 * @param writable whether the database lets this user change rows; false for a read-only database as well
 * @param transactional whether rows can be locked and writes undone; false for some storage engines of MariaDB and MySQL
 * @param whole whether the user may read every column; otherwise the columns are those that may be read
 * @param comment the database's comment; empty when there is none
 */
public record Table(
        TableId id,
        Type type,
        List<Column> columns,
        Optional<Key> primaryKey,
        List<Key> uniqueKeys,
        List<ForeignKey> foreignKeys,
        List<Check> checks,
        boolean writable,
        boolean transactional,
        boolean whole,
        String comment) {

    /** What kind of relation it is. */
    public enum Type {
        TABLE,
        VIEW
    }

    /** Why rows of a table can be read but not changed. */
    public enum ReadOnlyReason {
        /** A view: Concord edits the tables behind it. */
        VIEW,
        /** No primary key and no unique key: a row cannot be distinguished from its duplicate. */
        NO_KEY,
        /** No key among the columns that the user may read. */
        NO_READABLE_KEY,
        /** Only unique keys with nullable columns: NULL does not identify a row. */
        NULLABLE_KEY,
        /** The database or the user's rights allow no change. */
        NOT_PERMITTED,
        /**
         * The storage engine (for example MariaDB's MyISAM) has no transactions: it does not lock rows, so that a
         * colleague's change between the check and the write could be overwritten, and it does not roll back.
         */
        NO_TRANSACTIONS
    }

    /** A table of a database in which every table has transactions. */
    public Table(
            TableId id,
            Type type,
            List<Column> columns,
            Optional<Key> primaryKey,
            List<Key> uniqueKeys,
            List<ForeignKey> foreignKeys,
            List<Check> checks,
            boolean writable,
            String comment) {
        this(id, type, columns, primaryKey, uniqueKeys, foreignKeys, checks, writable, true, true, comment);
    }

    /** Returns this table with other columns of the same names. */
    Table with(List<Column> others) {
        return new Table(
                id, type, others, primaryKey, uniqueKeys, foreignKeys, checks, writable, transactional, whole, comment);
    }

    public Table {
        columns = List.copyOf(columns);
        uniqueKeys = List.copyOf(uniqueKeys);
        foreignKeys = List.copyOf(foreignKeys);
        checks = List.copyOf(checks);
    }

    /** Returns the column of that exact name. */
    public Optional<Column> column(String name) {
        return columns.stream().filter(c -> c.name().equals(name)).findFirst();
    }

    /**
     * Returns the columns that identify one row: the primary key, or else the shortest unique key whose columns are all
     * not nullable.
     */
    public Optional<Key> rowKey() {
        if (primaryKey.isPresent()) {
            return primaryKey;
        }
        return uniqueKeys.stream().filter(this::notNull).min(Comparator.comparingInt(k -> k.columns()
                .size()));
    }

    /** Returns why rows cannot be changed, or empty when they can. */
    public Optional<ReadOnlyReason> readOnlyReason() {
        if (type == Type.VIEW) {
            return Optional.of(ReadOnlyReason.VIEW);
        }
        if (rowKey().isEmpty()) {
            return Optional.of(
                    !uniqueKeys.isEmpty()
                            ? ReadOnlyReason.NULLABLE_KEY
                            : whole ? ReadOnlyReason.NO_KEY : ReadOnlyReason.NO_READABLE_KEY);
        }
        if (!writable) {
            return Optional.of(ReadOnlyReason.NOT_PERMITTED);
        }
        return transactional ? Optional.empty() : Optional.of(ReadOnlyReason.NO_TRANSACTIONS);
    }

    private boolean notNull(Key key) {
        return key.columns().stream()
                .allMatch(c -> column(c).map(k -> !k.nullable()).orElse(false));
    }
}
