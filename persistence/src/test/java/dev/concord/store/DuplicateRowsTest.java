package dev.concord.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.outcome.BatchOutcome;
import dev.concord.outcome.LockOutcome;
import dev.concord.outcome.Outcome;
import dev.concord.outcome.Outcome.Refused.Reason;
import dev.concord.query.PageRequest;
import dev.concord.record.Draft;
import dev.concord.record.Row;
import dev.concord.record.Snapshot;
import dev.concord.record.Value;
import dev.concord.record.VersionToken;
import dev.concord.sql.LockWait;
import dev.concord.testing.Engine;
import dev.concord.testing.LockingContract;
import dev.concord.testing.TestDatabase;
import dev.concord.version.Guard;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Rows that no key distinguishes: a write that would change both changes neither. */
@LockingContract
class DuplicateRowsTest {
    private static final String ITEM =
            "create table \"item\" (\"id\" integer not null, \"stock\" integer, \"version\" integer)";

    @OnEveryEngine
    void withoutAKeyEveryWriteIsRefused(Engine engine) {
        try (Shop shop = new Shop(engine, ITEM, "insert into \"item\" values (1, 10, 1), (1, 10, 1)")) {
            PageRequest request = PageRequest.first(shop.id("item"), List.of(), 1);
            Row row = shop.store().page(request).rows().getFirst();
            Snapshot one =
                    new Snapshot(shop.key("item", row.only(List.of("id"))), row, Optional.empty(), Instant.now());
            assertThat(writes(shop.store(), one)).containsOnly(new Outcome.Refused(Reason.READ_ONLY, "NO_KEY"));
            assertThat(shop.store().insert(Draft.newRow(one.key().table()).with("id", Value.of(2))))
                    .isEqualTo(new Outcome.Refused(Reason.READ_ONLY, "NO_KEY"));
            assertUntouched(shop);
        }
    }

    /** The catalog was read while the key was there. */
    static Stream<Arguments> keysToBeDropped() {
        return Stream.of(Engine.values())
                .flatMap(engine -> Stream.of(OnEveryGuard.COUNTER, OnEveryGuard.DIGEST, OnEveryGuard.BOTH)
                        .map(guard -> Arguments.of(engine, guard)));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("keysToBeDropped")
    void aKeyThatWasDroppedAndNamesTwoRowsNowIsRefusedAndNeitherIsWritten(Engine engine, Guard guard) {
        try (Shop shop = new Shop(
                        engine,
                        ITEM,
                        "create unique index \"one\" on \"item\" (\"id\")",
                        "insert into \"item\" values (1, 10, 1)")
                .guardedBy("item", guard)) {
            Snapshot one = shop.item();
            shop.sql(
                    engine == Engine.MARIADB ? "drop index \"one\" on \"item\"" : "drop index \"one\"",
                    "insert into \"item\" values (1, 10, 1)");
            assertThat(writes(shop.store(), one)).containsOnly(new Outcome.Refused(Reason.NOT_UNIQUE, ""));
            assertUntouched(shop);
        }
    }

    static Stream<Guard> guards() {
        return Stream.of(OnEveryGuard.COUNTER, OnEveryGuard.DIGEST, OnEveryGuard.BOTH);
    }

    /** In PostgreSQL a table's rows are those of the tables that inherit from it too, and its key is its own alone. */
    @ParameterizedTest
    @MethodSource("guards")
    void aKeyThatAnInheritingTableRepeatsIsRefusedAndNeitherRowIsWritten(Guard guard) {
        try (Shop shop = new Shop(
                        Engine.POSTGRESQL,
                        ITEM.replace("not null,", "primary key,"),
                        "create table special () inherits (item)",
                        "with one as (insert into item values (1, 10, 1)) insert into special values (1, 10, 1)")
                .guardedBy("item", guard)) {
            assertThat(writes(shop.store(), shop.item())).containsOnly(new Outcome.Refused(Reason.NOT_UNIQUE, ""));
            assertUntouched(shop);
        }
    }

    /** The result of every way to write; changing the version alone needs one. */
    private static List<Object> writes(RecordStore store, Snapshot one) {
        Optional<VersionToken> token = one.token();
        Row three = Row.of("stock", Value.of(3));
        Draft draft = Draft.of(one).with("stock", Value.of(3));
        return Stream.of(
                        store.save(draft),
                        store.updateIf(one.key(), token, three),
                        store.increment(one.key(), "stock", BigDecimal.ONE),
                        store.locked(one.key(), token, LockWait.noWait(), row -> row.update(three)),
                        store.locked(one.key(), token, LockWait.noWait(), LockedRow::delete),
                        entry(store.saveAll(List.of(draft), BatchPolicy.SKIP_AND_REPORT)),
                        entry(store.saveAll(List.of(draft), BatchPolicy.ABORT_ALL)),
                        store.delete(one),
                        store.deleteIf(one.key(), token))
                .map(DuplicateRowsTest::why)
                .toList();
    }

    private static Object entry(BatchOutcome outcome) {
        return outcome.entries().getFirst();
    }

    private static Object why(Object outcome) {
        return switch (outcome) {
            case LockOutcome.Undone<?>(Outcome.Unwritten why) -> why;
            case BatchOutcome.NotSaved(Outcome.Unwritten why) -> why;
            default -> outcome;
        };
    }

    private static void assertUntouched(Shop shop) {
        String counted = "select sum(\"stock\") * 100 + sum(\"version\") * 10 + count(*) from \"item\"";
        assertThat(TestDatabase.answer(shop.database(), shop.quoted(counted))).isEqualTo("2022");
    }
}
