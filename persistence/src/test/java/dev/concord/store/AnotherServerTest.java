package dev.concord.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.outcome.BatchOutcome;
import dev.concord.outcome.InsertOutcome;
import dev.concord.outcome.Outcome;
import dev.concord.outcome.SaveOutcome;
import dev.concord.record.Draft;
import dev.concord.record.Increment;
import dev.concord.record.Snapshot;
import dev.concord.record.Value;
import dev.concord.testing.CuttingProxy.When;
import dev.concord.testing.Engine;
import dev.concord.testing.LockingContract;
import dev.concord.version.Guard;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The connection is cut around COMMIT, and the next one leads to another server: a node of a cluster that lags behind, or the one
 * that took over. What it holds proves little of what the first one did.
 */
@LockingContract
class AnotherServerTest {

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("servers")
    void aRowThatIsAsBeforeOnALaggingServerIsNotCalledUnwritten(Engine engine, Guard guard) {
        for (When when : List.of(When.BEFORE, When.AFTER)) {
            try (Wire wire = new Wire(engine, guard)) {
                Snapshot base = wire.shop().item();
                SaveOutcome outcome = wire.cutSave(when, () -> lagging(wire))
                        .save(Draft.of(base).with("stock", Value.of(7)));
                assertUnknown(outcome);
            }
        }
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("servers")
    void aRowThatIsAsWantedOnALaggingServerIsNotCalledSavedUnlessItHasTheWritesOwnUuid(Engine engine, Guard guard) {
        try (Wire wire = new Wire(engine, guard)) {
            Snapshot base = wire.shop().item();
            SaveOutcome outcome = wire.cutSave(When.AFTER, wire::switchServer)
                    .save(Draft.of(base).with("stock", Value.of(7)));
            if (guard.equals(OnEveryGuard.UUID)) {
                assertThat(outcome).isInstanceOf(Outcome.Saved.class);
            } else {
                assertUnknown(outcome);
            }
        }
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("servers")
    void anAdditionIsNotCalledUnwrittenAndSoNotRepeated(Engine engine, Guard guard) {
        try (Wire wire = new Wire(engine, guard)) {
            Snapshot base = wire.shop().item();
            assertUnknown(
                    wire.cutAtCommit(When.AFTER, () -> lagging(wire)).increment(base.key(), Increment.of("stock", -1)));
        }
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("servers")
    void aRowThatIsMissingOnALaggingServerIsNotCalledDeleted(Engine engine, Guard guard) {
        try (Wire wire = new Wire(engine, guard)) {
            Snapshot base = wire.shop().item();
            Runnable beforeItsInsert = () -> {
                wire.aside().sql("delete from \"item\"");
                wire.switchServer();
            };
            assertThat(wire.cutDelete(When.BEFORE, beforeItsInsert).delete(base))
                    .isInstanceOf(Outcome.Unconfirmed.class);
        }
    }

    /** Another server has transactions of the same number. */
    @ParameterizedTest(name = "{0}")
    @EnumSource(names = {"POSTGRESQL", "MARIADB"})
    void anInsertIsNotCalledUndoneByAServerThatDidNotCarryItOut(Engine engine) {
        for (When when : List.of(When.BEFORE, When.AFTER)) {
            try (Wire wire = new Wire(engine, OnEveryGuard.COUNTER)) {
                InsertOutcome outcome = wire.cutAtCommit(when, wire::switchServer)
                        .insert(wire.shop().newItem(2));
                assertThat(outcome).isInstanceOf(Outcome.Unconfirmed.class);
            }
        }
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("servers")
    void theRowsOfABatchAreNotCalledUnwritten(Engine engine, Guard guard) {
        for (BatchPolicy policy : BatchPolicy.values()) {
            try (Wire wire = new Wire(engine, guard)) {
                Draft draft = Draft.of(wire.shop().item()).with("stock", Value.of(7));
                BatchOutcome outcome =
                        wire.cutAtCommit(When.BEFORE, wire::switchServer).saveAll(List.of(draft), policy);
                assertThat(((BatchOutcome.NotSaved) outcome.entries().getFirst()).why())
                        .isInstanceOf(Outcome.Unconfirmed.class);
            }
        }
    }

    static Stream<Arguments> servers() {
        return Wire.all().filter(arguments -> arguments.get()[0] != Engine.H2);
    }

    /** Another server answers, which has nothing yet of what was committed. */
    private static void lagging(Wire wire) {
        wire.aside()
                .sql("update \"item\" set \"stock\" = 10, \"version\" = 1,"
                        + " \"row_version\" = '123e4567-e89b-12d3-a456-426614174000'");
        wire.switchServer();
    }

    private static void assertUnknown(SaveOutcome outcome) {
        assertThat(outcome).isInstanceOfSatisfying(Outcome.Unconfirmed.class, unknown -> assertThat(unknown.present())
                .isEmpty());
    }
}
