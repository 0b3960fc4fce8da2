package dev.concord.merge;

import java.time.Instant;
import java.util.Optional;

/**
 * A column that changed in the database again while its merge was open.
 *
 * @param readAt when the newer value was read
 * @param baseSeenAt for a choice that was reopened, when its base (the database's value the choice was made against)
 *     had been read; empty when the base is still the value the record was opened with
 */
public record LaterChange(Instant readAt, Optional<Instant> baseSeenAt) {}
