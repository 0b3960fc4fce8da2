package dev.concord.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.zaxxer.hikari.HikariDataSource;
import dev.concord.outcome.Outcome;
import dev.concord.outcome.SaveOutcome;
import dev.concord.record.Draft;
import dev.concord.record.RecordKey;
import dev.concord.record.Row;
import dev.concord.record.Value;
import dev.concord.testing.CuttingProxy;
import dev.concord.testing.CuttingProxy.When;
import dev.concord.testing.Engine;
import dev.concord.testing.Length;
import dev.concord.testing.LockingContract;
import dev.concord.testing.LongRun;
import dev.concord.testing.PostgresFailover;
import dev.concord.version.Guard;
import java.sql.SQLException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A PostgreSQL server commits, its answer is lost and it cannot be reached any more; a standby that has not received the transaction
 * takes over. Skipped in the ordinary run, for it starts servers of its own.
 */
@LockingContract
@LongRun
class FailoverTest {

    @ParameterizedTest(name = "{0}")
    @MethodSource("dev.concord.store.PoolerTest#guards")
    void aSaveThatThePromotedStandbyDoesNotHaveIsNotCalledUnwritten(Guard guard) {
        assumeTrue(Length.of(0, 1) == 1, "Only mvn -Plong verify starts a standby");
        try (PostgresFailover servers = new PostgresFailover(PoolerTest.TABLE, PoolerTest.ROWS);
                CuttingProxy proxy = new CuttingProxy(servers.primaryPort());
                Shop shop = new Shop(Engine.POSTGRESQL, PostgresFailover.at(proxy.port(), servers.standbyPort()))
                        .guardedBy("item", guard);
                Shop primary = new Shop(Engine.POSTGRESQL, PostgresFailover.at(servers.primaryPort()))) {
            RecordStore store = shop.store();
            RecordKey key = shop.key("item", Row.of("id", Value.of(1)));
            Draft draft = Draft.of(store.find(key).orElseThrow()).with("name", Value.of("saved"));
            proxy.cut("update only \"", When.AFTER, () -> {
                proxy.down();
                servers.promote();
                forgetConnections(shop);
            });
            SaveOutcome outcome = store.save(draft);
            assertThat(proxy.hasCut()).isTrue();
            assertThat(outcome).isInstanceOf(Outcome.Unconfirmed.class);
            assertThat(name(store, key)).isEqualTo("-");
            assertThat(name(primary.store(), key)).isEqualTo("saved");
        }
    }

    private static String name(RecordStore store, RecordKey key) {
        return store.find(key).orElseThrow().row().get("name").text();
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
