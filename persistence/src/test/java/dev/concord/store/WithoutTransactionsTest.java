package dev.concord.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.concord.catalog.LastingEffect;
import dev.concord.catalog.Table.ReadOnlyReason;
import dev.concord.database.Database;
import dev.concord.database.DatabaseSettings;
import dev.concord.database.Secret;
import dev.concord.dialect.Dialect;
import dev.concord.outcome.BatchOutcome;
import dev.concord.outcome.DryRunOutcome;
import dev.concord.outcome.Outcome.Refused;
import dev.concord.outcome.Outcome.Refused.Reason;
import dev.concord.record.Draft;
import dev.concord.record.Increment;
import dev.concord.record.Row;
import dev.concord.record.Snapshot;
import dev.concord.record.Value;
import dev.concord.testing.Engine;
import dev.concord.testing.LockingContract;
import dev.concord.testing.TestDatabase;
import dev.concord.version.Guard;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * MariaDB's storage engines without transactions. There are no row locks there, so that two people who compare at the
 * same time both write; and what is rolled back stays.
 */
@LockingContract
class WithoutTransactionsTest {
    private static final Refused REFUSED = new Refused(Reason.READ_ONLY, ReadOnlyReason.NO_TRANSACTIONS.name());

    @ParameterizedTest
    @ValueSource(strings = {"MyISAM", "Aria", "MEMORY"})
    void nothingIsWrittenToThemUnderAnyGuard(String storage) {
        for (Guard guard : List.of(OnEveryGuard.DIGEST, OnEveryGuard.COUNTER)) {
            try (Shop shop = shop(storage).guardedBy("t", guard)) {
                Snapshot base = shop.first("t");
                Draft draft = Draft.of(base).with("name", Value.of("mine"));
                RecordStore store = shop.store();
                assertThat(store.save(draft)).isEqualTo(REFUSED);
                assertThat(store.dryRun(draft)).isEqualTo(new DryRunOutcome.Fails(REFUSED));
                assertThat(store.delete(base)).isEqualTo(REFUSED);
                assertThat(store.insert(Draft.newRow(shop.id("t")).with("id", Value.of(3))))
                        .isEqualTo(REFUSED);
                assertThat(store.increment(base.key(), Increment.of("version", 1)))
                        .isEqualTo(REFUSED);
                assertThat(shop.first("t").row()).isEqualTo(base.row());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"MyISAM", "InnoDB"})
    void aBatchThatSavesNothingLeavesNothing(String storage) {
        try (Shop shop = shop(storage).guardedBy("t", OnEveryGuard.DIGEST)) {
            Snapshot one = shop.first("t");
            Snapshot other =
                    shop.store().find(shop.key("t", Row.of("id", Value.of(2)))).orElseThrow();
            shop.sql("update t set name = 'theirs' where id = 2");
            BatchOutcome outcome = shop.store()
                    .saveAll(
                            List.of(
                                    Draft.of(one).with("name", Value.of("mine")),
                                    Draft.of(other).with("name", Value.of("mine"))),
                            BatchPolicy.ABORT_ALL);
            assertThat(outcome.saved()).isZero();
            assertThat(shop.first("t").row()).isEqualTo(one.row());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"MyISAM", "Aria", "MEMORY"})
    void aDryRunIsNotTriedWhereATriggerMayWriteToThem(String storage) {
        try (Shop shop = shop("InnoDB").guardedBy("t", OnEveryGuard.DIGEST)) {
            String log = logged(shop, storage);
            Draft draft = Draft.of(shop.first("t")).with("name", Value.of("mine"));
            Draft fresh = Draft.newRow(shop.id("t")).with("id", Value.of(3));
            assertThat(shop.store().dryRun(fresh)).isInstanceOf(DryRunOutcome.Fits.class);
            assertThat(shop.store().dryRun(draft))
                    .isInstanceOfSatisfying(DryRunOutcome.NotTried.class, not -> assertThat(not.why())
                            .isInstanceOfSatisfying(LastingEffect.TriggerOutside.class, effect -> {
                                assertThat(effect.trigger()).isEqualTo("logged");
                                assertThat(effect.table()).contains(storage);
                            }));
            assertThat(rows(shop, log)).isEqualTo("0");
            shop.sql(
                    "create trigger logged_new after insert on t for each row insert into " + log + " values (new.id)");
            assertThat(shop.store().dryRun(fresh)).isInstanceOf(DryRunOutcome.NotTried.class);
            assertThat(rows(shop, log)).isEqualTo("0");
            shop.saved(draft);
            assertThat(rows(shop, log)).isEqualTo("1");
        }
    }

    /** Who may not see triggers cannot know what they do. */
    @Test
    void aDryRunIsNotTriedByAUserWhoMayNotSeeTriggers() {
        DatabaseSettings settings = Engine.MARIADB.freshDatabase();
        try (Shop shop = filled(new Shop(Engine.MARIADB, settings), "InnoDB").guardedBy("t", OnEveryGuard.DIGEST)) {
            String log = logged(shop, "MyISAM");
            String schema = shop.id("t").schema();
            String user = schema + "_u";
            shop.sql(
                    "create user " + user + " identified by 'secret'",
                    "grant select, insert, update, delete on " + schema + ".* to " + user);
            DatabaseSettings theirs = new DatabaseSettings(settings.address(), user, new Secret("secret"), false);
            try (Database database = TestDatabase.open(theirs)) {
                RecordStore store = shop.storeOf(database);
                Draft draft = Draft.of(shop.first("t")).with("name", Value.of("mine"));
                assertThat(store.dryRun(draft))
                        .isEqualTo(new DryRunOutcome.NotTried(new LastingEffect.UnseenTriggers(shop.id("t"))));
                assertThat(rows(shop, log)).isEqualTo("0");
                shop.sql("drop table " + log, "drop trigger logged", "grant trigger on " + schema + ".* to " + user);
            }
            try (Database database = TestDatabase.open(theirs)) {
                Draft draft = Draft.of(shop.first("t")).with("name", Value.of("mine"));
                assertThat(shop.storeOf(database).dryRun(draft)).isInstanceOf(DryRunOutcome.Fits.class);
            } finally {
                shop.sql("drop user " + user);
            }
        }
    }

    /** A table that a trigger writes to whenever a row of {@code t} is changed. */
    private static String logged(Shop shop, String storage) {
        shop.sql(
                "create table log (id integer) engine=" + storage,
                "create trigger logged after update on t for each row insert into log values (new.id)");
        return "log";
    }

    private static String rows(Shop shop, String log) {
        return TestDatabase.answer(shop.database(), "select count(*) from " + log);
    }

    private static Shop shop(String storage) {
        assumeThat(storage.equals("Aria") && Engine.MARIADB.dialect() == Dialect.MYSQL)
                .as("MySQL has no Aria")
                .isFalse();
        return filled(new Shop(Engine.MARIADB), storage);
    }

    private static Shop filled(Shop shop, String storage) {
        shop.sql(
                "create table t (id integer primary key, name varchar(20), version integer) engine=" + storage,
                "insert into t values (1, 'one', 1), (2, 'two', 1)");
        return shop;
    }
}
