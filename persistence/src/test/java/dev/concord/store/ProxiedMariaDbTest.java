package dev.concord.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.concord.database.Database;
import dev.concord.database.DatabaseSettings;
import dev.concord.outcome.DryRunOutcome;
import dev.concord.outcome.LockOutcome;
import dev.concord.outcome.Outcome;
import dev.concord.record.Draft;
import dev.concord.record.Row;
import dev.concord.record.Snapshot;
import dev.concord.record.Value;
import dev.concord.sql.LockWait;
import dev.concord.sql.Transactions;
import dev.concord.sql.Transactions.Completion;
import dev.concord.sql.Transactions.Ending;
import dev.concord.testing.CuttingProxy;
import dev.concord.testing.CuttingProxy.When;
import dev.concord.testing.Engine;
import dev.concord.testing.LockingContract;
import dev.concord.testing.TestDatabase;
import dev.concord.version.Guard;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A proxy that tells MariaDB's clients numbers of its own, as MaxScale and ProxySQL do, and keeps the settings of each. */
@LockingContract
class ProxiedMariaDbTest {
    private static final String SETTINGS =
            "select group_concat(variable_name, '=', variable_value order by variable_name separator '\n')"
                    + " from information_schema.session_variables";

    /** What each statement leaves in the variables of a session; no client sets it. */
    private static final Set<String> OF_STATEMENTS = Set.of(
            "ERROR_COUNT",
            "IDENTITY",
            "INSERT_ID",
            "IN_TRANSACTION",
            "LAST_GTID",
            "LAST_INSERT_ID",
            "PSEUDO_THREAD_ID",
            "RAND_SEED1",
            "RAND_SEED2",
            "TIMESTAMP",
            "WARNING_COUNT");

    @Test
    void aDatabaseOpenedForReadingLeavesTheSessionAsItIs() {
        DatabaseSettings direct = Engine.MARIADB.freshDatabase();
        String port = direct.address().replaceAll(".*:(\\d+)/.*", "$1");
        try (CuttingProxy proxy = new CuttingProxy(Integer.parseInt(port))) {
            proxy.hideProcesses();
            String address = direct.address().replace(":" + port, ":" + proxy.port()) + Wire.readable(Engine.MARIADB);
            DatabaseSettings through = new DatabaseSettings(address, direct.user(), direct.password(), true);
            try (Database database = TestDatabase.open(through);
                    Database other = TestDatabase.open(direct)) {
                TestDatabase.execute(other, "create table item (id integer primary key)");
                Transactions transactions = new Transactions(database);
                assertThat(TestDatabase.answer(database, "select @@session.transaction_read_only"))
                        .isEqualTo("0");
                String read = transactions.read(transaction -> transaction.text("select count(*) from item"));
                assertThat(read).isEqualTo("0");
                assertThat(transactions.write(transaction -> {
                            transaction.execute("insert into item values (1)");
                            return Completion.commit(true);
                        }))
                        .isInstanceOfSatisfying(Ending.Failed.class, failed -> assertThat(
                                        ((Ending.Failed<?>) failed).error().getSQLState())
                                .isEqualTo("25006"));
            }
        }
    }

