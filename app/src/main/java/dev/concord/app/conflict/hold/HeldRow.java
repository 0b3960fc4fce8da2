package dev.concord.app.conflict.hold;

import dev.concord.record.Snapshot;
import java.time.Instant;

/**
 * A row that no other user can change for the time being.
 *
 * @param row the row as the database holds it
 * @param until when the hold ends by itself, by this computer's clock
 */
public record HeldRow(Snapshot row, Instant until) {}
