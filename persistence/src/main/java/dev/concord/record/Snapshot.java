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
 */
public record Snapshot(RecordKey key, Row row, Optional<VersionToken> token, Instant readAt) {}
