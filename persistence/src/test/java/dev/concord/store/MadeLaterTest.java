package dev.concord.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.outcome.BatchOutcome;
import dev.concord.outcome.LockOutcome;
import dev.concord.outcome.Outcome;
import dev.concord.outcome.Outcome.Refused.Reason;
import dev.concord.record.Draft;
import dev.concord.record.RecordKey;
import dev.concord.record.Row;
import dev.concord.record.Snapshot;
import dev.concord.record.Value;
import dev.concord.sql.LockWait;
import dev.concord.testing.Engine;
import dev.concord.testing.LockingContract;
import dev.concord.testing.TestDatabase;
import dev.concord.version.Guard;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Another program makes a trigger, a rule, an inheriting table or a policy after a table was opened and saved to: every save still
 * returns the row as the database holds it.
 */
@LockingContract
class MadeLaterTest {

    static Stream<Arguments> guards() {
        return Stream.of(Engine.values())
                .flatMap(engine -> Stream.of(OnEveryGuard.COUNTER, OnEveryGuard.DIGEST, OnEveryGuard.BOTH)
                        .map(guard -> Arguments.of(engine, guard)));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("guards")
    void aSaveReturnsWhatATriggerMadeLaterLeaves(Engine engine, Guard guard) {
        try (Shop shop = Shop.withItems(engine, guard)) {
            RecordStore store = shop.store();
            Snapshot base = saved(store, item(shop, store), 1);
            shop.sql(renaming(engine));
            Snapshot saved = saved(store, base, 2);
            assertThat(saved.row().get("name")).isEqualTo(Value.of("later"));
            assertThat(saved.row()).isEqualTo(shop.item().row());
            // Nobody else has changed it, so it is no conflict.
            assertThat(saved(store, saved, 3).row().get("stock")).isEqualTo(Value.of(3));
        }
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("guards")
    void soDoesASaveOfManyAndWorkOnALockedRow(Engine engine, Guard guard) {
        try (Shop shop = Shop.withItems(engine, guard)) {
            RecordStore store = shop.store();
            Snapshot base = saved(store, item(shop, store), 1);
            shop.sql(renaming(engine));
            BatchOutcome batch =
                    store.saveAll(List.of(Draft.of(base).with("stock", Value.of(2))), BatchPolicy.ABORT_ALL);
            Snapshot second = item(shop, store);
            assertThat(second.row().get("name")).isEqualTo(Value.of("later"));
            assertThat(batch.entries().getFirst()).isInstanceOfSatisfying(BatchOutcome.Saved.class, saved -> assertThat(
                            saved.snapshot().row())
                    .isEqualTo(second.row()));
            shop.sql("update \"item\" set \"name\" = 'tea'");
            Snapshot third = item(shop, store);
            List<Snapshot> seen = new ArrayList<>();
            LockOutcome<Boolean> worked = store.locked(third.key(), third.token(), LockWait.noWait(), row -> {
                row.update(Row.of("stock", Value.of(4)));
                return seen.add(row.snapshot());
            });
            assertThat(worked).isInstanceOf(LockOutcome.Done.class);
            assertThat(seen.getFirst().row()).isEqualTo(shop.item().row());
        }
    }

    /** The reference passes the new key on to the row itself, after the statement that wrote it. */
    @ParameterizedTest(name = "{0}")
    @EnumSource(names = {"H2", "POSTGRESQL", "SQLITE"})
    void aRowThatRefersToItselfIsReturnedAsItStaysWhenItsKeyChanges(Engine engine) {
        try (Shop shop = new Shop(
                engine,
                "create table \"node\" (\"id\" integer not null primary key, \"parent\" integer"
                        + " references \"node\" (\"id\") on update cascade)",
                "insert into \"node\" values (1, 1)")) {
            Snapshot base = shop.first("node");
            Snapshot moved = shop.saved(Draft.of(base).with("id", Value.of(2)));
            assertThat(moved.row().get("parent")).isEqualTo(Value.of(2));
            assertThat(shop.store().find(moved.key()).map(Snapshot::row)).contains(moved.row());
        }
    }

    static Stream<Guard> guardsAlone() {
        return Stream.of(OnEveryGuard.COUNTER, OnEveryGuard.DIGEST, OnEveryGuard.BOTH);
    }

    /** Only PostgreSQL has rules and tables that inherit. */
    @ParameterizedTest
    @MethodSource("guardsAlone")
    void aRuleMadeLaterThatReplacesAWriteByNothingIsToldAsSuch(Guard guard) {
        try (Shop shop = Shop.withItems(Engine.POSTGRESQL, guard)) {
            RecordStore store = shop.store();
            Snapshot base = saved(store, item(shop, store), 1);
            shop.sql(
                    "create rule no_update as on update to item do instead nothing",
                    "create rule no_delete as on delete to item do instead nothing");
            assertThat(store.save(Draft.of(base).with("stock", Value.of(2))))
                    .isEqualTo(new Outcome.Refused(Reason.SUPPRESSED, ""));
            assertThat(store.delete(base)).isEqualTo(new Outcome.Refused(Reason.SUPPRESSED, ""));
            assertThat(shop.item().row()).isEqualTo(base.row());
        }
    }

    @ParameterizedTest
    @MethodSource("guardsAlone")
    void aRuleMadeLaterThatOnlyMarksADeletedRowDoesNotMarkItBehindARefusal(Guard guard) {
        try (Shop shop = Shop.withItems(Engine.POSTGRESQL, guard)) {
            RecordStore store = shop.store();
            Snapshot base = saved(store, item(shop, store), 1);
            shop.sql("create rule marked as on delete to item do instead update item set name = 'deleted'"
                    + " where id = old.id");
            assertThat(store.delete(base)).isInstanceOf(Outcome.Refused.class);
            assertThat(shop.item().row()).isEqualTo(base.row());
        }
    }

    @ParameterizedTest
    @MethodSource("guardsAlone")
    void aRuleMadeLaterThatKeepsALogDoesSoForASaveAndNotForAConflict(Guard guard) {
        try (Shop shop = Shop.withItems(Engine.POSTGRESQL, guard)) {
            RecordStore store = shop.store();
            Snapshot base = saved(store, item(shop, store), 1);
            shop.sql(
                    "create table log (stock integer)",
                    "create rule logged as on update to item do also insert into log values (new.stock)");
            Snapshot saved = saved(store, base, 2);
            assertThat(saved.row()).isEqualTo(shop.item().row());
            assertThat(store.save(Draft.of(base).with("stock", Value.of(3)))).isInstanceOf(Outcome.Stale.class);
            assertThat(TestDatabase.answer(shop.database(), "select string_agg(cast(stock as text), ',') from log"))
                    .isEqualTo("2");
        }
    }

    /** One transaction has written both rows, so they have the same writer as well as the same key. */
    @ParameterizedTest
    @MethodSource("guardsAlone")
    void aRowOfTheSameKeyInATableThatInheritsIsNotWrittenWithIt(Guard guard) {
        try (Shop shop = Shop.withItems(Engine.POSTGRESQL, guard)) {
            RecordStore store = shop.store();
            Snapshot base = saved(store, item(shop, store), 1);
            shop.sql(
                    "create table special () inherits (item)",
                    "with moved as (update only item set stock = 1 returning *) insert into special select * from moved");
            RecordKey key = base.key();
            Snapshot now = store.find(key).orElseThrow();
            assertThat(store.save(Draft.of(now).with("stock", Value.of(2)))).isInstanceOf(Outcome.Saved.class);
            assertThat(TestDatabase.answer(shop.database(), "select stock from special"))
                    .isEqualTo("1");
            Snapshot again = store.find(key).orElseThrow();
            store.delete(again);
            assertThat(TestDatabase.answer(shop.database(), "select count(*) from special"))
                    .isEqualTo("1");
        }
    }

    private static Snapshot item(Shop shop, RecordStore store) {
        return store.find(shop.key("item", Row.of("id", Value.of(1)))).orElseThrow();
    }

    private static Snapshot saved(RecordStore store, Snapshot base, int stock) {
        return ((Outcome.Saved) store.save(Draft.of(base).with("stock", Value.of(stock)))).snapshot();
    }

    /** Where the database allows it, a trigger that writes the row once more after it was written. */
    private static String[] renaming(Engine engine) {
        return switch (engine) {
            case H2 ->
                new String[] {
                    "create trigger \"renaming\" after update on \"item\" for each row call '"
                            + RenamingTrigger.class.getName() + "'"
                };
            case POSTGRESQL ->
                new String[] {
                    "create function renaming() returns trigger language plpgsql as "
                            + "$$begin update item set name = 'later' where id = new.id and name <> 'later';"
                            + " return null; end$$",
                    "create trigger renaming after update on item for each row execute function renaming()"
                };
            case MARIADB ->
                new String[] {"create trigger renaming before update on item for each row set new.name = 'later'"};
            case SQLITE ->
                new String[] {
                    "create trigger renaming after update on item when new.name <> 'later' begin "
                            + "update item set name = 'later' where id = new.id; end"
                };
        };
    }
}
