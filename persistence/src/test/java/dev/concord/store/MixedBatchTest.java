package dev.concord.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.concord.outcome.BatchOutcome;
import dev.concord.outcome.BatchOutcome.Deleted;
import dev.concord.outcome.BatchOutcome.Entry;
import dev.concord.outcome.BatchOutcome.NotSaved;
import dev.concord.outcome.BatchOutcome.RolledBack;
import dev.concord.outcome.BatchOutcome.Saved;
import dev.concord.outcome.Outcome;
import dev.concord.outcome.Outcome.Refused.Reason;
import dev.concord.outcome.Violation;
import dev.concord.record.Draft;
import dev.concord.record.RecordKey;
import dev.concord.record.Row;
import dev.concord.record.RowWrite;
import dev.concord.record.Snapshot;
import dev.concord.record.Value;
import dev.concord.sql.ManyRowsReader;
import dev.concord.testing.CuttingProxy.When;
import dev.concord.testing.Engine;
import dev.concord.testing.LockingContract;
import dev.concord.version.Guard;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Inserts, updates and deletions of several tables in one batch, in the order their foreign keys demand. */
@LockingContract
class MixedBatchTest {

    /** Whatever order the writes are given in, and whatever order the tables' names have. */
    @OnEveryEngine
    void referredRowsAreInsertedFirstAndDeletedLast(Engine engine) {
        for (BatchPolicy policy : BatchPolicy.values()) {
            for (int seed = 0; seed < 5; seed++) {
                try (Shop shop = orders(engine)) {
                    List<RowWrite> writes = new ArrayList<>(List.of(
                            new RowWrite.Insert(line(shop, 20, 2)),
                            new RowWrite.Insert(line(shop, 21, 2)),
                            new RowWrite.Insert(order(shop, 2, 2)),
                            new RowWrite.Insert(customer(shop, 2)),
                            new RowWrite.Delete(row(shop, "a_customer", 1)),
                            new RowWrite.Delete(row(shop, "b_order", 1)),
                            new RowWrite.Delete(row(shop, "a_line", 10)),
                            RowWrite.of(Draft.of(row(shop, "a_line", 11)).with("order_id", Value.of(2)))));
                    Collections.shuffle(writes, new Random(seed));
                    BatchOutcome outcome = shop.store().writeAll(writes, policy);
                    assertThat(outcome.complete()).as("%s", outcome).isTrue();
                    for (int i = 0; i < writes.size(); i++) {
                        assertThat(outcome.entries().get(i))
                                .isInstanceOf(writes.get(i) instanceof RowWrite.Delete ? Deleted.class : Saved.class);
                    }
                    assertThat(ids(shop, "a_customer", 2)).containsExactly(2);
                    assertThat(ids(shop, "b_order", 2)).containsExactly(2);
                    assertThat(ids(shop, "a_line", 21)).containsExactly(11, 20, 21);
                    assertThat(row(shop, "a_line", 11).row().get("order_id")).isEqualTo(Value.of(2));
                }
            }
        }
    }

    @OnEveryEngine
    void rowsOfOneTableThatReferToEachOtherAreInsertedAndDeletedInTheirOrder(Engine engine) {
        for (BatchPolicy policy : BatchPolicy.values()) {
            try (Shop shop = tree(engine)) {
                List<RowWrite> inserts = List.of(
                        new RowWrite.Insert(node(shop, 1, 2)),
                        new RowWrite.Insert(node(shop, 2, 3)),
                        new RowWrite.Insert(node(shop, 3, 9)),
                        new RowWrite.Insert(Draft.newRow(shop.id("node")).with("id", Value.of(9))));
                assertThat(shop.store().writeAll(inserts, policy).complete()).isTrue();
                List<RowWrite> deletions = IntStream.of(9, 1, 3, 2)
                        .<RowWrite>mapToObj(id -> new RowWrite.Delete(row(shop, "node", id)))
                        .toList();
                BatchOutcome deleted = shop.store().writeAll(deletions, policy);
                assertThat(deleted.complete()).as("%s", deleted).isTrue();
                assertThat(ids(shop, "node", 9)).isEmpty();
            }
        }
    }

