package dev.concord.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.database.Database;
import dev.concord.database.DatabaseSettings;
import dev.concord.outcome.Outcome;
import dev.concord.record.Draft;
import dev.concord.record.Value;
import dev.concord.sql.Transactions;
import dev.concord.sql.Transactions.Completion;
import dev.concord.sql.Transactions.Ending;
import dev.concord.testing.CuttingProxy;
import dev.concord.testing.CuttingProxy.When;
import dev.concord.testing.Engine;
import dev.concord.testing.LockingContract;
import dev.concord.testing.TestDatabase;
import dev.concord.version.Guard;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A proxy that tells MariaDB's clients numbers of its own, as MaxScale and ProxySQL do, and keeps the settings of each. */
@LockingContract
class ProxiedMariaDbTest {

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
