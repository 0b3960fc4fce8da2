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
import dev.concord.version.Guard;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The wire is cut around COMMIT, on the databases that have one: H2 and SQLite run inside this process. The row is read
 * again over another connection; only what the reading proves is told.
 */
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
            assertThat(wire.cut(wire.commit, When.BEFORE, () -> {}).insert(draft))
                    .isInstanceOf(Outcome.Unconfirmed.class);
            assertThat(wire.cut(wire.commit, When.AFTER, () -> {}).insert(draft))
                    .isInstanceOf(Outcome.Saved.class);
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
            this.shop = new Shop(engine, through).guardedBy("item", guard);
            // The whole command as it goes over the wire: other commands have the word inside theirs.
            this.commit = engine == Engine.POSTGRESQL ? "\0commit\0" : "\3commit";
            boolean oneStatement = engine == Engine.POSTGRESQL && !guard.equals(OnEveryGuard.DIGEST);
            this.savingCommand = oneStatement ? "update \"" : commit;
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
