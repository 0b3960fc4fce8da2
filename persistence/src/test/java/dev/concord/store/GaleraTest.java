package dev.concord.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.zaxxer.hikari.HikariDataSource;
import dev.concord.outcome.Outcome;
import dev.concord.outcome.SaveOutcome;
import dev.concord.record.Draft;
import dev.concord.record.Increment;
import dev.concord.record.RecordKey;
import dev.concord.record.Snapshot;
import dev.concord.record.Value;
import dev.concord.testing.CuttingProxy;
import dev.concord.testing.CuttingProxy.When;
import dev.concord.testing.Engine;
import dev.concord.testing.GaleraCluster;
import dev.concord.testing.Length;
import dev.concord.testing.LockingContract;
import dev.concord.testing.LongRun;
import dev.concord.version.Guard;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A real Galera cluster. A node commits, its answer is lost and it cannot be reached any more; the next node still applies a large
 * change of somebody else. Skipped where the packages are not installed, and in the ordinary run, for it takes a minute.
 */
@LockingContract
@LongRun
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GaleraTest {
    private static final int LARGE = 120_000;

    private GaleraCluster cluster;

    @BeforeAll
    void start() {
        assumeTrue(Length.of(0, 1) == 1, "Only mvn -Plong verify starts a cluster");
        assumeTrue(GaleraCluster.isInstalled(), "Galera is not installed here");
        cluster = new GaleraCluster();
        cluster.run(
                0,
                "create table big (id int primary key, x int, t varchar(200), key (x), key (t)) engine = InnoDB",
                "insert into big select seq, seq, repeat(md5(seq), 5) from seq_1_to_" + LARGE);
    }

    @AfterAll
    void stop() {
        if (cluster != null) {
            cluster.close();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("guards")
    void aSaveThatALaggingNodeDoesNotHaveYetIsNotCalledUnwritten(Guard guard) {
        SaveOutcome outcome =
                interrupted(guard, (store, base) -> store.save(Draft.of(base).with("stock", Value.of(7))));
        assertThat(outcome).isInstanceOf(Outcome.Saved.class);
        assertThat(cluster.run(0, "select stock from item")).isEqualTo("7");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("guards")
    void anAdditionThatALaggingNodeDoesNotHaveYetIsNotCalledUnwritten(Guard guard) {
        SaveOutcome outcome =
                interrupted(guard, (store, base) -> store.increment(base.key(), Increment.of("stock", -1)));
        assertThat(outcome)
                .isInstanceOf(guard.equals(OnEveryGuard.UUID) ? Outcome.Saved.class : Outcome.Unconfirmed.class);
        assertThat(cluster.run(0, "select stock from item")).isEqualTo("9");
    }

    static Guard[] guards() {
        return new Guard[] {OnEveryGuard.COUNTER, OnEveryGuard.UUID, OnEveryGuard.DIGEST};
    }

    private SaveOutcome interrupted(Guard guard, BiFunction<RecordStore, Snapshot, SaveOutcome> write) {
        cluster.run(0, "drop table if exists item");
        try (CuttingProxy proxy = new CuttingProxy(cluster.port(0));
                Shop shop = Shop.withItemsAt(Engine.MARIADB, GaleraCluster.at(proxy.port(), cluster.port(1)))
                        .guardedBy("item", guard)) {
            RecordStore store = shop.store();
            Snapshot base = store.find(
                            new RecordKey(shop.id("item"), shop.item().key().columns()))
                    .orElseThrow();
            store.save(Draft.of(base).with("name", Value.of("warm")));
            Snapshot fresh = store.find(base.key()).orElseThrow();
            caughtUp();
            cluster.run(0, "update big set x = x + 1, t = concat(substr(t, 2), 'x')");
            AtomicReference<String> onTheNextNode = new AtomicReference<>("");
            proxy.cut("\3commit", When.AFTER, () -> {
                proxy.down();
                forgetConnections(shop);
                onTheNextNode.set(cluster.run(1, "select stock from item"));
            });
            SaveOutcome outcome = write.apply(store, fresh);
            assertThat(proxy.hasCut()).isTrue();
            assertThat(onTheNextNode).as("the next node lags").hasValue("10");
            caughtUp();
            return outcome;
        }
    }

    private void caughtUp() {
        cluster.run(1, "set session wsrep_sync_wait = 15", "select count(*) from item");
    }

    private static void forgetConnections(Shop shop) {
        try {
            shop.database()
                    .dataSource()
                    .unwrap(HikariDataSource.class)
                    .getHikariPoolMXBean()
                    .softEvictConnections();
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }
}
