package dev.concord.store;

import dev.concord.catalog.Catalog;
import dev.concord.database.Database;
import dev.concord.database.DatabaseSettings;
import dev.concord.store.Step.Kind;
import dev.concord.testing.Engine;
import dev.concord.testing.LockingContract;
import dev.concord.testing.TestDatabase;
import dev.concord.version.Guard;
import dev.concord.version.Policies;
import dev.concord.version.TablePolicy;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.statistics.Statistics;

/**
 * Two people on connections of their own read, save, delete, insert and add to the rows of a random table, in a random
 * order and with transactions that are left open. Beside the database runs a model that never asks it: a write succeeds
 * exactly when nobody changed the row since it was read, and afterwards the database holds what the model holds.
 */
@LockingContract
class InterleavingPropertyTest {
    private static final int PEOPLE = 2;
    private static final int ROWS = 2;
    private static final int MOST_COLUMNS = 6;
    private static final String WAITED = "one waited for the other";

    /** In percent of the games; it happens in about every fifth, and a few are enough. */
    private static final double SELDOM = 5;

    private static final Map<Engine, List<Database>> OPEN = new HashMap<>();
    private static int tables;

    @Property(tries = 120, shrinking = ShrinkingMode.BOUNDED)
    void noUpdateIsLostAndNoConflictIsFalse(
            @ForAll Engine engine,
            @ForAll("columns") List<String> columns,
            @ForAll("guards") Guard guard,
            @ForAll("rows") List<List<Integer>> rows,
            @ForAll("steps") List<Step> steps)
            throws Exception {
        List<Database> databases = OPEN.computeIfAbsent(engine, InterleavingPropertyTest::open);
        RandomTable table = RandomTable.create(databases.getFirst(), engine, "t" + ++tables, columns);
        List<RecordStore> stores = databases.stream()
                .map(database -> store(database, table, guard))
                .toList();
        RowsModel model = new RowsModel(engine, guard);
        for (int row = 0; row < ROWS; row++) {
            stores.getFirst().insert(table.newRow(row, rows.get(row)));
            model.put(row, table.newRow(row, rows.get(row)).changes());
        }
        int waits = new TwoPeople(table, databases, stores, model).play(steps);
        Statistics.label(WAITED).collect(waits > 0);
        Statistics.label(WAITED).coverage(coverage -> coverage.check(true).percentage(percent -> percent > SELDOM));
    }

    private static List<Database> open(Engine engine) {
        DatabaseSettings settings = engine.freshDatabase();
        return Stream.generate(() -> TestDatabase.open(settings)).limit(PEOPLE).toList();
    }

    @AfterContainer
    static void close() {
        OPEN.values().forEach(databases -> databases.forEach(Database::close));
    }

    private static RecordStore store(Database database, RandomTable table, Guard guard) {
        Policies policies = Policies.DEFAULT.with(table.id(), TablePolicy.DEFAULT.withGuard(guard));
        return new RecordStore(database, new Catalog(database), policies);
    }

    @Provide
    Arbitrary<List<String>> columns() {
        return Arbitraries.of(RandomTable.TYPES).list().ofMinSize(1).ofMaxSize(MOST_COLUMNS);
    }

    @Provide
    Arbitrary<Guard> guards() {
        return Arbitraries.of(
                OnEveryGuard.DIGEST, OnEveryGuard.COUNTER, OnEveryGuard.TIME, OnEveryGuard.UUID, OnEveryGuard.BOTH);
    }

    @Provide
    Arbitrary<List<List<Integer>>> rows() {
        return values().list().ofSize(ROWS);
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, PEOPLE - 1),
                        Arbitraries.integers().between(0, ROWS - 1),
                        Arbitraries.frequency(
                                Tuple.of(3, Kind.READ),
                                Tuple.of(8, Kind.SAVE),
                                Tuple.of(1, Kind.DELETE),
                                Tuple.of(3, Kind.INSERT),
                                Tuple.of(2, Kind.INCREMENT),
                                Tuple.of(7, Kind.HOLD_CHANGED),
                                Tuple.of(1, Kind.HOLD_DELETED)),
                        Arbitraries.integers().between(0, MOST_COLUMNS - 1),
                        values(),
                        Arbitraries.of(true, true, false))
                .as(Step::new)
                .list()
                .ofMinSize(4)
                .ofMaxSize(16);
    }

    /** For each column a number of one of its values, and one more. */
    private static Arbitrary<List<Integer>> values() {
        return Arbitraries.integers().between(0, RandomTable.VALUES - 1).list().ofSize(MOST_COLUMNS + 1);
    }
}