    /** The values differ, but the database calls them equal; the tables' references give the order then. */
    @ParameterizedTest(name = "{0}")
    @EnumSource(names = "MARIADB")
    void referredRowsComeFirstAlsoWhereTheDatabaseIgnoresCase(Engine engine) {
        try (Shop shop = new Shop(
                engine,
                "create table \"z_kind\" (\"id\" varchar(9) not null primary key)",
                "create table \"a_thing\" (\"id\" integer not null primary key, \"kind\" varchar(9),"
                        + " foreign key (\"kind\") references \"z_kind\" (\"id\"))")) {
            Draft thing =
                    Draft.newRow(shop.id("a_thing")).with("id", Value.of(1)).with("kind", Value.of("TEA"));
            Draft kind = Draft.newRow(shop.id("z_kind")).with("id", Value.of("tea"));
            BatchOutcome outcome = shop.store()
                    .writeAll(List.of(new RowWrite.Insert(thing), new RowWrite.Insert(kind)), BatchPolicy.ABORT_ALL);
            assertThat(outcome.complete()).as("%s", outcome).isTrue();
        }
    }

    /** A circle has no order: what the database allows at the end of a statement or a transaction is up to it. */
    @ParameterizedTest(name = "{0}")
    @EnumSource(names = {"POSTGRESQL", "SQLITE"})
    void rowsThatReferToEachOtherInACircleAreInsertedWhereTheDatabaseChecksAtCommit(Engine engine) {
        try (Shop shop = new Shop(
                engine,
                "create table \"node\" (\"id\" integer not null primary key, \"parent_id\" integer"
                        + " references \"node\" deferrable initially deferred)")) {
            BatchOutcome outcome = shop.store()
                    .writeAll(
                            List.of(new RowWrite.Insert(node(shop, 1, 2)), new RowWrite.Insert(node(shop, 2, 1))),
                            BatchPolicy.ABORT_ALL);
            assertThat(outcome.complete()).isTrue();
        }
    }

    @OnEveryEngine
    void aUniqueValueIsGivenUpBeforeItIsTaken(Engine engine) {
        for (BatchPolicy policy : BatchPolicy.values()) {
            try (Shop shop = new Shop(
                    engine,
                    "create table \"badge\" (\"id\" integer not null primary key, \"code\" varchar(9) not null unique)",
                    "insert into \"badge\" values (1, 'a'), (2, 'b'), (3, 'c')")) {
                List<RowWrite> writes = List.of(
                        new RowWrite.Insert(Draft.newRow(shop.id("badge"))
                                .with("id", Value.of(4))
                                .with("code", Value.of("a"))),
                        RowWrite.of(Draft.of(row(shop, "badge", 1)).with("code", Value.of("b"))),
                        RowWrite.of(Draft.of(row(shop, "badge", 2)).with("code", Value.of("c"))),
                        new RowWrite.Delete(row(shop, "badge", 3)));
                BatchOutcome outcome = shop.store().writeAll(writes, policy);
                assertThat(outcome.complete()).as("%s", outcome).isTrue();
                assertThat(row(shop, "badge", 2).row().get("code")).isEqualTo(Value.of("c"));
            }
        }
    }

    @OnEveryGuard
    void aStaleRowAmongManyIsReportedAndTheOthersAreAsThePolicySays(Shop shop) {
        for (BatchPolicy policy : BatchPolicy.values()) {
            for (int id = 2; id <= 6; id++) {
                if (shop.store().find(key(shop, "item", id)).isEmpty()) {
                    shop.inserted(shop.newItem(id));
                }
            }
            List<RowWrite> writes = List.of(
                    new RowWrite.Insert(shop.newItem(7)),
                    new RowWrite.Delete(row(shop, "item", 2)),
                    new RowWrite.Delete(row(shop, "item", 3)),
                    RowWrite.of(Draft.of(row(shop, "item", 4)).with("stock", Value.of(44))));
            Snapshot theirs = shop.saved(Draft.of(row(shop, "item", 3)).with("name", Value.of("theirs " + policy)));
            BatchOutcome outcome = shop.store().writeAll(writes, policy);
            boolean skip = policy == BatchPolicy.SKIP_AND_REPORT;
            assertThat(outcome.entries().get(2)).isInstanceOfSatisfying(NotSaved.class, notSaved -> assertThat(
                            ((Outcome.Stale) notSaved.why()).theirs().row())
                    .isEqualTo(theirs.row()));
            assertThat(outcome.saved()).isEqualTo(skip ? 3 : 0);
            assertThat(outcome.entries())
                    .filteredOn(RolledBack.class::isInstance)
                    .hasSize(skip ? 0 : 3);
            assertThat(ids(shop, "item", 7)).isEqualTo(skip ? List.of(1, 3, 4, 5, 6, 7) : List.of(1, 2, 3, 4, 5, 6));
            shop.sql("delete from \"item\" where \"id\" = 7");
        }
    }

