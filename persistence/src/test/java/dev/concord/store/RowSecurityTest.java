package dev.concord.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.database.DatabaseSettings;
import dev.concord.database.Secret;
import dev.concord.outcome.LockOutcome;
import dev.concord.outcome.Outcome;
import dev.concord.outcome.Outcome.Refused.Reason;
import dev.concord.record.Draft;
import dev.concord.record.RecordKey;
import dev.concord.record.Row;
import dev.concord.record.Snapshot;
import dev.concord.record.Value;
import dev.concord.sql.LockWait;
import dev.concord.testing.CuttingProxy;
import dev.concord.testing.Engine;
import dev.concord.testing.LockingContract;
import dev.concord.testing.PostgresServer;
import dev.concord.version.Guard;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Tables of which a user may see or write only some rows. PostgreSQL hides the others from the user's statements
 * without an error; the other databases have no such policies.
 */
@LockingContract
class RowSecurityTest {
    private static final Outcome.Refused NOT_PERMITTED = new Outcome.Refused(Reason.NOT_PERMITTED, "");

    static Stream<Guard> guards() {
        return Stream.of(OnEveryGuard.COUNTER, OnEveryGuard.DIGEST, OnEveryGuard.BOTH);
    }

    @ParameterizedTest
    @MethodSource("guards")
    void aRowThatMayBeSeenButNotWrittenIsNotPermittedWhicheverWay(Guard guard) {
        try (Shops shops = new Shops(guard)) {
            RecordStore store = shops.users.store();
            Snapshot seen = shops.usersRow(2);
            for (WriteKind way : WriteKind.on(shops.users)) {
                assertThat(way.write(store, seen, 7)).as("%s", way).isEqualTo(NOT_PERMITTED);
            }
            assertThat(store.locked(seen.key(), seen.token(), LockWait.skipLocked(), LockedRow::snapshot))
                    .isEqualTo(new LockOutcome.Undone<>(NOT_PERMITTED));
            assertThat(store.delete(seen)).isEqualTo(NOT_PERMITTED);
            assertThat(store.deleteIf(seen.key(), seen.token())).isEqualTo(NOT_PERMITTED);
            assertThat(shops.ownersRow(2).row()).isEqualTo(seen.row());
        }
    }

    @ParameterizedTest
    @MethodSource("guards")
    void aRowThatIsHiddenIsGoneWhicheverWay(Guard guard) {
        try (Shops shops = new Shops(guard)) {
            RecordStore store = shops.users.store();
            Snapshot base = shops.usersRow(1);
            Snapshot hidden = shops.owners.saved(Draft.of(shops.ownersRow(1)).with("stock", Value.of(5000)));
            Outcome.Gone gone = new Outcome.Gone(base.key());
            for (WriteKind way : WriteKind.on(shops.users)) {
                assertThat(way.write(store, base, 7)).as("%s", way).isEqualTo(gone);
            }
            assertThat(store.delete(base)).isEqualTo(gone);
            assertThat(store.find(base.key())).isEmpty();
            assertThat(shops.ownersRow(1).row()).isEqualTo(hidden.row());
        }
    }

    @ParameterizedTest
    @MethodSource("guards")
    void valuesThatAPolicyDoesNotAllowAreNotPermittedAndNothingIsWritten(Guard guard) {
        try (Shops shops = new Shops(guard)) {
            RecordStore store = shops.users.store();
            Snapshot base = shops.usersRow(1);
            for (WriteKind way : WriteKind.on(shops.users)) {
                if (way != WriteKind.TOUCH) {
                    assertPolicyNamed(way.write(store, base, 50));
                }
            }
            assertPolicyNamed(store.insert(shops.users.newItem(9).with("stock", Value.of(50))));
            assertThat(shops.ownersRow(1).row()).isEqualTo(base.row());
            shops.users.saved(Draft.of(base).with("stock", Value.of(48)));
        }
    }

    @ParameterizedTest
    @MethodSource("guards")
    void aRowThatMayBeChangedButNotDeletedStays(Guard guard) {
        try (Shops shops = new Shops(guard)) {
            RecordStore store = shops.users.store();
            Snapshot base = shops.usersRow(1);
            assertThat(store.delete(base)).isEqualTo(NOT_PERMITTED);
            assertThat(store.locked(base.key(), base.token(), LockWait.noWait(), LockedRow::delete))
                    .isEqualTo(new LockOutcome.Undone<>(NOT_PERMITTED));
            assertThat(shops.ownersRow(1).row()).isEqualTo(base.row());
        }
    }

