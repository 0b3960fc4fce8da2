package dev.concord.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.outcome.LockOutcome;
import dev.concord.outcome.Outcome;
import dev.concord.outcome.Outcome.Refused.Reason;
import dev.concord.outcome.SaveOutcome;
import dev.concord.record.Draft;
import dev.concord.record.Row;
import dev.concord.record.Snapshot;
import dev.concord.record.Value;
import dev.concord.sql.LockWait;
import dev.concord.testing.Engine;
import dev.concord.testing.LockingContract;
import dev.concord.version.Guard;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Parents and their children: a child's change is no change of the parent, unless its writer says so. */
@LockingContract
class TouchTest {

    @OnEveryEngine
    void insertingAChildLeavesTheParentFresh(Engine engine) {
        for (Guard guard : new Guard[] {OnEveryGuard.COUNTER, OnEveryGuard.DIGEST}) {
            try (Shop shop = orders(engine, guard)) {
                Draft mine = Draft.of(shop.first("order")).with("note", Value.of("mine"));
                shop.inserted(line(shop));
                assertThat(shop.store().save(mine)).isInstanceOf(Outcome.Saved.class);
            }
        }
    }

    static Stream<Guard> guards() {
        return Stream.of(OnEveryGuard.COUNTER, OnEveryGuard.DIGEST);
    }

    /**
     * FOR UPDATE would make those who refer to the parent wait; the other databases have no weaker lock for a parent.
     */
    @ParameterizedTest
    @MethodSource("guards")
    void aParentInTheMiddleOfBeingSavedDoesNotKeepAChildWaitingInPostgres(Guard guard) throws Exception {
        try (Shop shop = orders(Engine.POSTGRESQL, guard)) {
            shop.sql(
                    "create function resting() returns trigger language plpgsql as "
                            + "$$begin perform pg_advisory_xact_lock(61); return new; end$$",
                    "create trigger resting before update on \"order\" for each row execute function resting()");
            Draft mine = Draft.of(shop.first("order")).with("note", Value.of("mine"));
            Draft line = line(shop);
            RecordStore store = shop.store();
            shop.lengthenLockTimeouts();
            try (OpenTransaction rest = new OpenTransaction(shop, "select pg_advisory_xact_lock(61)")) {
                Waiting<SaveOutcome> saving = Waiting.begun(shop.database(), () -> store.save(mine));
                assertThat(store.insert(line)).isInstanceOf(Outcome.Saved.class);
                rest.rollBack();
                assertThat(saving.outcome()).isInstanceOf(Outcome.Saved.class);
            }
            Snapshot order = shop.first("order");
            assertThat(store.<SaveOutcome>locked(order.key(), order.token(), LockWait.noWait(), row -> {
                        assertThat(shop.store().insert(line.with("id", Value.of(2))))
                                .isInstanceOf(Outcome.Saved.class);
                        return row.update(Row.of("note", Value.of("held")));
                    }))
                    .isInstanceOfSatisfying(LockOutcome.Done.class, done -> assertThat(done.result())
                            .isInstanceOf(Outcome.Saved.class));
        }
    }

    @OnEveryEngine
    void movingTheParentsVersionMakesItsOldDraftStale(Engine engine) {
        for (Guard guard : new Guard[] {OnEveryGuard.COUNTER, OnEveryGuard.UUID, OnEveryGuard.TIME}) {
            try (Shop shop = orders(engine, guard)) {
                Snapshot order = shop.first("order");
                Draft mine = Draft.of(order).with("note", Value.of("mine"));
                shop.inserted(line(shop));
                SaveOutcome outcome = shop.store().touch(order.key(), order.token());
                assertThat(outcome).isInstanceOf(Outcome.Saved.class);
                Snapshot touched = ((Outcome.Saved) outcome).snapshot();
                assertThat(touched.row().get("note")).isEqualTo(Value.of("theirs"));
                assertThat(shop.store().save(mine)).isInstanceOf(Outcome.Stale.class);
                shop.saved(mine.rebase(touched));
            }
        }
    }

    @OnEveryEngine
    void aStaleParentIsNotTouched(Engine engine) {
        try (Shop shop = orders(engine, OnEveryGuard.COUNTER)) {
            Snapshot before = shop.first("order");
            shop.saved(Draft.of(before).with("note", Value.of("newer")));
            assertThat(shop.store().touch(before.key(), before.token())).isInstanceOf(Outcome.Stale.class);
            assertThat(shop.store().touch(before.key(), Optional.empty()))
                    .isEqualTo(new Outcome.Refused(Reason.TOKEN_REQUIRED, ""));
            assertThat(shop.first("order").row().get("version")).isEqualTo(Value.of(2));
        }
    }

    @OnEveryEngine
    void aTableWithoutAVersionHasNothingToMove(Engine engine) {
        try (Shop shop = orders(engine, OnEveryGuard.DIGEST)) {
            Snapshot order = shop.first("order");
            assertThat(shop.store().touch(order.key(), order.token()))
                    .isEqualTo(new Outcome.Refused(Reason.NO_VERSION, ""));
        }
    }

    /** A generated column; not on SQLite, where the test would say the same of the same lines of code. */
    @ParameterizedTest(name = "{0}")
    @EnumSource(names = {"H2", "POSTGRESQL", "MARIADB"})
    void aVersionTheDatabaseMakesIsNotMovedByHand(Engine engine) {
        try (Shop shop = new Shop(
                        engine,
                        "create table \"t\" (\"id\" integer not null primary key, \"n\" integer,"
                                + " \"v\" integer generated always as (\"n\" * 2) STORED)",
                        "insert into \"t\" (\"id\", \"n\") values (1, 1)")
                .guardedBy("t", new Guard.ByColumn("v", Guard.VersionKind.INTEGER))) {
            Snapshot row = shop.first("t");
            assertThat(shop.store().touch(row.key(), row.token()))
                    .isEqualTo(new Outcome.Refused(Reason.NO_VERSION, ""));
        }
    }

    private static Draft line(Shop shop) {
        return Draft.newRow(shop.id("line")).with("id", Value.of(1)).with("order_id", Value.of(1));
    }

    private static Shop orders(Engine engine, Guard guard) {
        return new Shop(
                        engine,
                        "create table \"order\" (\"id\" integer not null primary key, \"note\" varchar(20),"
                                + " \"version\" integer, \"updated_at\" LOCALTIME6, \"row_version\" UUIDTYPE)",
                        "create table \"line\" (\"id\" integer not null primary key, \"order_id\" integer not null,"
                                + " constraint \"of\" foreign key (\"order_id\") references \"order\" (\"id\"))",
                        "insert into \"order\" (\"id\", \"note\", \"version\") values (1, 'theirs', 1)")
                .guardedBy("order", guard);
    }
}
