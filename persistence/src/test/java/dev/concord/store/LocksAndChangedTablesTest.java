package dev.concord.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.catalog.TableId;
import dev.concord.outcome.InsertOutcome;
import dev.concord.outcome.Outcome;
import dev.concord.query.PageRequest;
import dev.concord.record.Draft;
import dev.concord.record.Snapshot;
import dev.concord.record.Value;
import dev.concord.testing.Engine;
import dev.concord.testing.LockingContract;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** Rows another transaction holds, and tables another person rebuilt. */
@LockingContract
class LocksAndChangedTablesTest {

    @OnEveryGuard
    void aRowThatStaysLockedIsALockTimeoutAndNothingIsWritten(Shop shop) throws SQLException {
        Snapshot base = shop.item();
        try (Connection other = shop.database().dataSource().getConnection()) {
            shop.shortenLockTimeouts();
            try (Statement statement = other.createStatement()) {
                other.setAutoCommit(false);
                statement.execute(shop.quoted("update \"item\" set \"stock\" = 99"));
                assertThat(shop.store().save(Draft.of(base).with("stock", Value.of(1))))
                        .isEqualTo(new Outcome.LockTimeout(base.key()));
                assertThat(shop.store().delete(base)).isEqualTo(new Outcome.LockTimeout(base.key()));
                other.rollback();
            }
        }
        assertThat(shop.saved(Draft.of(base).with("stock", Value.of(1))).row().get("stock"))
                .isEqualTo(Value.of(1));
    }

    @OnEveryGuard
    void aColumnAddedSinceTheRowWasReadIsTold(Shop shop) {
        Snapshot base = shop.item();
        shop.sql("alter table \"item\" add column \"colour\" varchar(20)");
        RecordStore store = shop.store();
        assertThat(store.save(Draft.of(base).with("stock", Value.of(1)))).isInstanceOf(Outcome.TableChanged.class);
        assertThat(store.delete(base)).isInstanceOf(Outcome.TableChanged.class);
        Snapshot again = shop.item();
        assertThat(again.row().has("colour")).isTrue();
        shop.saved(Draft.of(again).with("colour", Value.of("green")));
    }

    @OnEveryGuard
    void aColumnDroppedSinceTheRowWasReadIsTold(Shop shop) {
        Snapshot base = shop.item();
        shop.sql("alter table \"item\" drop column \"name\"");
        assertThat(shop.store().save(Draft.of(base).with("name", Value.of("x"))))
                .isInstanceOf(Outcome.TableChanged.class);
        assertThat(shop.item().row().has("name")).isFalse();
    }

    @OnEveryGuard
    void aKeyThatHasComeToNameTwoRowsIsToldAndNeitherIsWritten(Shop shop) throws SQLException {
        Snapshot base = shop.item();
        RecordStore store = shop.store();
        assertThat(store.save(Draft.of(base))).isInstanceOf(Outcome.Saved.class);
        shop.sql(
                "create table \"copy\" as select * from \"item\"",
                "drop table \"item\"",
                "alter table \"copy\" rename to \"item\"",
                "insert into \"item\" select * from \"item\"");
        assertThat(store.save(Draft.of(base).with("stock", Value.of(77)))).isInstanceOf(Outcome.Failure.class);
        assertThat(store.increment(base.key(), "stock", BigDecimal.ONE)).isInstanceOf(Outcome.Failure.class);
        assertThat(store.delete(base)).isInstanceOf(Outcome.Failure.class);
        try (Connection connection = shop.database().dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet untouched =
                        statement.executeQuery(shop.quoted("select count(*) from \"item\" where \"stock\" = 10"))) {
            untouched.next();
            assertThat(untouched.getInt(1)).isEqualTo(2);
        }
    }

    @OnEveryEngine
    void aTableDroppedSinceTheRowWasReadIsTold(Engine engine) {
        try (Shop shop = Shop.withItems(engine)) {
            Snapshot base = shop.item();
            TableId item = shop.id("item");
            shop.sql("drop table \"item\"");
            assertThat(shop.store().save(Draft.of(base).with("name", Value.of("x"))))
                    .isInstanceOf(Outcome.TableChanged.class);
            assertThat(shop.store().insert(Draft.newRow(item).with("id", Value.of(2))))
                    .isInstanceOf(Outcome.TableChanged.class);
            assertThat(shop.store().find(base.key())).isEmpty();
        }
    }

    @OnEveryEngine
    void readingATableThatChangedReadsItAsItIsNow(Engine engine) {
        try (Shop shop = Shop.withItems(engine)) {
            Snapshot base = shop.item();
            shop.sql("alter table \"item\" drop column \"name\"");
            assertThat(shop.item().row().has("name")).isFalse();
            shop.sql("alter table \"item\" drop column \"stock\"");
            PageRequest request = PageRequest.first(base.key().table(), List.of(), 5);
            assertThat(shop.store().page(request).rows().getFirst().has("stock"))
                    .isFalse();
        }
    }

    @OnEveryEngine
    void anInsertThatWaitsForAnotherInsertOfItsKeyIsALockTimeout(Engine engine) throws SQLException {
        try (Shop shop = Shop.withItems(engine);
                Connection other = shop.database().dataSource().getConnection()) {
            shop.shortenLockTimeouts();
            Draft draft = shop.newItem(2);
            try (Statement statement = other.createStatement()) {
                other.setAutoCommit(false);
                statement.execute(shop.quoted("insert into \"item\" (\"id\") values (2)"));
                InsertOutcome outcome = shop.store().insert(draft);
                // H2 says at once that the key is taken, though it is not committed yet.
                assertThat(outcome).isInstanceOfAny(Outcome.LockTimeout.class, Outcome.Rejected.class);
                other.rollback();
                other.setAutoCommit(true);
            }
            shop.inserted(draft);
        }
    }
}
