package dev.concord.journal;

import dev.concord.record.RecordKey;
import dev.concord.record.Row;
import java.time.Instant;

/**
 * One merge, with all that is needed to undo it or to see whose values were replaced.
 *
 * @param database which database it was, for people; never holds a password
 * @param key the record
 * @param at when it was about to be written, by this computer's clock
 * @param base the record when the person opened it
 * @param mine as the person edited it
 * @param theirs as the database held it
 * @param result as it was about to be written
 */
public record MergeEntry(String database, RecordKey key, Instant at, Row base, Row mine, Row theirs, Row result) {}
