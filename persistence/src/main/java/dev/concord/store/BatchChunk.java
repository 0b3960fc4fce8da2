package dev.concord.store;

import dev.concord.outcome.BatchOutcome.Deleted;
import dev.concord.outcome.BatchOutcome.Entry;
import dev.concord.outcome.BatchOutcome.Saved;
import dev.concord.outcome.Outcome;
import dev.concord.record.RecordKey;
import dev.concord.record.Row;
import dev.concord.record.Snapshot;
import dev.concord.record.Value;
import dev.concord.record.VersionToken;
import dev.concord.sql.BatchedWrites;
import dev.concord.sql.BoundParameters;
import dev.concord.sql.ManyRowsReader;
import dev.concord.sql.RowCondition;
import dev.concord.sql.RowCondition.Equality;
import dev.concord.sql.RowLock;
import dev.concord.sql.Transaction;
import dev.concord.store.BatchRow.RowAttempt;
import dev.concord.store.GuardedWrite.Try;
import dev.concord.version.VersionStep;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Some rows of one table that are updated, deleted or inserted together. Existing rows are read and locked together where a
 * version alone does not prove them unchanged, sent as JDBC batches, and updated ones read back together. Each row is guarded
 * as if it were written alone.
 *
 * @param rows writes of one kind, in their order; at least one, at most {@link ManyRowsReader#MOST_ROWS}
 */
record BatchChunk(List<BatchRow> rows) {

    BatchChunk {
        rows = List.copyOf(rows);
    }

    /**
     * A row once its write was sent, or could not be sent.
     *
     * @param before the version the row had
     * @param written the values sent; empty when nothing was sent
     * @param unsent why nothing was sent
     */
    private record Sending(BatchRow row, Value before, Row written, Optional<Try<Entry>> unsent) {}

    /** Cuts rows into chunks of one table and kind, without changing their order. */
    static List<BatchChunk> of(List<BatchRow> sorted) {
        List<BatchChunk> chunks = new ArrayList<>();
        int start = 0;
        for (int i = 1; i <= sorted.size(); i++) {
            if (i == sorted.size()
                    || i - start == ManyRowsReader.MOST_ROWS
                    || !alike(sorted.get(start), sorted.get(i))) {
                chunks.add(new BatchChunk(sorted.subList(start, i)));
                start = i;
            }
        }
        return chunks;
    }

    private static boolean alike(BatchRow one, BatchRow other) {
        return one.key().table().equals(other.key().table()) && one.getClass() == other.getClass();
    }

    private boolean deleting() {
        return rows.getFirst() instanceof BatchDelete;
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
            Try<Entry> refused = new Try.Refused<>(changed.get());
            return Optional.of(rows.stream()
                    .map(row -> new RowAttempt(row, Row.EMPTY, refused))
                    .toList());
        }
        if (rows.getFirst() instanceof BatchInsert) {
            return inserted(transaction);
        }
        if (open.returnsRows(transaction)
                && rows.stream().allMatch(row -> proof(row).isPresent())) {
            return oneByOne(transaction);
        }
        ManyRowsReader reader = new ManyRowsReader(open.access(), transaction);
        Map<RecordKey, Snapshot> held = reader.locked(
                rows.stream()
                        .filter(row -> proof(row).isEmpty())
                        .map(BatchRow::key)
                        .toList(),
                deleting() ? RowLock.FOR_DELETE : RowLock.FOR_UPDATE);
        List<Sending> sendings = new ArrayList<>(rows.size());
        List<Integer> counts = send(transaction, held, sendings);
        if (counts.stream().anyMatch(count -> count > 1)) {
            return Optional.empty();
        }
        return finished(reader, counts, sendings);
    }

    /** For a database in this process, where each update returns its row, and rows that need not be read before. */
    private Optional<List<RowAttempt>> oneByOne(Transaction transaction) throws SQLException {
        List<RowAttempt> attempts = new ArrayList<>(rows.size());
        for (BatchRow row : rows) {
            RowAttempt attempt = row.attempt(transaction);
            if (attempt.result() instanceof Try.Refused<Entry>) {
                return Optional.empty();
            }
            attempts.add(attempt);
        }
        return Optional.of(attempts);
    }

    /** Inserts one row after the other, because each returns the key it was given, and reads all back together. */
    private Optional<List<RowAttempt>> inserted(Transaction transaction) throws SQLException {
        List<GuardedInsert> inserts = new ArrayList<>(rows.size());
        List<RecordKey> keys = new ArrayList<>(rows.size());
        for (BatchRow row : rows) {
            GuardedInsert insert = new GuardedInsert(row.open(), row.given());
            if (!(insert.send(transaction) instanceof Try.Written<RecordKey>(RecordKey key))) {
                return Optional.empty();
            }
            inserts.add(insert);
            keys.add(key);
        }
        Map<RecordKey, Snapshot> now = new ManyRowsReader(open().access(), transaction).plain(keys);
        List<RowAttempt> attempts = new ArrayList<>(rows.size());
        for (int i = 0; i < rows.size(); i++) {
            Snapshot saved = now.get(keys.get(i));
            if (saved == null) {
                return Optional.empty();
            }
            attempts.add(new RowAttempt(
                    rows.get(i),
                    inserts.get(i).written(),
                    inserts.get(i).transactionNumber(),
                    new Try.Written<>(new Saved(saved))));
        }
        return Optional.of(attempts);
    }

    /** The version column and value that prove a row unchanged without reading it first. */
    private static Optional<Equality> proof(BatchRow row) {
        return row.expected().orElse(null) instanceof VersionToken.OfColumn(Value version)
                ? row.open()
                        .guard()
                        .provingColumn()
                        .map(VersionStep::column)
                        .map(column -> new Equality(column, version))
                : Optional.empty();
    }

    /** Sends what can be sent, in as few JDBC batches as the order of keys allows; one count for each row sent. */
    private List<Integer> send(Transaction transaction, Map<RecordKey, Snapshot> held, List<Sending> sendings)
            throws SQLException {
        OpenTable open = open();
        BatchedWrites batch = new BatchedWrites(transaction);
        Value clock = VersionMove.clock(
                transaction, open, rows.stream().map(BatchChunk::values).toList());
        for (BatchRow row : rows) {
            Optional<Equality> proof = proof(row);
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
                    : deleting() ? Optional.of(Row.EMPTY) : VersionMove.apply(open, version, values(row), clock);
            if (values.isPresent()) {
                sendings.add(new Sending(row, version, values.get(), Optional.empty()));
                add(batch, values.get(), RowCondition.of(open.sql(), row.key(), proof));
            } else {
                Try<Entry> why = missed ? new Try.Missed<>() : new Try.Refused<>(VersionMove.impossible(open, version));
                sendings.add(new Sending(row, version, Row.EMPTY, Optional.of(why)));
            }
        }
        return batch.counts();
    }

    private void add(BatchedWrites batch, Row values, RowCondition which) throws SQLException {
        OpenTable open = open();
        if (deleting()) {
            batch.add(open.statements().delete(which), BoundParameters.of(which));
        } else {
            batch.add(
                    open.statements().update(values, List.of(), which),
                    BoundParameters.ofUpdate(open.sql(), values, List.of(), which));
        }
    }

    /** The values an update sets; none for a deletion. */
    private static Row values(BatchRow row) {
        return row instanceof BatchUpdate update ? update.changes().values() : Row.EMPTY;
    }

    private Optional<List<RowAttempt>> finished(ManyRowsReader reader, List<Integer> counts, List<Sending> sendings)
            throws SQLException {
        OpenTable open = open();
        Map<RecordKey, Snapshot> now = deleting() ? Map.of() : reader.plain(met(counts, sendings));
        List<RowAttempt> attempts = new ArrayList<>(sendings.size());
        Iterator<Integer> count = counts.iterator();
        for (Sending sending : sendings) {
            BatchRow row = sending.row();
            if (sending.unsent().isPresent()) {
                attempts.add(
                        new RowAttempt(row, sending.written(), sending.unsent().get()));
            } else if (count.next() == 0) {
                attempts.add(new RowAttempt(row, sending.written(), new Try.Missed<>()));
            } else if (deleting()) {
                attempts.add(new RowAttempt(row, Row.EMPTY, new Try.Written<>(new Deleted(row.key()))));
            } else {
                Optional<Snapshot> saved = Optional.ofNullable(now.get(row.key()));
                if (saved.isEmpty()
                        || VersionMove.stoodStill(
                                open, sending.before(), saved.get().row(), sending.written())) {
                    return Optional.empty();
                }
                attempts.add(new RowAttempt(row, sending.written(), new Try.Written<>(new Saved(saved.get()))));
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