    @OnEveryGuard
    void insertedRowsAreReturnedAsTheyAreWithATokenForTheNextWrite(Shop shop) {
        for (BatchPolicy policy : BatchPolicy.values()) {
            int first = policy == BatchPolicy.ABORT_ALL ? 10 : 20;
            BatchOutcome outcome = shop.store()
                    .writeAll(
                            IntStream.range(first, first + 4)
                                    .<RowWrite>mapToObj(id -> new RowWrite.Insert(shop.newItem(id)))
                                    .toList(),
                            policy);
            for (int i = 0; i < 4; i++) {
                Snapshot saved = ((Saved) outcome.entries().get(i)).snapshot();
                Snapshot now = row(shop, "item", first + i);
                assertThat(saved.row()).isEqualTo(now.row());
                assertThat(saved.token()).isEqualTo(now.token());
                shop.saved(Draft.of(saved).with("name", Value.of("next")));
            }
        }
    }

    @OnEveryEngine
    void aRefusedRowIsReportedByItselfAndNothingOrTheOthersAreWritten(Engine engine) {
        for (BatchPolicy policy : BatchPolicy.values()) {
            try (Shop shop = orders(engine)) {
                List<RowWrite> writes = List.of(
                        new RowWrite.Insert(customer(shop, 5)),
                        new RowWrite.Insert(order(shop, 5, 88)),
                        new RowWrite.Delete(row(shop, "a_customer", 1)),
                        new RowWrite.Delete(row(shop, "a_line", 10)));
                BatchOutcome outcome = shop.store().writeAll(writes, policy);
                boolean skip = policy == BatchPolicy.SKIP_AND_REPORT;
                assertThat(kinds(outcome.entries().get(1))).containsExactly(Violation.Kind.FOREIGN_KEY);
                assertThat(outcome.saved()).isEqualTo(skip ? 2 : 0);
                if (skip) {
                    assertThat(kinds(outcome.entries().get(2))).containsExactly(Violation.Kind.STILL_REFERENCED);
                }
                assertThat(ids(shop, "a_customer", 5)).isEqualTo(skip ? List.of(1, 5) : List.of(1));
                assertThat(ids(shop, "a_line", 11)).isEqualTo(skip ? List.of(11) : List.of(10, 11));
            }
        }
    }

    @OnEveryEngine
    void aDeletedRowThatOthersReferToAbortsAllAndIsNamed(Engine engine) {
        try (Shop shop = orders(engine)) {
            BatchOutcome outcome = shop.store()
                    .writeAll(
                            List.of(
                                    new RowWrite.Delete(row(shop, "a_line", 10)),
                                    new RowWrite.Delete(row(shop, "a_customer", 1))),
                            BatchPolicy.ABORT_ALL);
            assertThat(outcome.entries().getFirst()).isInstanceOf(RolledBack.class);
            assertThat(kinds(outcome.entries().get(1))).containsExactly(Violation.Kind.STILL_REFERENCED);
            assertThat(ids(shop, "a_line", 11)).containsExactly(10, 11);
        }
    }

    @OnEveryEngine
    void aRowToBeDeletedThatIsGoneIsReportedAsGone(Engine engine) {
        for (BatchPolicy policy : BatchPolicy.values()) {
            try (Shop shop = orders(engine)) {
                List<RowWrite> writes = List.of(
                        new RowWrite.Delete(row(shop, "a_line", 10)), new RowWrite.Delete(row(shop, "a_line", 11)));
                shop.sql("delete from \"a_line\" where \"id\" = 10");
                BatchOutcome outcome = shop.store().writeAll(writes, policy);
                assertThat(outcome.entries().getFirst())
                        .isEqualTo(new NotSaved(new Outcome.Gone(key(shop, "a_line", 10))));
                assertThat(ids(shop, "a_line", 11))
                        .isEqualTo(policy == BatchPolicy.SKIP_AND_REPORT ? List.of() : List.of(11));
            }
        }
    }

