package dev.concord.store;

import dev.concord.outcome.Outcome;
import dev.concord.record.RecordKey;
import dev.concord.record.Row;
import dev.concord.record.Snapshot;
import dev.concord.record.Value;
import dev.concord.sql.ManyRowsReader;
import dev.concord.sql.RowCondition;
import dev.concord.sql.RowCondition.Equality;
import dev.concord.sql.Transaction;
import dev.concord.store.GuardedWrite.Try;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Some rows of one table that are written together: read and locked together where a version alone does not prove them
 * unchanged, sent as JDBC batches, and read back together. Each row is guarded as if it were written alone.
 *
 * @param rows the rows, in the order of their keys; at least one, at most {@link ManyRowsReader#MOST_ROWS}
 */
record BatchChunk(List<BatchRow> rows) {

    BatchChunk {
        rows = List.copyOf(rows);
    }

    /**
     * A row once its update was sent, or could not be sent.
     *
     * @param before the version the row had
     * @param written the values sent; empty when nothing was sent
     * @param unsent why nothing was sent
     */
    private record Sending(BatchRow row, Value before, Row written, Optional<Try<Snapshot>> unsent) {}

    /** Cuts rows, sorted by table and key, into chunks. */
    static List<BatchChunk> of(List<BatchRow> sorted) {
        List<BatchChunk> chunks = new ArrayList<>();
        int start = 0;
        for (int i = 1; i <= sorted.size(); i++) {
            if (i == sorted.size()
                    || i - start == ManyRowsReader.MOST_ROWS
                    || !sameTable(sorted.get(start), sorted.get(i))) {
                chunks.add(new BatchChunk(sorted.subList(start, i)));
                start = i;
            }
        }
        return chunks;
    }

    private static boolean sameTable(BatchRow one, BatchRow other) {
        return one.key().table().equals(other.key().table());
    }

    /** Returns the table all rows belong to. */
    OpenTable open() {
        return rows.getFirst().open();
    }

    /**
     * Writes all rows, and returns an attempt for each. Empty when one of them must be rolled back by itself: then the whole
     * chunk has to be rolled back and each row tried alone.
     */
    Optional<List<RowAttempt>> attempt(Transaction transaction) throws SQLException {
        OpenTable open = open();
        Optional<Outcome.TableChanged> changed = ShapeCheck.always(transaction, open);
        if (changed.isPresent()) {
            Try<Snapshot> refused = new Try.Refused<>(changed.get());
            return Optional.of(rows.stream()
                    .map(row -> new RowAttempt(row, Row.EMPTY, refused))
                    .toList());
        }
        if (open.returnsRows(transaction)) {
            return oneByOne(transaction);
        }
        ManyRowsReader reader = new ManyRowsReader(open.access(), transaction);
        Map<RecordKey, Snapshot> held = reader.locked(rows.stream()
                .filter(row -> row.proof().isEmpty())
                .map(BatchRow::key)
                .toList());
        List<Sending> sendings = new ArrayList<>(rows.size());
        List<Integer> counts = send(transaction, held, sendings);
        if (counts.stream().anyMatch(count -> count > 1)) {
            return Optional.empty();
        }
        return finished(reader, counts, sendings);
    }

    /** For a database in this process: sending updates together gains nothing there, and each one returns its row. */
    private Optional<List<RowAttempt>> oneByOne(Transaction transaction) throws SQLException {
        List<RowAttempt> attempts = new ArrayList<>(rows.size());
        for (BatchRow row : rows) {
            GuardedUpdate update = row.update();
            Try<Snapshot> result = update.attempt(transaction);
            if (result instanceof Try.Refused<Snapshot>) {
                return Optional.empty();
            }
            attempts.add(new RowAttempt(row, update.written(), result));
        }
        return Optional.of(attempts);
    }

    /** Sends what can be sent, in as few JDBC batches as the order of keys allows; one count for each row sent. */
    private List<Integer> send(Transaction transaction, Map<RecordKey, Snapshot> held, List<Sending> sendings)
            throws SQLException {
        OpenTable open = open();
        BatchedWrites batch = new BatchedWrites(transaction);
        Value clock = VersionMove.clock(
                transaction,
                open,
                rows.stream().map(row -> row.changes().values()).toList());
        for (BatchRow row : rows) {
            Optional<Equality> proof = row.proof();
            Optional<Snapshot> present = Optional.ofNullable(held.get(row.key()));
            boolean missed = proof.isEmpty()
                    && (present.isEmpty()
                            || (row.expected().isPresent()
                                    && !row.expected().equals(present.get().token())));
            Value version = proof.map(Equality::value)
                    .orElseGet(() -> present.map(snapshot -> open.guard().versionOf(snapshot.row()))
                            .orElse(Value.ofNull()));
            Optional<Row> values = missed
                    ? Optional.empty()
                    : VersionMove.apply(open, version, row.changes().values(), clock);
            if (values.isPresent()) {
                sendings.add(new Sending(row, version, values.get(), Optional.empty()));
                batch.add(open, values.get(), RowCondition.of(open.sql(), row.key(), proof));
            } else {
                Try<Snapshot> why =
                        missed ? new Try.Missed<>() : new Try.Refused<>(VersionMove.impossible(open, version));
                sendings.add(new Sending(row, version, Row.EMPTY, Optional.of(why)));
            }
        }
        return batch.counts();
    }

    private Optional<List<RowAttempt>> finished(ManyRowsReader reader, List<Integer> counts, List<Sending> sendings)
            throws SQLException {
        OpenTable open = open();
        Map<RecordKey, Snapshot> now = reader.plain(met(counts, sendings));
        List<RowAttempt> attempts = new ArrayList<>(sendings.size());
        Iterator<Integer> count = counts.iterator();
        for (Sending sending : sendings) {
            BatchRow row = sending.row();
            if (sending.unsent().isPresent()) {
                attempts.add(
                        new RowAttempt(row, sending.written(), sending.unsent().get()));
            } else if (count.next() == 0) {
                attempts.add(new RowAttempt(row, sending.written(), new Try.Missed<>()));
            } else {
                Optional<Snapshot> saved = Optional.ofNullable(now.get(row.key()));
                if (saved.isEmpty()
                        || VersionMove.stoodStill(
                                open, sending.before(), saved.get().row(), sending.written())) {
                    return Optional.empty();
                }
                attempts.add(new RowAttempt(row, sending.written(), new Try.Written<>(saved.get())));
            }
        }
        return Optional.of(attempts);
    }

    /** Returns the keys of the rows that an update has met. */
    private static List<RecordKey> met(List<Integer> counts, List<Sending> sendings) {
        List<RecordKey> keys = new ArrayList<>(counts.size());
        Iterator<Integer> count = counts.iterator();
        for (Sending sending : sendings) {
            if (sending.unsent().isEmpty() && count.next() > 0) {
                keys.add(sending.row().key());
            }
        }
        return keys;
    }
}
