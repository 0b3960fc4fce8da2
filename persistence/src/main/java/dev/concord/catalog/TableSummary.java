package dev.concord.catalog;

/**
 * A table or view in the list of them.
 *
 * @param id its name
 * @param type table or view
 * @param comment the database's comment; empty when there is none
 */
public record TableSummary(TableId id, Table.Type type, String comment) {}
