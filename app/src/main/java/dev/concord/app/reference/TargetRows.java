package dev.concord.app.reference;

import java.util.List;

/**
 * The rows found for what was typed.
 *
 * @param rows best match first
 * @param more whether there are more of them in the database
 */
public record TargetRows(List<TargetRow> rows, boolean more) {
    public TargetRows {
        rows = List.copyOf(rows);
    }
}
