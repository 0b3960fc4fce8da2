package dev.concord.query;

import dev.concord.record.Row;

/**
 * A place between two rows; callers only pass it on.
 *
 * @param last the sort and key values of the row before it, for keyset paging
 * @param offset the rows before it, for tables where no keyset is possible
 * @param byKey whether the rows come in the order of their key, which some databases cannot sort by
 */
public record Position(Row last, long offset, boolean byKey) {}