    @OnEveryEngine
    void rowsWhoseKeysTheDatabaseMakesAreReturnedWithThem(Engine engine) {
        for (BatchPolicy policy : BatchPolicy.values()) {
            try (Shop shop = new Shop(engine, "create table \"ticket\" (\"id\" AUTOKEY, \"name\" varchar(20))")) {
                BatchOutcome outcome = shop.store()
                        .writeAll(
                                IntStream.range(0, 3)
                                        .<RowWrite>mapToObj(i -> new RowWrite.Insert(
                                                Draft.newRow(shop.id("ticket")).with("name", Value.of("n" + i))))
                                        .toList(),
                                policy);
                assertThat(outcome.complete()).isTrue();
                for (int i = 0; i < 3; i++) {
                    Snapshot saved = ((Saved) outcome.entries().get(i)).snapshot();
                    assertThat(shop.store()
                                    .find(saved.key())
                                    .orElseThrow()
                                    .row()
                                    .get("name"))
                            .isEqualTo(Value.of("n" + i));
                }
            }
        }
    }

    @OnEveryEngine
    void moreRowsThanOneChunkAreInsertedAndDeleted(Engine engine) {
        int rows = ManyRowsReader.MOST_ROWS + 3;
        for (Guard guard : List.of(OnEveryGuard.COUNTER, OnEveryGuard.DIGEST)) {
            try (Shop shop = Shop.withItems(engine, guard)) {
                List<RowWrite> inserts = IntStream.range(100, 100 + rows)
                        .<RowWrite>mapToObj(id -> new RowWrite.Insert(shop.newItem(id)))
                        .toList();
                BatchOutcome inserted = shop.store().writeAll(inserts, BatchPolicy.ABORT_ALL);
                assertThat(inserted.complete()).isTrue();
                List<RowWrite> deletions = inserted.entries().stream()
                        .<RowWrite>map(entry -> new RowWrite.Delete(((Saved) entry).snapshot()))
                        .toList();
                shop.saved(Draft.of(row(shop, "item", 150)).with("stock", Value.of(1)));
                assertThat(shop.store()
                                .writeAll(deletions, BatchPolicy.ABORT_ALL)
                                .saved())
                        .isZero();
                assertThat(shop.store()
                                .writeAll(deletions, BatchPolicy.SKIP_AND_REPORT)
                                .saved())
                        .isEqualTo(rows - 1);
                assertThat(ids(shop, "item", 100 + rows)).containsExactly(1, 150);
            }
        }
    }

