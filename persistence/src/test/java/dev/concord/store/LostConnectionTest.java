package dev.concord.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.concord.database.DatabaseSettings;
import dev.concord.dialect.Dialect;
import dev.concord.outcome.BatchOutcome;
import dev.concord.outcome.BatchOutcome.NotSaved;
import dev.concord.outcome.DryRunOutcome;
import dev.concord.outcome.HoldOutcome;
import dev.concord.outcome.LockOutcome;
import dev.concord.outcome.Outcome;
import dev.concord.outcome.Outcome.Refused;
import dev.concord.outcome.Outcome.Refused.Reason;
import dev.concord.outcome.RowAbsence;
import dev.concord.outcome.StoreFault;
import dev.concord.record.Draft;
import dev.concord.record.Increment;
import dev.concord.record.RecordKey;
import dev.concord.record.Row;
import dev.concord.record.Snapshot;
import dev.concord.record.Value;
import dev.concord.sql.LockWait;
import dev.concord.testing.CuttingProxy;
import dev.concord.testing.CuttingProxy.When;
import dev.concord.testing.Engine;
import dev.concord.testing.LockingContract;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The connection is cut during the reads of a write: of the table, or of why no row was changed. Nothing was written
 * then, and that is returned, not thrown. On the databases that have connections: H2 and SQLite run inside this
 * process.
 */
@LockingContract
class LostConnectionTest {

