package dev.concord.store;

import dev.concord.outcome.Arrival;
import dev.concord.query.AlikeRow;
import dev.concord.record.Draft;
import dev.concord.record.RecordKey;
import dev.concord.record.Row;
import dev.concord.record.Snapshot;
import dev.concord.sql.TableAccess;
import java.util.List;
import java.util.Optional;

/**
 * Looks whether a save has arrived whose program ended before the answer, perhaps days ago. Anybody may have written since,
 * so what cannot be told from somebody else's work is {@link Arrival.Possible}.
 */
final class ArrivalCheck {
    private final TableAccess table;
    private final Draft sent;

    ArrivalCheck(TableAccess table, Draft sent) {
        this.table = table;
        this.sent = sent;
    }

    /** A new row is found by its key where it was sent with one, and by its values otherwise. */
    Arrival run() {
        Row key = sent.base().map(Snapshot::key).map(RecordKey::columns).orElse(Row.EMPTY);
        Row values = key.withAll(sent.changes());
        List<String> columns = table.sql().keyColumns();
        if (!columns.isEmpty() && columns.stream().allMatch(values::has)) {
            RecordKey sought = table.sql().keyOf(values);
            return table.transactions()
                    .read(transaction -> table.reader().readCommitted(transaction, sought))
                    .map(this::of)
                    .orElseGet(Arrival.Unseen::new);
        }
        return new AlikeRow(table, sent.changes())
                .read()
                .<Arrival>map(Arrival.Possible::new)
                .orElseGet(Arrival.Unseen::new);
    }

    private Arrival of(Snapshot row) {
        boolean sum = !sent.added().isEmpty();
        if (!sum && holdsAll(row)) {
            return new Arrival.Arrived(row);
        }
        Optional<Snapshot> base = sent.base();
        boolean asBefore = base.filter(before -> before.row().equals(row.row())).isPresent();
        // Values that are set are merged with whatever is there by now; a new row or a sum would count twice.
        boolean harmless = base.isPresent() && !sum;
        return asBefore || harmless ? new Arrival.Unseen() : new Arrival.Possible(row);
    }

    private boolean holdsAll(Snapshot row) {
        return sent.changes().values().entrySet().stream()
                .allMatch(change -> row.row().has(change.getKey())
                        && row.row().get(change.getKey()).equals(change.getValue()));
    }
}