    @OnEveryEngine
    void twoWritesOfOneRowAreTheCallersMistake(Engine engine) {
        try (Shop shop = Shop.withItems(engine, OnEveryGuard.COUNTER)) {
            Draft draft = Draft.of(shop.item()).with("stock", Value.of(1));
            assertThatThrownBy(() -> shop.store()
                            .writeAll(
                                    List.of(RowWrite.of(draft), new RowWrite.Delete(shop.item())),
                                    BatchPolicy.ABORT_ALL))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("dev.concord.store.Wire#all")
    void aBatchCutAroundItsCommitIsNeverHalfKnown(Engine engine, Guard guard) {
        try (Wire wire = new Wire(engine, guard)) {
            wire.aside().inserted(wire.aside().newItem(2));
            List<RowWrite> writes = List.of(
                    new RowWrite.Insert(wire.aside().newItem(3)),
                    RowWrite.of(Draft.of(row(wire.aside(), "item", 1)).with("stock", Value.of(7))),
                    new RowWrite.Delete(row(wire.aside(), "item", 2)));
            BatchOutcome before = wire.cutAtCommit(When.BEFORE, () -> {}).writeAll(writes, BatchPolicy.ABORT_ALL);
            assertThat(before.entries()).allSatisfy(entry -> assertThat(((NotSaved) entry).why())
                    .isInstanceOfSatisfying(Outcome.Refused.class, refused -> assertThat(refused.reason())
                            .isEqualTo(Reason.CONNECTION_LOST)));
            assertThat(ids(wire.aside(), "item", 3)).containsExactly(1, 2);
            BatchOutcome after = wire.cutAtCommit(When.AFTER, () -> {}).writeAll(writes, BatchPolicy.ABORT_ALL);
            assertThat(after.complete()).as("%s", after).isTrue();
            assertThat(ids(wire.aside(), "item", 3)).containsExactly(1, 3);
        }
    }

    /** That a row is gone does not show who deleted it, and an insert's row may have been deleted since. */
    @ParameterizedTest(name = "{0}")
    @EnumSource(names = {"H2", "POSTGRESQL", "MARIADB"})
    void aBatchIsWhollyUnknownWhenAThirdWriterChangedARowThatProvesNothing(Engine engine) {
        try (Wire wire = new Wire(engine, OnEveryGuard.COUNTER)) {
            wire.aside().inserted(wire.aside().newItem(2));
            List<RowWrite> writes = List.of(
                    new RowWrite.Insert(wire.aside().newItem(3)), new RowWrite.Delete(row(wire.aside(), "item", 2)));
            Runnable third = () -> wire.aside().sql("delete from \"item\" where \"id\" = 3");
            BatchOutcome outcome = wire.cutAtCommit(When.AFTER, third).writeAll(writes, BatchPolicy.ABORT_ALL);
            assertThat(outcome.entries())
                    .allSatisfy(entry -> assertThat(((NotSaved) entry).why()).isInstanceOf(Outcome.Unconfirmed.class));
        }
    }

    private static List<Violation.Kind> kinds(Entry entry) {
        return ((Outcome.Rejected) ((NotSaved) entry).why())
                .violations().stream().map(Violation::kind).toList();
    }

    /** Customers, orders and their lines; the names of the tables are in another order than the references. */
    private static Shop orders(Engine engine) {
        return new Shop(
                engine,
                "create table \"a_customer\" (\"id\" integer not null primary key, \"name\" varchar(20))",
                "create table \"b_order\" (\"id\" integer not null primary key, \"customer_id\" integer not null,"
                        + " foreign key (\"customer_id\") references \"a_customer\" (\"id\"))",
                "create table \"a_line\" (\"id\" integer not null primary key, \"order_id\" integer not null,"
                        + " foreign key (\"order_id\") references \"b_order\" (\"id\"))",
                "insert into \"a_customer\" values (1, 'Ana')",
                "insert into \"b_order\" values (1, 1)",
                "insert into \"a_line\" values (10, 1), (11, 1)");
    }

    private static Shop tree(Engine engine) {
        return new Shop(
                engine,
                "create table \"node\" (\"id\" integer not null primary key, \"parent_id\" integer,"
                        + " foreign key (\"parent_id\") references \"node\" (\"id\"))");
    }

    private static Draft customer(Shop shop, int id) {
        return Draft.newRow(shop.id("a_customer")).with("id", Value.of(id));
    }

    private static Draft order(Shop shop, int id, int customer) {
        return Draft.newRow(shop.id("b_order")).with("id", Value.of(id)).with("customer_id", Value.of(customer));
    }

    private static Draft line(Shop shop, int id, int order) {
        return Draft.newRow(shop.id("a_line")).with("id", Value.of(id)).with("order_id", Value.of(order));
    }

    private static Draft node(Shop shop, int id, int parent) {
        return Draft.newRow(shop.id("node")).with("id", Value.of(id)).with("parent_id", Value.of(parent));
    }

    private static RecordKey key(Shop shop, String table, int id) {
        return shop.key(table, Row.of("id", Value.of(id)));
    }

    private static Snapshot row(Shop shop, String table, int id) {
        return shop.store().find(key(shop, table, id)).orElseThrow();
    }

    /** The keys of the rows that are there, up to the last one given. */
    private static List<Integer> ids(Shop shop, String table, int last) {
        return IntStream.rangeClosed(0, last)
                .filter(id -> shop.store().find(key(shop, table, id)).isPresent())
                .boxed()
                .toList();
    }
}
