package dev.concord.app.conflict.hold;

import dev.concord.record.Snapshot;
import java.time.Instant;

/**
 * A row nobody else can change for now.
 *
 * @param row the row as the database holds it
 * @param until when the hold ends by itself, by this computer's clock
 */
public record HeldRow(Snapshot row, Instant until) {}
