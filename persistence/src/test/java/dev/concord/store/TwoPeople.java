package dev.concord.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.database.Database;
import dev.concord.outcome.DeleteOutcome;
import dev.concord.outcome.InsertOutcome;
import dev.concord.outcome.Outcome;
import dev.concord.outcome.SaveOutcome;
import dev.concord.record.Draft;
import dev.concord.record.RecordKey;
import dev.concord.record.Row;
import dev.concord.record.Snapshot;
import dev.concord.store.Step.Kind;
import dev.concord.testing.Engine;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;

/**
 * Two people, each with their own connections, who read and write the rows of one table, and the model that says what
 * the result for each must be. One of them may leave a transaction open while the other goes on: until it ends, the
 * other reads what was there before, and waits where he writes to the same row.
 */
final class TwoPeople {
    private final RandomTable table;
    private final List<Database> databases;
    private final List<RecordStore> stores;
    private final RowsModel model;
    private final Map<List<Integer>, Memory> read = new HashMap<>();
    private Optional<Held> held = Optional.empty();
    private int waits;

    /** A row as somebody read it, and as it was by the model. */
    private record Memory(Snapshot snapshot, RowsModel.State state) {}

    /** A row somebody holds, and what it becomes if that is kept; empty where it is deleted. */
    private record Held(Step step, HeldRow row, Optional<Row> becomes) {}

    TwoPeople(RandomTable table, List<Database> databases, List<RecordStore> stores, RowsModel model) {
        this.table = table;
        this.databases = databases;
        this.stores = stores;
        this.model = model;
    }

    /** Plays, beginning with all that there is to read, and returns how often one had to wait for the other. */
    int play(List<Step> steps) throws Exception {
        try {
            for (int person = 0; person < stores.size(); person++) {
                for (int row : model.rows().keySet()) {
                    play(Step.reading(person, row));
                }
            }
            for (Step step : steps) {
                // The result of inserting a row that is being deleted differs between databases.
                if (held.isPresent() && (held.get().step().person() == step.person() || step.kind() == Kind.INSERT)) {
                    letGo();
                }
                play(step);
                model.rows().forEach((row, state) -> assertThat(
                                find(step.person(), row).map(now -> RandomTable.withoutVersions(now.row())))
                        .as("row %s after %s", row, step)
                        .isEqualTo(state.map(RowsModel.State::values)));
            }
            letGo();
            return waits;
        } finally {
            held.ifPresent(left -> left.row().rollBack());
        }
    }

    private void play(Step step) throws Exception {
        Optional<Memory> memory = Optional.ofNullable(read.get(who(step)));
        boolean holds = step.kind() == Kind.HOLD_CHANGED || step.kind() == Kind.HOLD_DELETED;
        boolean changes = step.kind() == Kind.SAVE || step.kind() == Kind.HOLD_CHANGED;
        if (step.kind() == Kind.INSERT && model.insertsAgain()) {
            insert(step);
        } else if (step.kind() == Kind.INCREMENT) {
            increment(step);
        } else if (step.kind() == Kind.READ
                || step.kind() == Kind.INSERT
                || memory.isEmpty()
                || (changes && !changed(step, memory.get()).dirty())
                || (holds && held.isPresent())) {
            look(step, memory);
        } else if (holds) {
            hold(step, memory.get(), changed(step, memory.get()));
        } else if (changes) {
            save(step, memory.get(), changed(step, memory.get()));
        } else {
            delete(step, memory.get());
        }
    }

    private Draft changed(Step step, Memory known) {
        int column = step.column() % table.columns().size();
        return Draft.of(known.snapshot())
                .with("c" + column, table.value(column, step.values().get(column)));
    }

    /** Equal tokens and equal rows are one, as far as the guard can see. */
    private void look(Step step, Optional<Memory> memory) {
        Optional<Snapshot> now = find(step.person(), step.row());
        Optional<RowsModel.State> state = model.row(step.row());
        assertThat(now.isPresent()).isEqualTo(state.isPresent());
        if (memory.isPresent() && now.isPresent()) {
            assertThat(now.get().token().equals(memory.get().snapshot().token()))
                    .isEqualTo(model.fresh(step.row(), memory.get().state()));
        }
        remember(step, now);
    }

    private void insert(Step step) throws Exception {
        Draft row = table.newRow(step.row(), step.values());
        InsertOutcome outcome = stores.get(step.person()).insert(row);
        if (model.row(step.row()).isPresent()) {
            assertThat(outcome).isInstanceOf(Outcome.Rejected.class);
        } else {
            written(step, outcome, row.changes());
        }
    }

    private void increment(Step step) throws Exception {
        RecordStore store = stores.get(step.person());
        RecordKey key = table.key(step.row());
        SaveOutcome outcome = told(step, true, () -> store.increment(key, RandomTable.QUANTITY, BigDecimal.ONE));
        if (model.row(step.row()).isEmpty()) {
            assertThat(outcome).isEqualTo(new Outcome.Gone(key));
        } else {
            Row before = model.row(step.row()).get().values();
            written(step, outcome, RandomTable.withOneMore(before));
        }
    }

