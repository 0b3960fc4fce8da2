package dev.concord.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.catalog.Catalog;
import dev.concord.catalog.TableId;
import dev.concord.catalog.TableSummary;
import dev.concord.database.Database;
import dev.concord.database.DatabaseSettings;
import dev.concord.record.Bytes;
import dev.concord.record.Draft;
import dev.concord.record.RecordKey;
import dev.concord.record.Row;
import dev.concord.record.Snapshot;
import dev.concord.record.Value;
import dev.concord.testing.Engine;
import dev.concord.testing.LockingContract;
import dev.concord.testing.TestDatabase;
import dev.concord.version.Guard;
import dev.concord.version.Guard.VersionKind;
import dev.concord.version.Policies;
import dev.concord.version.TablePolicy;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;

/**
 * Two people on two connections read and save rows of a random table in a random order. Beside the database runs the
 * simplest model there is: what each row holds and how often it was changed. A save succeeds exactly when nobody changed
 * the row since it was read, and afterwards the database holds what the model holds.
 */
@LockingContract
class InterleavingPropertyTest {
    private static final int PEOPLE = 2;
    private static final int ROWS = 2;
    private static final Map<Engine, List<Database>> OPEN = new HashMap<>();
    private static int tables;

    /** What one person does next. */
    record Step(int person, int row, boolean save, int column, int value) {}

    @Property(tries = 120, shrinking = ShrinkingMode.BOUNDED)
    void noUpdateIsLostAndNoConflictIsFalse(
            @ForAll Engine engine,
            @ForAll("columns") List<String> types,
            @ForAll("guards") Guard guard,
            @ForAll("steps") List<Step> steps) {
        List<Database> connections = OPEN.computeIfAbsent(engine, InterleavingPropertyTest::open);
        String name = "t" + ++tables;
        create(connections.getFirst(), engine, name, types);
        TableId table = id(connections.getFirst(), name);
        List<RecordStore> stores = connections.stream()
                .map(database -> store(database, table, guard))
                .toList();
        new Play(stores, table, types, engine).run(steps);
    }

    /** The rows as they must be, and what each person has read of them. */
    private static final class Play {
        private final List<RecordStore> stores;
        private final List<String> types;
        private final TableId table;
        private final Engine engine;
        private final int[] changes = new int[ROWS];
        private final List<Row> rows = new ArrayList<>();
        private final Map<List<Integer>, Memory> read = new HashMap<>();

        /** A row as somebody read it, and how often it had been changed by then. */
        private record Memory(Snapshot snapshot, int changes) {}

        Play(List<RecordStore> stores, TableId table, List<String> types, Engine engine) {
            this.stores = stores;
            this.table = table;
            this.engine = engine;
            this.types = types;
            for (int row = 0; row < ROWS; row++) {
                rows.add(find(0, row).row());
            }
        }

        void run(List<Step> steps) {
            for (Step step : steps) {
                List<Integer> who = List.of(step.person(), step.row());
                Optional<Memory> memory = Optional.ofNullable(read.get(who)).filter(_ -> step.save());
                memory.ifPresentOrElse(
                        base -> save(step, who, base), () -> remember(who, find(step.person(), step.row())));
                for (int row = 0; row < ROWS; row++) {
                    assertThat(withoutVersion(find(0, row).row())).isEqualTo(withoutVersion(rows.get(row)));
                }
            }
        }

        private void save(Step step, List<Integer> who, Memory memory) {
            Snapshot base = memory.snapshot();
            int column = step.column() % types.size();
            Value value = Samples.of(types.get(column), step.value(), engine);
            Draft draft = Draft.of(base).with("c" + column, value);
            boolean fresh = sameRow(base, step.row()) || memory.changes() == changes[step.row()];
            switch (stores.get(step.person()).save(draft)) {
                case Outcome.Saved(Snapshot saved) -> {
                    assertThat(fresh || !draft.dirty()).as("an update was lost").isTrue();
                    if (draft.dirty()) {
                        changes[step.row()]++;
                        rows.set(step.row(), saved.row());
                        assertThat(saved.row().get("c" + column)).isEqualTo(value);
                        assertThat(saved.token()).isNotEqualTo(base.token());
                        remember(who, saved);
                    }
                }
                case Outcome.Stale(Snapshot theirs) -> {
                    assertThat(fresh).as("a conflict was false").isFalse();
                    assertThat(theirs.row()).isEqualTo(rows.get(step.row()));
                    remember(who, theirs);
                }
                case Outcome.Unwritten other -> throw new AssertionError(other);
            }
        }

        /** Equal rows have equal digests and others do not; a version is another one after every change. */
        private boolean sameRow(Snapshot base, int row) {
            Snapshot now = find(0, row);
            boolean sameRow = base.row().equals(now.row());
            assertThat(base.token().equals(now.token())).isEqualTo(sameRow);
            return sameRow;
        }

        private void remember(List<Integer> who, Snapshot snapshot) {
            read.put(who, new Memory(snapshot, changes[who.get(1)]));
        }

        private Snapshot find(int person, int row) {
            RecordStore store = stores.get(person);
            return store.find(new RecordKey(table, Row.of("id", Value.of(row)))).orElseThrow();
        }

        private static Row withoutVersion(Row row) {
            return row.without("version").without("row_version");
        }
    }

