package dev.concord.app.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.app.journal.MergedWrites;
import dev.concord.app.pending.WriteMark;
import dev.concord.app.reference.StoredReferences;
import dev.concord.app.shell.Office;
import dev.concord.app.task.Promise;
import dev.concord.outcome.DryRunOutcome;
import dev.concord.outcome.HoldOutcome;
import dev.concord.outcome.Outcome;
import dev.concord.outcome.Violation;
import dev.concord.record.Draft;
import dev.concord.record.Snapshot;
import dev.concord.record.Value;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a merge asks a real database for. */
class StoreAccessTest {
    private final Office office = new Office();
    private final StoreAccess access = new StoreAccess(
            MergedWrites.unkept(office.store),
            Draft.of(office.row(Office.CUSTOMER)),
            WriteMark.NONE,
            row -> false,
            new StoredReferences(office.store, Office.TEXTS));

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    void aDryRunNamesTheFieldAndWritesNothing() {
        Snapshot row = office.row(Office.CUSTOMER);
        assertThat(access.dryRun(Draft.of(row).with("email", Value.of("no address"))))
                .isInstanceOfSatisfying(DryRunOutcome.Fails.class, fails -> assertThat(
                                ((Outcome.Rejected) fails.why()).violations())
                        .singleElement()
                        .satisfies(violation -> assertThat(violation.kind()).isEqualTo(Violation.Kind.CHECK)));
        assertThat(access.dryRun(Draft.of(row).with("phone", Value.of("1")))).isInstanceOf(DryRunOutcome.Fits.class);
        assertThat(office.row(Office.CUSTOMER)).extracting(Snapshot::row).isEqualTo(row.row());
    }

    @Test
    void whatIsDecidedUnderAHoldIsSaved() {
        Promise<Draft> decision = new Promise<>();
        HoldOutcome end = access.hold(
                Office.CUSTOMER, held -> decision.give(Draft.of(held.row()).with("phone", Value.of("1"))), decision);
        assertThat(end).isInstanceOfSatisfying(HoldOutcome.Ended.class, decided -> assertThat(decided.outcome())
                .isInstanceOf(Outcome.Saved.class));
        assertThat(office.value(Office.CUSTOMER, "phone")).isEqualTo(Value.of("1"));
    }

    @Test
    void aHoldGivenUpChangesNothing() {
        Promise<Draft> decision = new Promise<>();
        assertThat(access.hold(Office.CUSTOMER, held -> decision.giveUp(), decision))
                .isEqualTo(new HoldOutcome.Released(Office.CUSTOMER));
    }
}
