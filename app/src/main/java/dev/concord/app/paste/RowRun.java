package dev.concord.app.paste;

import dev.concord.query.PageRequest;
import dev.concord.record.RecordKey;
import dev.concord.record.Row;
import java.util.List;
import java.util.Optional;

/**
 * Rows one after the other as a grid shows them, in its order and under its filter; the first one is where the change begins.
 * Immutable.
 *
 * @param first the record of the first row; empty where that is the first row of all
 * @param loaded the rows that are loaded, in order
 * @param further asks for the rows after these; empty where there are none
 * @param fresh the rows of new records, which come after all others
 * @param selected which of the rows are selected
 */
public record RowRun(
        Optional<RecordKey> first,
        List<ShownRow> loaded,
        Optional<PageRequest> further,
        List<ShownRow> fresh,
        Selected selected) {

    public RowRun {
        loaded = List.copyOf(loaded);
        fresh = List.copyOf(fresh);
    }

    /**
     * A row as the grid shows it.
     *
     * @param row with long values cut
     */
    public record ShownRow(RecordKey key, Row row) {}

    /** Which of the rows are selected, from the first. */
    public sealed interface Selected {}

    /** The rows until a record, itself included. */
    public record Until(RecordKey last) implements Selected {}

    /** Every row. */
    public record Every() implements Selected {}
}