    private static List<Database> open(Engine engine) {
        DatabaseSettings settings = engine.freshDatabase();
        List<Database> connections = new ArrayList<>();
        for (int person = 0; person < PEOPLE; person++) {
            connections.add(TestDatabase.open(settings));
        }
        return connections;
    }

    @AfterContainer
    static void close() {
        OPEN.values().forEach(databases -> databases.forEach(Database::close));
    }

    private static TableId id(Database database, String name) {
        return new Catalog(database)
                .tables().stream()
                        .map(TableSummary::id)
                        .filter(id -> id.name().equals(name))
                        .findFirst()
                        .orElseThrow();
    }

    private static RecordStore store(Database database, TableId table, Guard guard) {
        Policies policies = Policies.DEFAULT.with(table, TablePolicy.DEFAULT.withGuard(guard));
        return new RecordStore(database, new Catalog(database), policies);
    }

    private static void create(Database database, Engine engine, String name, List<String> types) {
        String quote = engine == Engine.MARIADB ? "`" : "\"";
        StringBuilder columns = new StringBuilder();
        StringBuilder nulls = new StringBuilder();
        for (int i = 0; i < types.size(); i++) {
            columns.append(", ")
                    .append(quote)
                    .append('c')
                    .append(i)
                    .append(quote)
                    .append(' ')
                    .append(Samples.type(types.get(i), engine));
            nulls.append(", null");
        }
        String table = quote + name + quote;
        String uuid = engine == Engine.SQLITE ? "char(36)" : "uuid";
        TestDatabase.execute(
                database,
                "create table " + table + " (" + quote + "id" + quote + " integer not null primary key, " + quote
                        + "version" + quote + " integer, " + quote + "row_version" + quote + " " + uuid + columns + ")",
                "insert into " + table + " values (0, 1, '123e4567-e89b-12d3-a456-426614174000'" + nulls + ")",
                "insert into " + table + " values (1, 1, '123e4567-e89b-12d3-a456-426614174001'" + nulls + ")");
    }

    @Provide
    Arbitrary<List<String>> columns() {
        return Arbitraries.of("text", "char", "number", "double", "boolean", "date", "moment", "bytes")
                .list()
                .ofMinSize(1)
                .ofMaxSize(6);
    }

    @Provide
    Arbitrary<Guard> guards() {
        return Arbitraries.of(
                new Guard.ByDigest(),
                new Guard.ByColumn("version", VersionKind.INTEGER),
                new Guard.ByColumn("row_version", VersionKind.UUID),
                new Guard.ByBoth(new Guard.ByColumn("version", VersionKind.INTEGER)));
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        Arbitrary<Step> step = Combinators.combine(
                        Arbitraries.integers().between(0, PEOPLE - 1),
                        Arbitraries.integers().between(0, ROWS - 1),
                        Arbitraries.of(true, true, false),
                        Arbitraries.integers().between(0, 5),
                        Arbitraries.integers().between(0, 4))
                .as(Step::new);
        return step.list().ofMinSize(4).ofMaxSize(16);
    }

    /** A few values of each type, told apart only by what databases tend to confuse. */
    private static final class Samples {
        private static final List<String> TEXTS = List.of("", "a", "A", "a ", "é");

        static Value of(String type, int number, Engine engine) {
            if (number == 0 && !type.equals("text")) {
                return Value.ofNull();
            }
            return switch (type) {
                case "text" -> Value.of(TEXTS.get(number));
                case "char" -> Value.of(List.of("", "a", "b", "ab", "abc").get(number));
                case "number" ->
                    Value.of(new BigDecimal(List.of("0", "0", "15", "9007199254740992", "9007199254740993")
                            .get(number)));
                case "double" ->
                    new Value.Float64(List.of(0.0, 0.0, 0.1, 1e300, -0.5).get(number));
                // SQLite has neither: its values are numbers and texts, whatever the column is called.
                case "boolean" -> engine == Engine.SQLITE ? Value.of(number % 2) : Value.of(number % 2 == 0);
                case "date" -> date(LocalDate.of(2026, 3, 27 + number), engine);
                case "moment" -> moment(LocalDateTime.of(2026, 3, 29, number, 30, 0, 1000 * number), engine);
                default -> new Value.Binary(Bytes.of(new byte[] {0, (byte) number}));
            };
        }

        private static Value date(LocalDate date, Engine engine) {
            return engine == Engine.SQLITE ? Value.of(date.toString()) : new Value.Date(date);
        }

        private static Value moment(LocalDateTime moment, Engine engine) {
            return engine == Engine.SQLITE ? Value.of(moment.toString()) : new Value.DateTime(moment);
        }

        static String type(String type, Engine engine) {
            return switch (type) {
                case "text" -> "varchar(20)";
                case "char" -> "char(5)";
                case "number" -> engine == Engine.SQLITE ? "integer" : "decimal(20,3)";
                case "double" -> engine == Engine.MARIADB ? "double" : "double precision";
                case "boolean" -> "boolean";
                case "date" -> "date";
                case "moment" -> engine == Engine.MARIADB ? "datetime(6)" : "timestamp(6)";
                default -> engine == Engine.POSTGRESQL ? "bytea" : engine == Engine.SQLITE ? "blob" : "varbinary(20)";
            };
        }
    }
}
