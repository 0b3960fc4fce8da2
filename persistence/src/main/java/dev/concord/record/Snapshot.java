package dev.concord.record;

import java.time.Instant;
import java.util.Optional;

/**
 * A row as read at one moment. Immutable.
 *
 * @param key names the row
 * @param row every column's value
 * @param token proves the row unchanged; empty only where the table's locking mode is {@code ignored}
 * @param readAt when it was read, by this computer's clock
 * @param writer the transaction that wrote the row, where the database keeps it (PostgreSQL's {@code xmin}) and nothing
 *     else can have been written by that transaction since; empty elsewhere. If the row still has this writer nobody has
 *     written it since, which can be checked without reading it; if not, the token decides
 */
public record Snapshot(RecordKey key, Row row, Optional<VersionToken> token, Instant readAt, Optional<Value> writer) {

    /** A row whose writer is not known. */
    public Snapshot(RecordKey key, Row row, Optional<VersionToken> token, Instant readAt) {
        this(key, row, token, readAt, Optional.empty());
    }

    /** Returns this snapshot without its writer. */
    public Snapshot withoutWriter() {
        return new Snapshot(key, row, token, readAt);
    }
}
