package dev.concord.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.concord.catalog.Table.ReadOnlyReason;
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
import dev.concord.version.Guard;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * MariaDB's storage engines without transactions. There are no row locks there, so that two people who compare at the
 * same time both write; and what is rolled back stays.
 */
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

    private static Shop shop(String storage) {
        assumeThat(storage.equals("Aria") && Engine.MARIADB.dialect() == Dialect.MYSQL)
                .as("MySQL has no Aria")
                .isFalse();
        return new Shop(
                Engine.MARIADB,
                "create table t (id integer primary key, name varchar(20), version integer) engine=" + storage,
                "insert into t values (1, 'one', 1), (2, 'two', 1)");
    }
}
