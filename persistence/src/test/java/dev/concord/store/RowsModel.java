package dev.concord.store;

import dev.concord.record.Row;
import dev.concord.testing.Engine;
import dev.concord.version.Guard;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The rows of a table as they must be, and what a guard detects of their changes: a simple model of a database. */
final class RowsModel {
    private final Guard guard;
    private final boolean byValues;
    private final Map<Integer, Optional<State>> rows = new TreeMap<>();
    private int changes;

    /**
     * One row that is there.
     *
     * @param values all that people wrote
     * @param count one for a new row, and one more with each change
     * @param change no two changes of any row have the same
     */
    record State(Row values, int count, int change) {}

    RowsModel(Engine engine, Guard guard) {
        this.guard = guard;
        this.byValues = guard instanceof Guard.ByDigest;
    }

    /**
     * Not where the clock may stand still meanwhile: a row that is inserted again may have the same time, which is no
     * proof, like a counter.
     */
    boolean insertsAgain() {
        return !guard.equals(OnEveryGuard.TIME);
    }

    /** Every row there ever was. */
    Map<Integer, Optional<State>> rows() {
        return rows;
    }

    Optional<State> row(int row) {
        return rows.getOrDefault(row, Optional.empty());
    }

    void put(int row, Row values) {
        int count = row(row).map(State::count).orElse(0) + 1;
        rows.put(row, Optional.of(new State(values, count, ++changes)));
    }

    void delete(int row) {
        rows.put(row, Optional.empty());
    }

    /** Whether a row is there as it was read, as far as the guard can see; a counter begins again with a new row. */
    boolean fresh(int row, State read) {
        return row(row).filter(now -> same(read, now)).isPresent();
    }

    private boolean same(State read, State now) {
        boolean sameValues = read.values().equals(now.values());
        if (byValues) {
            return sameValues;
        }
        return switch (guard) {
            case Guard.ByBoth _ -> sameValues && read.count() == now.count();
            default -> guard.equals(OnEveryGuard.COUNTER) ? read.count() == now.count() : read.change() == now.change();
        };
    }
}
