package dev.concord.app.conflict.reference;

import dev.concord.record.Row;

/**
 * A row another row refers to.
 *
 * @param columns the referring columns with the values that lead to it
 * @param label its name to display; empty when the table has only its key
 */
public record TargetRow(Row columns, String label) {}
