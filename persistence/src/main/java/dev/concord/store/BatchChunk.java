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
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Some rows of one table that are written together: read and locked together where a version alone does not prove them,
 * sent as JDBC batches, and read back together. Guarded as each would be by itself.
 */
final class BatchChunk {
    private final OpenTable open;
    private final List<BatchRow> rows;

    /** What the last try sent, row by row. */
    private final List<Row> written = new ArrayList<>();

    private final List<Value> before = new ArrayList<>();

    BatchChunk(List<BatchRow> rows) {
        this.open = rows.getFirst().open();
        this.rows = List.copyOf(rows);
    }

    /** Cuts rows, sorted by table and key, into chunks. */
    static List<BatchChunk> of(List<BatchRow> sorted) {
        List<BatchChunk> chunks = new ArrayList<>();
        int start = 0;
        for (int i = 1; i <= sorted.size(); i++) {
            if (i == sorted.size() || i - start == ManyRowsReader.MOST_ROWS || !sameTable(sorted.get(start), sorted.get(i))) {
                chunks.add(new BatchChunk(sorted.subList(start, i)));
                start = i;
            }
        }
        return chunks;
    }

    private static boolean sameTable(BatchRow one, BatchRow other) {
        return one.key().table().equals(other.key().table());
    }

    List<BatchRow> rows() {
        return rows;
    }

    /** What was sent for a row. */
    Row written(int index) {
        return index < written.size() ? written.get(index) : Row.EMPTY;
    }

    /**
     * Writes them all. Empty when one of them came to something that only it must be undone for, so that each has to be
     * tried by itself, after undoing all of it.
     */
    Optional<List<Try<Snapshot>>> attempt(Transaction transaction) throws SQLException {
        before.clear();
        written.clear();
        Optional<Outcome.TableChanged> changed = ShapeCheck.always(transaction, open);
        if (changed.isPresent()) {
            Try<Snapshot> refused = new Try.Refused<>(changed.get());
            return Optional.of(rows.stream().map(_ -> refused).toList());
        }
        if (open.returnsRows() && transaction.inProcess()) {
            return oneByOne(transaction);
        }
        ManyRowsReader read = new ManyRowsReader(open.access(), transaction);
        Map<RecordKey, Snapshot> held = read.locked(rows.stream()
                .filter(row -> row.proof().isEmpty())
                .map(BatchRow::key)
                .toList());
        List<Optional<Try<Snapshot>>> unwritten = new ArrayList<>();
        List<Integer> counts = send(transaction, held, unwritten);
        if (counts.stream().anyMatch(count -> count > 1)) {
            return Optional.empty();
        }
        return finished(read, counts, unwritten);
    }

    /** Where nothing is gained by sending them together, each returns its row by itself, and none has to be found again. */
    private Optional<List<Try<Snapshot>>> oneByOne(Transaction transaction) throws SQLException {
        List<Try<Snapshot>> results = new ArrayList<>(rows.size());
        for (BatchRow row : rows) {
            GuardedUpdate update = row.alone();
            Try<Snapshot> result = update.attempt(transaction);
            if (result instanceof Try.Refused<Snapshot>) {
                return Optional.empty();
            }
            written.add(update.written());
            results.add(result);
        }
        return Optional.of(results);
    }

    /** Sends what can be sent, as few batches as the order of keys allows; one count for each row sent. */
    private List<Integer> send(
            Transaction transaction, Map<RecordKey, Snapshot> held, List<Optional<Try<Snapshot>>> unwritten)
            throws SQLException {
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
            before.add(version);
            written.add(values.orElse(Row.EMPTY));
            if (values.isPresent()) {
                unwritten.add(Optional.empty());
                batch.add(open, values.get(), RowCondition.of(open.sql(), row.key(), proof));
            } else {
                unwritten.add(Optional.of(
                        missed ? new Try.Missed<>() : new Try.Refused<>(VersionMove.impossible(open, version))));
            }
        }
        return batch.counts();
    }

    private Optional<List<Try<Snapshot>>> finished(
            ManyRowsReader read, List<Integer> counts, List<Optional<Try<Snapshot>>> unwritten) throws SQLException {
        List<RecordKey> toRead = new ArrayList<>();
        int sent = 0;
        for (int i = 0; i < rows.size(); i++) {
            if (unwritten.get(i).isEmpty()) {
                if (counts.get(sent) == 0) {
                    unwritten.set(i, Optional.of(new Try.Missed<>()));
                } else {
                    toRead.add(rows.get(i).key());
                }
                sent++;
            }
        }
        Map<RecordKey, Snapshot> now = read.plain(toRead);
        List<Try<Snapshot>> results = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            Optional<Try<Snapshot>> result = unwritten.get(i);
            Optional<Snapshot> saved = Optional.ofNullable(now.get(rows.get(i).key()));
            if (result.isEmpty()
                    && (saved.isEmpty()
                            || VersionMove.stoodStill(
                                    open, before.get(i), saved.get().row(), written.get(i)))) {
                return Optional.empty();
            }
            results.add(result.orElseGet(() -> new Try.Written<>(saved.orElseThrow())));
        }
        return Optional.of(results);
    }
}
