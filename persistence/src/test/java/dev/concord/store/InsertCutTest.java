package dev.concord.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.outcome.InsertOutcome;
import dev.concord.outcome.Outcome;
import dev.concord.outcome.Outcome.Refused.Reason;
import dev.concord.record.Draft;
import dev.concord.record.Snapshot;
import dev.concord.record.Value;
import dev.concord.testing.CuttingProxy.When;
import dev.concord.testing.Engine;
import dev.concord.testing.LockingContract;
import dev.concord.version.Guard;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The wire is cut around the COMMIT of an insert: a row that is not there may never have been, or have been deleted. */
@LockingContract
class InsertCutTest {

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("dev.concord.store.Wire#all")
    void anInsertIsSettledByItsKeyWhereItHasOne(Engine engine, Guard guard) {
        try (Wire wire = new Wire(engine, guard)) {
            Draft draft = wire.shop().newItem(2);
            assertNotInserted(engine, wire.cutAtCommit(When.BEFORE, () -> {}).insert(draft));
            assertThat(wire.cutAtCommit(When.AFTER, () -> {}).insert(draft)).isInstanceOf(Outcome.Saved.class);
        }
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(names = {"H2", "POSTGRESQL", "MARIADB"})
    void anInsertWhoseKeyTheDatabaseMakesIsFoundByTheUuidItWasGiven(Engine engine) {
        try (Wire wire = new Wire(engine, OnEveryGuard.UUID)) {
            Draft draft = wire.newTicket();
            assertNotInserted(engine, wire.cutAtCommit(When.BEFORE, () -> {}).insert(draft));
            InsertOutcome outcome = wire.cutAtCommit(When.AFTER, () -> {}).insert(draft);
            Snapshot saved = ((Outcome.Saved) outcome).snapshot();
            assertThat(saved.key().columns().get("id").isNull()).isFalse();
            wire.shop().saved(Draft.of(saved).with("name", Value.of("next")));
        }
    }

    /** Whoever wrote the row since gave it another UUID, or deleted it. */
    @ParameterizedTest(name = "{0}")
    @EnumSource(names = {"H2", "POSTGRESQL", "MARIADB"})
    void anInsertThatAThirdWriterHasTouchedSinceStaysUnknown(Engine engine) {
        for (String third : List.of("update \"ticket\" set \"row_version\" = null", "delete from \"ticket\"")) {
            try (Wire wire = new Wire(engine, OnEveryGuard.UUID)) {
                Draft draft = wire.newTicket();
                assertThat(wire.cutAtCommit(When.AFTER, () -> wire.aside().sql(third))
                                .insert(draft))
                        .isInstanceOfSatisfying(Outcome.Unconfirmed.class, unknown -> assertThat(unknown.present())
                                .isEmpty());
            }
        }
    }

    /** A copy of a row carries its UUID, so that finds the row it was copied from. */
    @ParameterizedTest(name = "{0}")
    @EnumSource(names = {"H2", "POSTGRESQL", "MARIADB"})
    void aUuidTheWriterChoseProvesNoInsert(Engine engine) {
        try (Wire wire = new Wire(engine, OnEveryGuard.UUID)) {
            UUID original = UUID.fromString("123e4567-e89b-12d3-a456-426614174000");
            wire.aside().sql("insert into \"ticket\" values (1000, 'original', '" + original + "')");
            Draft copy = wire.newTicket().with("row_version", new Value.Uuid(original));
            assertNotInserted(engine, wire.cutAtCommit(When.BEFORE, () -> {}).insert(copy));
        }
    }

    /** Only PostgreSQL remembers which transactions were undone; a row that is missing might have been deleted. */
    private static void assertNotInserted(Engine engine, InsertOutcome outcome) {
        if (engine == Engine.POSTGRESQL) {
            assertThat(outcome).isInstanceOfSatisfying(Outcome.Refused.class, refused -> assertThat(refused.reason())
                    .isEqualTo(Reason.CONNECTION_LOST));
        } else {
            assertThat(outcome).isInstanceOf(Outcome.Unconfirmed.class);
        }
    }
}