    /**
     * A proxy has to keep for each client what is set when it connects, and nothing else: whatever a read or a write sets besides, it
     * takes back in the same transaction.
     */
    @ParameterizedTest(name = "behind a proxy: {0}")
    @ValueSource(booleans = {false, true})
    void onlyWhatIsSetAtTheStartIsOfTheSession(boolean proxied) throws SQLException {
        DatabaseSettings direct = Engine.MARIADB.freshDatabase();
        String port = direct.address().replaceAll(".*:(\\d+)/.*", "$1");
        try (CuttingProxy proxy = new CuttingProxy(Integer.parseInt(port))) {
            if (proxied) {
                proxy.hideProcesses();
            }
            String address = direct.address().replace(":" + port, ":" + proxy.port()) + Wire.readable(Engine.MARIADB);
            DatabaseSettings through = new DatabaseSettings(address, direct.user(), direct.password(), false);
            Map<String, String> bare;
            try (Connection connection = DriverManager.getConnection(
                            address, direct.user(), direct.password().reveal());
                    Statement statement = connection.createStatement();
                    ResultSet answer = statement.executeQuery(SETTINGS)) {
                answer.next();
                bare = settings(answer.getString(1));
            }
            try (Shop shop = Shop.withItemsAt(Engine.MARIADB, through).guardedBy("item", OnEveryGuard.DIGEST);
                    Shop colleague = new Shop(Engine.MARIADB, direct)) {
                Map<String, String> start = settings(TestDatabase.answer(shop.database(), SETTINGS));
                Map<String, String> made = new TreeMap<>(start);
                made.entrySet().removeAll(bare.entrySet());
                assertThat(made.keySet())
                        .isSubsetOf(
                                "INNODB_LOCK_WAIT_TIMEOUT",
                                "LOCK_WAIT_TIMEOUT",
                                "MAX_STATEMENT_TIME",
                                "SQL_MODE",
                                "TRANSACTION_ISOLATION",
                                "TX_ISOLATION")
                        .contains("INNODB_LOCK_WAIT_TIMEOUT", "LOCK_WAIT_TIMEOUT", "SQL_MODE");
                everyKindOfUse(shop, colleague);
                assertThat(settings(TestDatabase.answer(shop.database(), SETTINGS)))
                        .isEqualTo(start);
            }
        }
    }

    private static void everyKindOfUse(Shop shop, Shop colleague) throws SQLException {
        RecordStore store = shop.store();
        Snapshot base = shop.item();
        Snapshot saved = shop.saved(Draft.of(base).with("stock", Value.of(7)));
        assertThat(store.save(Draft.of(base).with("stock", Value.of(8)))).isInstanceOf(Outcome.Stale.class);
        assertThat(store.dryRun(Draft.of(saved).with("stock", Value.of(9)))).isInstanceOf(DryRunOutcome.Fits.class);
        shop.inserted(shop.newItem(2));
        assertThat(store.saveAll(List.of(Draft.of(saved).with("stock", Value.of(10))), BatchPolicy.ABORT_ALL)
                        .complete())
                .isTrue();
        Snapshot now = shop.item();
        LockWait wait = LockWait.upTo(Duration.ofSeconds(1));
        assertThat(store.locked(now.key(), now.token(), wait, row -> row.update(Row.of("stock", Value.of(11)))))
                .isInstanceOf(LockOutcome.Done.class);
        Snapshot held = shop.item();
        try (OpenTransaction _ = new OpenTransaction(colleague, "update item set stock = 0")) {
            assertThat(store.locked(held.key(), held.token(), wait, _ -> 0)).isInstanceOf(LockOutcome.Busy.class);
            LockWait none = LockWait.noWait();
            assertThat(store.locked(held.key(), held.token(), none, _ -> 0)).isInstanceOf(LockOutcome.Busy.class);
        }
        assertThatThrownBy(() -> store.locked(held.key(), held.token(), LockWait.upTo(Duration.ofHours(1)), _ -> {
                    throw new IllegalStateException("in the middle");
                }))
                .isInstanceOf(IllegalStateException.class);
        store.delete(shop.item());
    }

    private static Map<String, String> settings(String lines) {
        Map<String, String> settings = new TreeMap<>();
        lines.lines().forEach(line -> settings.put(line.split("=", 2)[0], line.split("=", 2)[1]));
        settings.keySet().removeAll(OF_STATEMENTS);
        return settings;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("dev.concord.store.PoolerTest#guards")
    void savesAreSavedAndSettled(Guard guard) {
        try (Wire wire = new Wire(Engine.MARIADB, guard)) {
            wire.hideProcesses();
            Draft draft = Draft.of(wire.shop().item()).with("stock", Value.of(7));
            assertThat(wire.cutAtCommit(When.BEFORE, () -> {}).save(draft))
                    .isInstanceOfSatisfying(Outcome.Refused.class, refused -> assertThat(refused.reason())
                            .isEqualTo(Outcome.Refused.Reason.CONNECTION_LOST));
            assertThat(wire.cutAtCommit(When.AFTER, () -> {}).save(draft)).isInstanceOf(Outcome.Saved.class);
            wire.shop().saved(Draft.of(wire.shop().item()).with("stock", Value.of(8)));
        }
    }
}
