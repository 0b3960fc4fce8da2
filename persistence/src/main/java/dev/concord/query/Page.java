package dev.concord.query;

import dev.concord.catalog.Column;
import dev.concord.catalog.ValueKind;
import dev.concord.dialect.Dialect;
import dev.concord.record.Row;
import dev.concord.record.Value;
import java.util.List;
import java.util.Optional;

/**
 * Some rows of a table as a list shows them: of values that may be long the first {@value #TEXT_LENGTH} characters, of bytes
 * their number. So these rows carry no token and cannot be edited. The columns of the row key are always whole: call {@code RecordStore.find} with them to read a row for editing.
 *
 * @param rows in the order asked for, with every column
 * @param previous where the page before this one ends; empty where there is none. A page read forwards from the middle of a
 *     table does not look back: its previous page may prove empty
 * @param next where the next page starts; empty after the last row. A page read backwards may have an empty page after it
 */
public record Page(List<Row> rows, Optional<Position> previous, Optional<Position> next) {

    /** How much of a long text a page holds, in characters. */
    public static final int TEXT_LENGTH = 200;

    /** A page of a table that has no rows. */
    public static final Page EMPTY = new Page(List.of(), Optional.empty(), Optional.empty());

    public Page {
        rows = List.copyOf(rows);
    }

    /**
     * Whether a page may show something else than a value: its beginning, its size, or another text of the same.
     *
     * @param shown the value as the page shows it
     */
    public static boolean mayBeCut(Column column, Value shown, Dialect dialect) {
        return switch (shown) {
            case Value.Null _ -> false;
            // The number of a blob's bytes, and in SQLite any column may hold a blob.
            case Value.Exact _ -> column.kind() == ValueKind.BINARY || dialect == Dialect.SQLITE;
            case Value.Text(String text) -> text.length() >= TEXT_LENGTH || column.kind() == ValueKind.OTHER;
            case Value.Malformed _, Value.Json _, Value.Other _, Value.Binary _, Value.Large _ -> true;
            case Value.Float32 _,
                    Value.Float64 _,
                    Value.Bool _,
                    Value.Date _,
                    Value.Time _,
                    Value.DateTime _,
                    Value.Moment _,
                    Value.Uuid _ -> false;
        };
    }
}
