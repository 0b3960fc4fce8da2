package dev.concord.app.saved;

import dev.concord.catalog.Table;
import dev.concord.record.Draft;
import dev.concord.record.Snapshot;

/** What takes one saved record back. Immutable. */
public sealed interface Reversal {

    /** The record's table. */
    Table table();

    /**
     * The values as they were.
     *
     * @param from the row the change is made on
     * @param back the change
     */
    record Change(Table table, Snapshot from, Draft back) implements Reversal {}

    /** The new record is deleted. */
    record Delete(Table table, Snapshot row) implements Reversal {}

    /** The deleted record is inserted with its own key. */
    record Insert(Table table, Draft row) implements Reversal {}
}