    private void save(Step step, Memory memory, Draft draft) throws Exception {
        RecordStore store = stores.get(step.person());
        SaveOutcome outcome = told(step, model.fresh(step.row(), memory.state()), () -> store.save(draft));
        if (mayWrite(step, memory, outcome)) {
            Row before = model.row(step.row()).orElseThrow().values();
            Snapshot saved = written(step, outcome, before.withAll(draft.changes()));
            assertThat(saved.token()).isNotEqualTo(memory.snapshot().token());
        }
    }

    private void delete(Step step, Memory memory) throws Exception {
        RecordStore store = stores.get(step.person());
        DeleteOutcome outcome =
                told(step, model.fresh(step.row(), memory.state()), () -> store.delete(memory.snapshot()));
        if (mayWrite(step, memory, outcome)) {
            assertThat(outcome).isEqualTo(new Outcome.Deleted(table.key(step.row())));
            model.delete(step.row());
            remember(step, Optional.empty());
        }
    }

    private void hold(Step step, Memory memory, Draft draft) throws Exception {
        boolean changes = step.kind() == Kind.HOLD_CHANGED;
        HeldRow row = HeldRow.begun(
                stores.get(step.person()), memory.snapshot(), locked -> changes ? locked.save(draft) : locked.delete());
        if (mayWrite(step, memory, row.refusal().<Object>map(why -> why).orElse("held"))) {
            assertThat(row.refusal()).isEmpty();
            Row before = model.row(step.row()).orElseThrow().values();
            held = Optional.of(
                    new Held(step, row, changes ? Optional.of(before.withAll(draft.changes())) : Optional.empty()));
        }
    }

    /** Ends the transaction that is open, if one is. What was not kept has never been, and the row is as fresh as before. */
    private void letGo() {
        held.ifPresent(open -> {
            Step step = open.step();
            if (!step.kept()) {
                open.row().rollBack();
            } else if (open.becomes().isPresent()) {
                written(
                        step,
                        new Outcome.Saved(open.row().commit()),
                        open.becomes().get());
            } else {
                open.row().commit();
                model.delete(step.row());
                remember(step, Optional.empty());
            }
        });
        held = Optional.empty();
    }

    /**
     * Returns the result of a write, which has to wait if the other holds the row, in SQLite any row. A write that is
     * already stale may return at once without waiting.
     */
    private <T> T told(Step step, boolean fresh, Callable<T> write) throws Exception {
        if (held.isEmpty() || (held.get().step().row() != step.row() && table.engine() != Engine.SQLITE)) {
            return write.call();
        }
        if (!fresh) {
            letGo();
            return write.call();
        }
        waits++;
        Waiting<T> waiting = Waiting.begun(databases.get(step.person()), write);
        letGo();
        return waiting.outcome();
    }

    /** Whether the row is still as it was read; if not, the write must have been stale and have returned the row. */
    private boolean mayWrite(Step step, Memory memory, Object outcome) {
        Optional<RowsModel.State> now = model.row(step.row());
        if (now.isEmpty()) {
            assertThat(outcome).isEqualTo(new Outcome.Gone(table.key(step.row())));
            remember(step, Optional.empty());
            return false;
        }
        if (model.fresh(step.row(), memory.state())) {
            assertThat(outcome).as("a conflict was false").isNotInstanceOf(Outcome.Stale.class);
            return true;
        }
        assertThat(outcome).as("an update was lost").isInstanceOfSatisfying(Outcome.Stale.class, stale -> {
            assertThat(RandomTable.withoutVersions(stale.theirs().row()))
                    .isEqualTo(now.get().values());
            assertThat(stale.theirs().token()).isNotEqualTo(memory.snapshot().token());
            remember(step, Optional.of(stale.theirs()));
        });
        return false;
    }

    private Snapshot written(Step step, Object outcome, Row row) {
        assertThat(outcome).isInstanceOf(Outcome.Saved.class);
        Snapshot saved = ((Outcome.Saved) outcome).snapshot();
        assertThat(RandomTable.withoutVersions(saved.row())).isEqualTo(row);
        model.put(step.row(), row);
        remember(step, Optional.of(saved));
        return saved;
    }

    private void remember(Step step, Optional<Snapshot> snapshot) {
        read.remove(who(step));
        snapshot.ifPresent(
                row -> read.put(who(step), new Memory(row, model.row(step.row()).orElseThrow())));
    }

    private Optional<Snapshot> find(int person, int row) {
        return stores.get(person).find(table.key(row));
    }

    private static List<Integer> who(Step step) {
        return List.of(step.person(), step.row());
    }
}
