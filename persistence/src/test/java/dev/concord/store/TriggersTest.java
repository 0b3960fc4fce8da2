package dev.concord.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.outcome.Outcome;
import dev.concord.outcome.Outcome.Refused.Reason;
import dev.concord.outcome.SaveOutcome;
import dev.concord.outcome.Violation;
import dev.concord.record.Draft;
import dev.concord.record.Increment;
import dev.concord.record.Snapshot;
import dev.concord.record.Value;
import dev.concord.testing.Engine;
import dev.concord.testing.LockingContract;
import dev.concord.testing.TestDatabase;
import dev.concord.version.Guard;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Databases that change or refuse what is written to them. */
@LockingContract
class TriggersTest {

    @OnEveryEngine
    void whatATriggerMakesOfTheValuesIsReturnedAndIsNoConflict(Engine engine) {
        try (Shop shop = Shop.withItems(engine, OnEveryGuard.DIGEST)) {
            shop.sql(doubling(engine));
            Snapshot saved = shop.saved(Draft.of(shop.item()).with("stock", Value.of(7)));
            assertThat(saved.row().get("stock")).isEqualTo(Value.of(14));
            assertThat(saved.row()).isEqualTo(shop.item().row());
            Snapshot again = shop.saved(Draft.of(saved).with("stock", Value.of(8)));
            assertThat(again.row().get("stock")).isEqualTo(Value.of(16));
        }
    }

    static Stream<Arguments> swallowers() {
        return Stream.of(Engine.POSTGRESQL, Engine.SQLITE)
                .flatMap(engine -> Stream.of(OnEveryGuard.COUNTER, OnEveryGuard.DIGEST, OnEveryGuard.BOTH)
                        .map(guard -> Arguments.of(engine, guard)));
    }

    /** A trigger of H2 or MariaDB can refuse a write, but not leave it out in silence. */
    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("swallowers")
    void aWriteSwallowedByATriggerIsRefusedAndSaidSo(Engine engine, Guard guard) {
        try (Shop shop = Shop.withItems(engine, guard)) {
            Snapshot base = shop.item();
            for (String event : List.of("update", "delete", "insert")) {
                shop.sql(swallowing(engine, event));
            }
            Outcome.Refused refused = new Outcome.Refused(Reason.SUPPRESSED, "");
            assertThat(writes(shop.store(), base)).containsOnly(refused);
            assertThat(shop.store().insert(shop.newItem(2))).isEqualTo(refused);
            assertThat(shop.item().row()).isEqualTo(base.row());
        }
    }

    static Stream<Guard> guards() {
        return Stream.of(OnEveryGuard.COUNTER, OnEveryGuard.DIGEST, OnEveryGuard.BOTH);
    }

    /** Rules are PostgreSQL's alone. It will not return an inserted row where a rule might replace it, and says so itself. */
    @ParameterizedTest
    @MethodSource("guards")
    void aWriteThatARuleReplacesByNothingIsRefusedAndSaidSo(Guard guard) {
        try (Shop shop = Shop.withItems(Engine.POSTGRESQL, guard)) {
            Snapshot base = shop.item();
            for (String event : List.of("update", "delete", "insert")) {
                shop.sql("create rule ignore_" + event + " as on " + event + " to item do instead nothing");
            }
            assertThat(writes(shop.store(), base)).containsOnly(new Outcome.Refused(Reason.SUPPRESSED, ""));
            assertThat(shop.store().insert(shop.newItem(2))).isInstanceOfSatisfying(Outcome.Refused.class, refused -> {
                assertThat(refused.reason()).isEqualTo(Reason.NOT_CARRIED_OUT);
                assertThat(refused.detail()).contains("INSERT RETURNING");
            });
            assertThat(TestDatabase.answer(shop.database(), "select count(*) from item"))
                    .isEqualTo("1");
            assertThat(shop.item().row()).isEqualTo(base.row());
        }
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(names = {"POSTGRESQL", "SQLITE", "MARIADB"})
    void theWordsOfATriggerThatRefusesArePassedOn(Engine engine) {
        try (Shop shop = Shop.withItems(engine, OnEveryGuard.COUNTER)) {
            shop.sql(raising(engine));
            SaveOutcome outcome = shop.store().save(Draft.of(shop.item()).with("stock", Value.of(1)));
            Violation violation = ((Outcome.Rejected) outcome).violations().getFirst();
            assertThat(violation.kind()).isEqualTo(Violation.Kind.OTHER);
            assertThat(violation.detail()).contains("Inventory is closed");
        }
    }

    private static List<Object> writes(RecordStore store, Snapshot base) {
        return List.of(
                store.save(Draft.of(base).with("stock", Value.of(1))),
                store.increment(base.key(), Increment.of("stock", 1)),
                store.delete(base));
    }

    private static String[] doubling(Engine engine) {
        return switch (engine) {
            case H2 ->
                new String[] {
                    "create trigger \"doubling\" before update on \"item\" for each row call '"
                            + DoublingTrigger.class.getName() + "'"
                };
            case POSTGRESQL ->
                new String[] {
                    "create function doubling() returns trigger language plpgsql as "
                            + "$$begin new.stock := 2 * new.stock; return new; end$$",
                    "create trigger doubling before update on item for each row execute function doubling()"
                };
            case MARIADB ->
                new String[] {"create trigger doubling before update on item for each row set new.stock = 2 * new.stock"
                };
            case SQLITE ->
                new String[] {
                    "create trigger doubling after update on item begin "
                            + "update item set stock = 2 * new.stock where id = new.id; end"
                };
        };
    }

    private static String[] swallowing(Engine engine, String event) {
        return engine == Engine.SQLITE
                ? new String[] {
                    "create trigger swallow_" + event + " before " + event + " on item begin select raise(ignore); end"
                }
                : new String[] {
                    "create or replace function swallow() returns trigger language plpgsql as "
                            + "$$begin return null; end$$",
                    "create trigger swallow_" + event + " before " + event
                            + " on item for each row execute function swallow()"
                };
    }

    private static String[] raising(Engine engine) {
        return switch (engine) {
            case POSTGRESQL ->
                new String[] {
                    "create function closed() returns trigger language plpgsql as "
                            + "$$begin raise exception 'Inventory is closed'; end$$",
                    "create trigger closed before update on item for each row execute function closed()"
                };
            case MARIADB ->
                new String[] {
                    "create trigger closed before update on item for each row "
                            + "signal sqlstate '45000' set message_text = 'Inventory is closed'"
                };
            case H2, SQLITE ->
                new String[] {
                    "create trigger closed before update on item begin select raise(abort, 'Inventory is closed'); end"
                };
        };
    }
}
