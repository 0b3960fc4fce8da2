package dev.concord.query;

import dev.concord.record.RecordKey;
import dev.concord.record.Value;
import java.util.List;
import java.util.Optional;

/**
 * Some rows of a table, of each only what shows whether it was written: cheap to read, so that large tables can be looked through for changes.
 *
 * @param rows in the order of the key
 * @param next where the next page starts, as in {@link Page}
 */
public record VersionPage(List<Version> rows, Optional<Position> next) {

    /**
     * One row.
     *
     * @param version another value after each write of the row, by whatever program; it may be another one without a change, too
     */
    public record Version(RecordKey key, Value version) {}

    public VersionPage {
        rows = List.copyOf(rows);
    }
}
