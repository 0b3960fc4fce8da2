package dev.concord.app.conflict.reference;

import dev.concord.record.Row;

/**
 * A row another row refers to.
 *
 * @param columns the referring columns with the values that lead to it
 * @param label what people call it; empty when the table has nothing but its key
 */
public record TargetRow(Row columns, String label) {}
