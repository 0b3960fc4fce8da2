package dev.concord.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.database.DatabaseSettings;
import dev.concord.record.Draft;
import dev.concord.record.Snapshot;
import dev.concord.record.Value;
import dev.concord.store.Outcome.Refused.Reason;
import dev.concord.testing.CuttingProxy;
import dev.concord.testing.CuttingProxy.When;
import dev.concord.testing.Engine;
import dev.concord.testing.LockingContract;
import dev.concord.version.Guard;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The wire is cut around COMMIT, on the databases that have one: H2 and SQLite run inside this process. The row is read
 * again over another connection; only what the reading proves is told.
 */
@LockingContract
class ConnectionCutTest {

    static Stream<Arguments> wires() {
        return Stream.of(Engine.POSTGRESQL, Engine.MARIADB)
                .flatMap(engine -> Stream.of(OnEveryGuard.COUNTER, OnEveryGuard.UUID, OnEveryGuard.DIGEST)
                        .map(guard -> Arguments.of(engine, guard)));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("wires")
    void aSaveCutBeforeItsCommitIsKnownNotToBeWritten(Engine engine, Guard guard) {
        try (Wire wire = new Wire(engine, guard)) {
            Snapshot base = wire.shop.item();
            SaveOutcome outcome = wire.cut(When.BEFORE, () -> {}).save(draft(base));
            assertNotWritten(outcome);
            assertThat(wire.shop.item().row()).isEqualTo(base.row());
            assertThat(wire.shop.saved(draft(base)).row().get("stock")).isEqualTo(Value.of(7));
        }
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("wires")
    void aSaveCutAfterItsCommitIsKnownToBeWritten(Engine engine, Guard guard) {
        try (Wire wire = new Wire(engine, guard)) {
            Snapshot base = wire.shop.item();
            SaveOutcome outcome = wire.cut(When.AFTER, () -> {}).save(draft(base));
            Snapshot saved = ((Outcome.Saved) outcome).snapshot();
            assertThat(saved.row()).isEqualTo(wire.shop.item().row());
            assertThat(saved.row().get("stock")).isEqualTo(Value.of(7));
            wire.shop.saved(Draft.of(saved).with("stock", Value.of(8)));
        }
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("wires")
    void aThirdWriterBeforeTheReadingLeavesItUnknownAndNothingIsWrittenAgain(Engine engine, Guard guard) {
        for (When when : When.values()) {
            try (Wire wire = new Wire(engine, guard)) {
                Snapshot base = wire.shop.item();
                Runnable third =
                        () -> wire.aside.saved(Draft.of(wire.aside.item()).with("stock", Value.of(99)));
                SaveOutcome outcome = wire.cut(when, third).save(draft(base));
                assertThat(outcome).isInstanceOfSatisfying(Outcome.Unconfirmed.class, unknown -> assertThat(
                                unknown.present().orElseThrow().row())
                        .isEqualTo(wire.aside.item().row()));
                assertThat(wire.aside.item().row().get("stock")).isEqualTo(Value.of(99));
            }
        }
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("wires")
    void aUuidProvesTheSaveEvenWhenAThirdWriterLeftItAlone(Engine engine, Guard guard) {
        try (Wire wire = new Wire(engine, guard)) {
            Snapshot base = wire.shop.item();
            Runnable third = () -> wire.aside.sql("update \"item\" set \"name\" = 'by hand'");
            SaveOutcome outcome = wire.cut(When.AFTER, third).save(draft(base));
            if (guard.equals(OnEveryGuard.UUID)) {
                assertThat(((Outcome.Saved) outcome).snapshot().row())
                        .isEqualTo(wire.shop.item().row());
            } else {
                assertThat(outcome).isInstanceOf(Outcome.Unconfirmed.class);
            }
        }
    }

    /** A colleague may have added as much. */
    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("wires")
    void anAdditionIsNotProvedByItsSum(Engine engine, Guard guard) {
        Class<?> told = guard.equals(OnEveryGuard.UUID) ? Outcome.Saved.class : Outcome.Unconfirmed.class;
        try (Wire wire = new Wire(engine, guard)) {
            Draft draft = Draft.of(wire.shop.item()).adding("stock", Value.of(7));
            assertNotWritten(wire.cut(wire.commit, When.BEFORE, () -> {}).save(draft));
            assertThat(wire.cut(wire.commit, When.AFTER, () -> {}).save(draft)).isInstanceOf(told);
            Snapshot now = wire.aside.item();
            assertThat(now.row().get("stock")).isEqualTo(Value.of(7));
            Draft another = Draft.of(now).adding("stock", Value.of(6));
            LockOutcome<SaveOutcome> locked = wire.cut(wire.commit, When.AFTER, () -> {})
                    .locked(now.key(), now.token(), LockWait.noWait(), row -> row.save(another));
            assertThat(locked instanceof LockOutcome.Undone<?>(Outcome.Unwritten why) ? why : done(locked))
                    .isInstanceOf(told);
        }
    }

    private static SaveOutcome done(LockOutcome<SaveOutcome> outcome) {
        return ((LockOutcome.Done<SaveOutcome>) outcome).result();
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("wires")
    void aDeleteIsSettledByWhetherTheRowIsThere(Engine engine, Guard guard) {
        try (Wire wire = new Wire(engine, guard)) {
            Snapshot base = wire.shop.item();
            assertNotWritten(wire.cut(wire.commit, When.BEFORE, () -> {}).delete(base));
            assertThat(wire.cut(wire.commit, When.AFTER, () -> {}).delete(base))
                    .isEqualTo(new Outcome.Deleted(base.key()));
        }
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("wires")
    void anInsertIsSettledByItsKeyWhereItHasOne(Engine engine, Guard guard) {
        try (Wire wire = new Wire(engine, guard)) {
            Draft draft = wire.shop.newItem(2);
            assertNotInserted(
                    engine, wire.cut(wire.commit, When.BEFORE, () -> {}).insert(draft));
            assertThat(wire.cut(wire.commit, When.AFTER, () -> {}).insert(draft))
                    .isInstanceOf(Outcome.Saved.class);
        }
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(names = {"POSTGRESQL", "MARIADB"})
    void anInsertWhoseKeyTheDatabaseMakesIsFoundByTheUuidItWasGiven(Engine engine) {
        try (Wire wire = new Wire(engine, OnEveryGuard.UUID)) {
            Draft draft = wire.newTicket();
            assertNotInserted(
                    engine, wire.cut(wire.commit, When.BEFORE, () -> {}).insert(draft));
            InsertOutcome outcome = wire.cut(wire.commit, When.AFTER, () -> {}).insert(draft);
            Snapshot saved = ((Outcome.Saved) outcome).snapshot();
            assertThat(saved.key().columns().get("id").isNull()).isFalse();
            wire.shop.saved(Draft.of(saved).with("name", Value.of("next")));
        }
    }

    /** Whoever wrote the row since gave it another UUID, or deleted it. */
    @ParameterizedTest(name = "{0}")
    @EnumSource(names = {"POSTGRESQL", "MARIADB"})
    void anInsertThatAThirdWriterHasTouchedSinceStaysUnknown(Engine engine) {
        for (String third : List.of("update \"ticket\" set \"row_version\" = null", "delete from \"ticket\"")) {
            try (Wire wire = new Wire(engine, OnEveryGuard.UUID)) {
                Draft draft = wire.newTicket();
                assertThat(wire.cut(wire.commit, When.AFTER, () -> wire.aside.sql(third))
                                .insert(draft))
                        .isInstanceOfSatisfying(Outcome.Unconfirmed.class, unknown -> assertThat(unknown.present())
                                .isEmpty());
            }
        }
    }

    /** A copy of a row carries its UUID, so that finds the row it was copied from. */
    @ParameterizedTest(name = "{0}")
    @EnumSource(names = {"POSTGRESQL", "MARIADB"})
    void aUuidTheWriterChoseProvesNoInsert(Engine engine) {
        try (Wire wire = new Wire(engine, OnEveryGuard.UUID)) {
            UUID original = UUID.fromString("123e4567-e89b-12d3-a456-426614174000");
            wire.aside.sql("insert into \"ticket\" values (1000, 'original', '" + original + "')");
            Draft copy = wire.newTicket().with("row_version", new Value.Uuid(original));
            assertNotInserted(
                    engine, wire.cut(wire.commit, When.BEFORE, () -> {}).insert(copy));
        }
    }

    /** Only PostgreSQL remembers which transactions were undone; a row that is missing might have been deleted. */
    private static void assertNotInserted(Engine engine, InsertOutcome outcome) {
        if (engine == Engine.POSTGRESQL) {
            assertNotWritten(outcome);
        } else {
            assertThat(outcome).isInstanceOf(Outcome.Unconfirmed.class);
        }
    }

    private static Draft draft(Snapshot base) {
        return Draft.of(base).with("stock", Value.of(7));
    }

    private static void assertNotWritten(Object outcome) {
        assertThat(outcome).isInstanceOfSatisfying(Outcome.Refused.class, refused -> assertThat(refused.reason())
                .isEqualTo(Reason.CONNECTION_LOST));
    }

    /** A shop behind a wire that can be cut, and the same shop by a way that cannot. */
    private static final class Wire implements AutoCloseable {
        private final Shop aside;
        private final Shop shop;
        private final CuttingProxy proxy;
        private final String savingCommand;
        private final String commit;

        Wire(Engine engine, Guard guard) {
            DatabaseSettings direct = engine.freshDatabase();
            int port = Integer.parseInt(direct.address().replaceAll(".*:(\\d+)/.*", "$1"));
            this.aside = Shop.withItemsAt(engine, direct).guardedBy("item", guard);
            this.proxy = new CuttingProxy(port);
            DatabaseSettings through = new DatabaseSettings(
                    direct.address().replace(":" + port + "/", ":" + proxy.port() + "/"),
                    direct.user(),
                    direct.password(),
                    false);
            aside.sql("create table \"ticket\" (\"id\" AUTOKEY, \"name\" varchar(20), \"row_version\" UUIDTYPE)");
            this.shop = new Shop(engine, through).guardedBy("item", guard).guardedBy("ticket", guard);
            // The whole command as it goes over the wire: other commands have the word inside theirs.
            this.commit = engine == Engine.POSTGRESQL ? "\0commit\0" : "\3commit";
            boolean oneStatement = engine == Engine.POSTGRESQL && !guard.equals(OnEveryGuard.DIGEST);
            this.savingCommand = oneStatement ? "update \"" : commit;
        }

        /** A row whose key the database makes. */
        Draft newTicket() {
            return Draft.newRow(shop.id("ticket")).with("name", Value.of("mine"));
        }

        /** A store whose next save is cut. */
        RecordStore cut(When when, Runnable meanwhile) {
            return cut(savingCommand, when, meanwhile);
        }

        RecordStore cut(String command, When when, Runnable meanwhile) {
            RecordStore store = shop.store();
            proxy.cut(command, when, meanwhile);
            return store;
        }

        @Override
        public void close() {
            assertThat(proxy.hasCut()).isTrue();
            shop.close();
            aside.close();
            proxy.close();
        }
    }
}