    @ParameterizedTest
    @MethodSource("guards")
    void aPolicyMadeAfterTheTableWasSavedToIsRespected(Guard guard) {
        try (Shops shops = new Shops(guard)) {
            RecordStore store = shops.users.store();
            Snapshot base = shops.usersRow(1);
            Outcome.Saved saved = (Outcome.Saved) store.save(Draft.of(base).with("stock", Value.of(47)));
            shops.owners.sql("create policy closed on item as restrictive for update using (false)");
            assertThat(store.save(Draft.of(saved.snapshot()).with("stock", Value.of(46))))
                    .isEqualTo(NOT_PERMITTED);
            assertThat(shops.ownersRow(1).row()).isEqualTo(saved.snapshot().row());
        }
    }

    @ParameterizedTest
    @MethodSource("guards")
    void aRowSomebodyHoldsIsStillSkipped(Guard guard) throws SQLException {
        try (Shops shops = new Shops(guard);
                Connection other = shops.owners.database().dataSource().getConnection();
                Statement statement = other.createStatement()) {
            Snapshot base = shops.usersRow(1);
            other.setAutoCommit(false);
            statement.execute("update item set name = 'held' where id = 1");
            LockOutcome<Snapshot> outcome =
                    shops.users.store().locked(base.key(), base.token(), LockWait.skipLocked(), LockedRow::snapshot);
            other.rollback();
            other.setAutoCommit(true);
            assertThat(outcome).isEqualTo(new LockOutcome.Skipped<>(base.key()));
        }
    }

    /** Locking a row is left to those who may change it; it looks like one that is not there. */
    @Test
    void aDeleteInDoubtIsUnknownWhereAPolicyKeepsTheRowFromBeingLocked() {
        try (Shops shops = new Shops(OnEveryGuard.COUNTER);
                CuttingProxy proxy = new CuttingProxy(PostgresServer.port());
                Shop behind = shops.usersThrough(proxy.port())) {
            shops.owners.sql("update item set stock = 5 where id = 1", "drop policy changing on item");
            RecordStore store = behind.store();
            Snapshot base = shops.usersRow(1);
            proxy.cut("\0commit\0", CuttingProxy.When.BEFORE, () -> {});
            assertThat(store.delete(base)).isInstanceOf(Outcome.Unconfirmed.class);
            assertThat(proxy.hasCut()).isTrue();
            assertThat(shops.ownersRow(1).row()).isEqualTo(base.row());
            assertThat(store.delete(base)).isEqualTo(new Outcome.Deleted(base.key()));
        }
    }

    private static void assertPolicyNamed(Object outcome) {
        assertThat(outcome).isInstanceOfSatisfying(Outcome.Refused.class, refused -> {
            assertThat(refused.reason()).isEqualTo(Reason.NOT_PERMITTED);
            assertThat(refused.detail()).contains("row-level security policy");
        });
    }

    /**
     * One table as its owner and as a user see it. The user sees stocks below 1000, changes those below 100 to some below
     * 50, and deletes none above 10. Row 1 has 49, row 2 has 200.
     */
    private static final class Shops implements AutoCloseable {
        private final Shop owners;
        private final Shop users;
        private final DatabaseSettings usersSettings;
        private final Guard guard;

        Shops(Guard guard) {
            this.guard = guard;
            DatabaseSettings settings = Engine.POSTGRESQL.freshDatabase();
            String user = "clerk" + System.nanoTime();
            owners = Shop.withItemsAt(Engine.POSTGRESQL, settings).guardedBy("item", guard);
            owners.sql(
                    "update item set stock = 49",
                    "insert into item values (2, 'gold', 200, 1)",
                    "create role " + user + " login password 'p'",
                    "grant select, insert, update, delete on item to " + user,
                    "alter table item enable row level security",
                    "create policy seeing on item for select using (stock < 1000)",
                    "create policy adding on item for insert with check (stock < 50)",
                    "create policy changing on item for update using (stock < 100) with check (stock < 50)",
                    "create policy deleting on item for delete using (stock < 10)");
            usersSettings = new DatabaseSettings(settings.address(), user, new Secret("p"), false);
            users = new Shop(Engine.POSTGRESQL, usersSettings).guardedBy("item", guard);
        }

        /** The same as the user sees it by way of another port. */
        Shop usersThrough(int port) {
            String address = usersSettings.address().replace(":" + PostgresServer.port() + "/", ":" + port + "/");
            DatabaseSettings through =
                    new DatabaseSettings(address, usersSettings.user(), usersSettings.password(), false);
            return new Shop(Engine.POSTGRESQL, through).guardedBy("item", guard);
        }

        Snapshot usersRow(int id) {
            return row(users, id);
        }

        Snapshot ownersRow(int id) {
            return row(owners, id);
        }

        private static Snapshot row(Shop shop, int id) {
            RecordKey key = shop.key("item", Row.of("id", Value.of(id)));
            return shop.store().find(key).orElseThrow();
        }

        @Override
        public void close() {
            users.close();
            owners.close();
        }
    }
}