    @ParameterizedTest(name = "{0}")
    @EnumSource(names = {"POSTGRESQL", "MARIADB"})
    void aWriteWhoseTableCannotBeLookedAtIsRefused(Engine engine) {
        try (CutShop wire = new CutShop(engine)) {
            Snapshot base = wire.shop.item();
            RecordKey key = base.key();
            Draft draft = Draft.of(base).with("stock", Value.of(7));
            Draft fresh = wire.shop.newItem(3);
            Map<String, Function<RecordStore, Object>> writes = Map.of(
                    "insert",
                    store -> store.insert(fresh),
                    "save",
                    store -> store.save(draft),
                    "update",
                    store -> store.updateIf(key, base.token(), Row.of("stock", Value.of(7))),
                    "delete",
                    store -> store.delete(base),
                    "increment",
                    store -> store.increment(key, Increment.of("stock", 1)),
                    "rehearse",
                    store -> ((DryRunOutcome.Fails) store.dryRun(draft)).why(),
                    "lock",
                    store -> undone(store.locked(key, base.token(), LockWait.noWait(), _ -> 0)),
                    "hold",
                    store -> ((HoldOutcome.Ended)
                                    store.hold(key, new Reservation(_ -> {}, CompletableFuture.completedFuture(draft))))
                            .outcome());
            writes.forEach((name, write) -> {
                assertThat(write.apply(wire.lookingAtTheTable()))
                        .as(name)
                        .isInstanceOfSatisfying(Refused.class, LostConnectionTest::connectionLost);
                wire.assertCut();
            });
            assertThat(wire.lookingAtTheTable().absenceOf(base)).isEqualTo(RowAbsence.UNKNOWN);
            assertThat(wire.shop.item().row()).isEqualTo(base.row());
            wire.shop.saved(draft);
        }
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(names = {"POSTGRESQL", "MARIADB"})
    void readingATableThatCannotBeLookedAtIsAFaultOfTheStore(Engine engine) {
        try (CutShop wire = new CutShop(engine)) {
            RecordKey key = wire.shop.item().key();
            RecordStore store = wire.lookingAtTheTable();
            assertThatThrownBy(() -> store.find(key)).isInstanceOf(StoreFault.class);
            wire.assertCut();
            assertThat(store.find(key)).isPresent();
        }
    }

    /** PostgreSQL is asked whether triggers change a row afterwards; the others do not return rows, or have no wire. */
    @Test
    void theFirstSaveOfATableTellsWhatTheLaterOnesTell() {
        try (CutShop wire = new CutShop(Engine.POSTGRESQL)) {
            Draft draft = Draft.of(wire.shop.item()).with("stock", Value.of(7));
            assertThat(wire.cut("relhasrules").save(draft))
                    .isInstanceOfSatisfying(Refused.class, LostConnectionTest::connectionLost);
            wire.assertCut();
            BatchOutcome batch = wire.cut("relhasrules").saveAll(List.of(draft), BatchPolicy.SKIP_AND_REPORT);
            assertThat(batch.entries()).allSatisfy(LostConnectionTest::notSaved);
            wire.assertCut();
        }
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(names = {"POSTGRESQL", "MARIADB"})
    void aStaleSaveThatCannotReadTheirsIsRefused(Engine engine) {
        try (CutShop wire = new CutShop(engine)) {
            Snapshot base = wire.shop.item();
            wire.shop.saved(Draft.of(base).with("stock", Value.of(9)));
            RecordStore store = wire.cut(wire.shop.quoted("select \""));
            assertThat(store.save(Draft.of(base).with("stock", Value.of(7))))
                    .isInstanceOfSatisfying(Refused.class, LostConnectionTest::connectionLost);
            wire.assertCut();
            assertThat(wire.cut(wire.shop.quoted("select \"")).updateIf(base.key(), base.token(), Row.EMPTY))
                    .isInstanceOfSatisfying(Refused.class, LostConnectionTest::connectionLost);
            wire.assertCut();
        }
    }

    /**
     * One row of the batch has been committed before the others are read; the caller does not wait for those without
     * result.
     */
    @Test
    void aBatchStillTellsWhatItSavedWhenOneOfItsRowsCannotBeRead() {
        try (CutShop wire = new CutShop(Engine.POSTGRESQL)) {
            Snapshot fresh = wire.shop.item();
            Snapshot stale = wire.shop.inserted(wire.shop.newItem(2));
            Snapshot another = wire.shop.inserted(wire.shop.newItem(3));
            wire.shop.saved(Draft.of(stale).with("name", Value.of("theirs")));
            wire.shop.saved(Draft.of(another).with("name", Value.of("theirs")));
            BatchOutcome outcome = wire.cut("\"id\" = $1\0")
                    .saveAll(
                            List.of(
                                    Draft.of(fresh).with("stock", Value.of(7)),
                                    Draft.of(stale).with("stock", Value.of(7)),
                                    Draft.of(another).with("stock", Value.of(7))),
                            BatchPolicy.SKIP_AND_REPORT);
            wire.assertCut();
            assertThat(outcome.entries().getFirst()).isInstanceOf(BatchOutcome.Saved.class);
            assertThat(outcome.entries().subList(1, 3)).allSatisfy(LostConnectionTest::notSaved);
        }
    }

    @Test
    void lookingForPoliciesIsNoExceptionEither() throws SQLException {
        try (CutShop wire = new CutShop(Engine.POSTGRESQL);
                Connection other = wire.shop.database().dataSource().getConnection();
                Statement statement = other.createStatement()) {
            Snapshot base = wire.shop.item();
            other.setAutoCommit(false);
            statement.execute("select * from \"item\" for update");
            LockOutcome<Integer> outcome =
                    wire.cut("row_security_active").locked(base.key(), base.token(), LockWait.skipLocked(), _ -> 0);
            wire.assertCut();
            assertThat(undone(outcome)).isInstanceOfSatisfying(Refused.class, LostConnectionTest::connectionLost);
            other.rollback();
            assertThat(wire.cut("row_security_active").absenceOf(base)).isEqualTo(RowAbsence.UNKNOWN);
            wire.assertCut();
        }
    }

    private static Outcome.Unwritten undone(LockOutcome<?> outcome) {
        return ((LockOutcome.Undone<?>) outcome).why();
    }

    private static void notSaved(BatchOutcome.Entry entry) {
        assertThat(entry).isInstanceOfSatisfying(NotSaved.class, failed -> assertThat(failed.why())
                .isInstanceOfSatisfying(Refused.class, LostConnectionTest::connectionLost));
    }

    private static void connectionLost(Refused refused) {
        assertThat(refused.reason()).isEqualTo(Reason.CONNECTION_LOST);
    }

    /** A shop behind a wire that is cut as a command is sent. */
    private static final class CutShop implements AutoCloseable {
        private final CuttingProxy proxy;
        private final Shop shop;

        CutShop(Engine engine) {
            DatabaseSettings direct = engine.freshDatabase();
            int port = Integer.parseInt(direct.address().replaceAll(".*:(\\d+)/.*", "$1"));
            this.proxy = new CuttingProxy(port);
            DatabaseSettings through = new DatabaseSettings(
                    direct.address().replace(":" + port + "/", ":" + proxy.port() + "/") + Wire.readable(engine),
                    direct.user(),
                    direct.password(),
                    false);
            this.shop = Shop.withItemsAt(engine, through).guardedBy("item", OnEveryGuard.COUNTER);
        }

        RecordStore cut(String command) {
            RecordStore store = shop.store();
            proxy.cut(command, When.BEFORE, () -> {});
            return store;
        }

        /** A store that has forgotten the table. */
        RecordStore lookingAtTheTable() {
            RecordStore store = shop.store();
            store.catalog().forget(shop.id("item"));
            proxy.cut(
                    shop.dialect() == Dialect.POSTGRESQL ? "from pg_class" : "from information_schema.tables",
                    When.BEFORE,
                    () -> {});
            return store;
        }

        void assertCut() {
            assertThat(proxy.hasCut()).isTrue();
        }

        @Override
        public void close() {
            shop.close();
            proxy.close();
        }
    }
}
