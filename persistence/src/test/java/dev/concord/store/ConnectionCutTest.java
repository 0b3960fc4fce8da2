package dev.concord.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.outcome.DeleteOutcome;
import dev.concord.outcome.LockOutcome;
import dev.concord.outcome.Outcome;
import dev.concord.outcome.Outcome.Refused.Reason;
import dev.concord.outcome.SaveOutcome;
import dev.concord.record.Draft;
import dev.concord.record.Row;
import dev.concord.record.Snapshot;
import dev.concord.record.Value;
import dev.concord.sql.LockWait;
import dev.concord.testing.CuttingProxy.When;
import dev.concord.testing.Engine;
import dev.concord.testing.LockingContract;
import dev.concord.version.Guard;
import dev.concord.version.LockingMode;
import dev.concord.version.TablePolicy;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The connection is cut around COMMIT, on the databases that have one: all but SQLite, which is a file. The row is read
 * again over another connection; only what that proves is reported.
 */
@LockingContract
class ConnectionCutTest {

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("dev.concord.store.Wire#all")
    void aSaveCutBeforeItsCommitIsKnownNotToBeWritten(Engine engine, Guard guard) {
        try (Wire wire = new Wire(engine, guard)) {
            Snapshot base = wire.shop().item();
            SaveOutcome outcome = wire.cutSave(When.BEFORE, () -> {}).save(draft(base));
            assertNotWritten(outcome);
            assertThat(wire.shop().item().row()).isEqualTo(base.row());
            assertThat(wire.shop().saved(draft(base)).row().get("stock")).isEqualTo(Value.of(7));
        }
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("dev.concord.store.Wire#all")
    void aSaveCutAfterItsCommitIsKnownToBeWritten(Engine engine, Guard guard) {
        try (Wire wire = new Wire(engine, guard)) {
            Snapshot base = wire.shop().item();
            SaveOutcome outcome = wire.cutSave(When.AFTER, () -> {}).save(draft(base));
            Snapshot saved = ((Outcome.Saved) outcome).snapshot();
            assertThat(saved.row()).isEqualTo(wire.shop().item().row());
            assertThat(saved.row().get("stock")).isEqualTo(Value.of(7));
            wire.shop().saved(Draft.of(saved).with("stock", Value.of(8)));
        }
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("dev.concord.store.Wire#all")
    void aThirdWriterBeforeTheReadingLeavesItUnknownAndNothingIsWrittenAgain(Engine engine, Guard guard) {
        for (When when : List.of(When.BEFORE, When.AFTER)) {
            try (Wire wire = new Wire(engine, guard)) {
                Snapshot base = wire.shop().item();
                Runnable third =
                        () -> wire.aside().saved(Draft.of(wire.aside().item()).with("stock", Value.of(99)));
                SaveOutcome outcome = wire.cutSave(when, third).save(draft(base));
                assertThat(outcome).isInstanceOfSatisfying(Outcome.Unconfirmed.class, unknown -> assertThat(
                                unknown.present().orElseThrow().row())
                        .isEqualTo(wire.aside().item().row()));
                assertThat(wire.aside().item().row().get("stock")).isEqualTo(Value.of(99));
            }
        }
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("dev.concord.store.Wire#all")
    void aUuidProvesTheSaveEvenWhenAThirdWriterLeftItAlone(Engine engine, Guard guard) {
        try (Wire wire = new Wire(engine, guard)) {
            Snapshot base = wire.shop().item();
            Runnable third = () -> wire.aside().sql("update \"item\" set \"name\" = 'by hand'");
            SaveOutcome outcome = wire.cutSave(When.AFTER, third).save(draft(base));
            if (guard.equals(OnEveryGuard.UUID)) {
                assertThat(((Outcome.Saved) outcome).snapshot().row())
                        .isEqualTo(wire.shop().item().row());
            } else {
                assertThat(outcome).isInstanceOf(Outcome.Unconfirmed.class);
            }
        }
    }

    /** A colleague may have added as much. */
    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("dev.concord.store.Wire#all")
    void anAdditionIsNotProvedByItsSum(Engine engine, Guard guard) {
        Class<?> told = guard.equals(OnEveryGuard.UUID) ? Outcome.Saved.class : Outcome.Unconfirmed.class;
        try (Wire wire = new Wire(engine, guard)) {
            Draft draft = Draft.of(wire.shop().item()).adding("stock", Value.of(7));
            assertNotWritten(wire.cutAtCommit(When.BEFORE, () -> {}).save(draft));
            assertThat(wire.cutAtCommit(When.AFTER, () -> {}).save(draft)).isInstanceOf(told);
            Snapshot now = wire.aside().item();
            assertThat(now.row().get("stock")).isEqualTo(Value.of(7));
            Draft another = Draft.of(now).adding("stock", Value.of(6));
            LockOutcome<SaveOutcome> locked = wire.cutAtCommit(When.AFTER, () -> {})
                    .locked(now.key(), now.token(), LockWait.noWait(), row -> row.save(another));
            assertThat(WriteKind.worked(locked)).isInstanceOf(told);
        }
    }

    /** Whoever touched the row in between moved the counter as far. */
    @ParameterizedTest(name = "{0}")
    @EnumSource(names = {"H2", "POSTGRESQL", "MARIADB"})
    void aTouchIsProvedByItsUuidAndByNoCounter(Engine engine) {
        for (Guard guard : List.of(OnEveryGuard.COUNTER, OnEveryGuard.UUID)) {
            try (Wire wire = new Wire(engine, guard)) {
                Snapshot base = wire.shop().item();
                Runnable colleague = () -> {
                    Snapshot same = wire.aside().item();
                    assertThat(wire.aside().store().touch(same.key(), same.token()))
                            .isInstanceOf(Outcome.Saved.class);
                };
                assertNotWritten(wire.cut(When.BEFORE, () -> {}).touch(base.key(), base.token()));
                assertThat(wire.cut(When.BEFORE, colleague).touch(base.key(), base.token()))
                        .isInstanceOf(Outcome.Unconfirmed.class);
                Snapshot touched = wire.aside().item();
                assertThat(wire.cut(When.AFTER, () -> {}).touch(touched.key(), touched.token()))
                        .isInstanceOf(
                                guard.equals(OnEveryGuard.UUID) ? Outcome.Saved.class : Outcome.Unconfirmed.class);
            }
        }
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("dev.concord.store.Wire#all")
    void valuesWrittenByKeyAndTokenAreSettledByWhatTheRowHolds(Engine engine, Guard guard) {
        try (Wire wire = new Wire(engine, guard)) {
            Snapshot base = wire.shop().item();
            assertNotWritten(WriteKind.UPDATE_IF.write(wire.cut(When.BEFORE, () -> {}), base, 7));
            assertThat(WriteKind.UPDATE_IF.write(wire.cut(When.AFTER, () -> {}), base, 7))
                    .isInstanceOfSatisfying(Outcome.Saved.class, saved -> assertThat(
                                    saved.snapshot().row())
                            .isEqualTo(wire.aside().item().row()));
        }
    }

    /** The row has that version already, and keeps it when it is written. */
    @ParameterizedTest(name = "{0}")
    @EnumSource(names = {"H2", "POSTGRESQL", "MARIADB"})
    void aVersionTheCallerLeavesAsItIsProvesNothing(Engine engine) {
        try (Wire wire = new Wire(engine, OnEveryGuard.UUID)) {
            Snapshot base = wire.shop().item();
            Row values =
                    Row.of("stock", Value.of(7)).with("row_version", base.row().get("row_version"));
            assertThat(wire.cut(When.BEFORE, () -> {}).updateIf(base.key(), base.token(), values))
                    .isInstanceOf(Outcome.Unconfirmed.class);
            assertThat(wire.cutAtCommit(When.BEFORE, () -> {})
                            .locked(base.key(), base.token(), LockWait.noWait(), row -> row.update(values)))
                    .isInstanceOf(LockOutcome.Undone.class);
            assertThat(wire.aside().item().row()).isEqualTo(base.row());
            assertThat(wire.cut(When.AFTER, () -> {}).updateIf(base.key(), base.token(), values))
                    .isInstanceOf(Outcome.Saved.class);
        }
    }

    /** The checksum is the same before and after such a write. */
    @ParameterizedTest(name = "{0}")
    @EnumSource(names = {"H2", "POSTGRESQL", "MARIADB"})
    void theChecksumProvesNothingOfColumnsItLeavesOut(Engine engine) {
        try (Wire wire = new Wire(engine, OnEveryGuard.DIGEST)) {
            wire.shop().policy("item", new TablePolicy(LockingMode.REQUIRED, OnEveryGuard.DIGEST, Set.of("stock")));
            Snapshot base = wire.shop().item();
            assertThat(wire.cutSave(When.BEFORE, () -> {}).save(draft(base))).isInstanceOf(Outcome.Unconfirmed.class);
            assertThat(wire.cutSave(When.AFTER, () -> {}).save(draft(base))).isInstanceOf(Outcome.Saved.class);
            assertThat(WriteKind.INCREMENT.write(wire.cut(When.AFTER, () -> {}), base, 8))
                    .isInstanceOf(Outcome.Unconfirmed.class);
            assertThat(wire.aside().item().row().get("stock")).isEqualTo(Value.of(8));
        }
    }

    /** A row that is gone may have been taken by a colleague who does the same work. */
    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("dev.concord.store.Wire#all")
    void lockedWorkThatDeletesIsKnownToBeUndoneButNeverToBeDone(Engine engine, Guard guard) {
        try (Wire wire = new Wire(engine, guard)) {
            Snapshot base = wire.shop().item();
            for (When when : List.of(When.BEFORE, When.AFTER)) {
                LockOutcome<DeleteOutcome> outcome = wire.cutAtCommit(when, () -> {})
                        .locked(base.key(), base.token(), LockWait.noWait(), row -> {
                            row.update(Row.of("stock", Value.of(0)));
                            return row.delete();
                        });
                Outcome.Unwritten why = ((LockOutcome.Undone<DeleteOutcome>) outcome).why();
                if (when == When.BEFORE) {
                    assertNotWritten(why);
                } else {
                    assertThat(why).isInstanceOf(Outcome.Unconfirmed.class);
                }
            }
            assertThat(wire.aside().store().find(base.key())).isEmpty();
        }
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("dev.concord.store.Wire#all")
    void aDeleteIsSettledByWhetherTheRowIsThere(Engine engine, Guard guard) {
        try (Wire wire = new Wire(engine, guard)) {
            Snapshot base = wire.shop().item();
            assertNotWritten(wire.cutDelete(When.BEFORE, () -> {}).delete(base));
            assertThat(wire.cutDelete(When.AFTER, () -> {}).delete(base)).isEqualTo(new Outcome.Deleted(base.key()));
        }
    }

    private static Draft draft(Snapshot base) {
        return Draft.of(base).with("stock", Value.of(7));
    }

    private static void assertNotWritten(Object outcome) {
        assertThat(outcome).isInstanceOfSatisfying(Outcome.Refused.class, refused -> assertThat(refused.reason())
                .isEqualTo(Reason.CONNECTION_LOST));
    }
}
