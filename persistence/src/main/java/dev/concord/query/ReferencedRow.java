package dev.concord.query;

import dev.concord.record.Row;

/**
 * What a foreign key's values refer to, to display.
 *
 * @param key the values under the names of the referring columns, fit to be set in a draft
 * @param label the name of the record referred to (see {@link dev.concord.record.RecordNames}); empty where it has none,
 *     or does not exist
 * @param exists whether this user can see a record of that key
 */
public record ReferencedRow(Row key, String label, boolean exists) {}
