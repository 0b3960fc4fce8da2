package dev.concord.app.cells;

import dev.concord.catalog.Column;
import dev.concord.record.RecordKey;
import dev.concord.record.Row;
import java.util.Optional;

/**
 * The cell that the keyboard acts on.
 *
 * @param row its row as the grid shows it, with long values cut; as it was seen last while it is scrolled far away
 * @param key the record of the row; empty where the table has no key
 * @param column its column
 */
public record CurrentCell(Row row, Optional<RecordKey> key, Column column) {}
