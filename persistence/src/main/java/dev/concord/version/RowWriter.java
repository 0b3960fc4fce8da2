package dev.concord.version;

import dev.concord.catalog.Column;
import dev.concord.catalog.Column.Generation;
import dev.concord.catalog.Table;
import dev.concord.catalog.ValueKind;
import java.util.List;
import java.util.Optional;

/**
 * The transaction that wrote a row, which PostgreSQL keeps in a system column of every table of its own. It can only be
 * read and compared.
 */
public final class RowWriter {
    /** The system column; it is not among the table's. */
    public static final Column COLUMN = new Column(
            "xmin",
            "xid",
            ValueKind.OTHER,
            0,
            0,
            false,
            Optional.empty(),
            Generation.COMPUTED,
            List.of(),
            "The transaction that wrote the row");

    private RowWriter() {}

    /**
     * Whether PostgreSQL keeps the writer of each row of a table for certain, and it may be read. Only a table with a key has it; a view or a
     * foreign table has none, and a right to single columns is none to it.
     */
    public static boolean keptFor(Table table) {
        return table.type() == Table.Type.TABLE && table.rowKey().isPresent() && table.whole();
    }
}
