package dev.concord.app.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.app.conflict.reference.ReferenceTarget;
import dev.concord.app.conflict.reference.TargetRow;
import dev.concord.app.journal.MergedWrites;
import dev.concord.app.pending.WriteMark;
import dev.concord.app.shell.Office;
import dev.concord.app.task.Promise;
import dev.concord.catalog.ForeignKey;
import dev.concord.outcome.DryRunOutcome;
import dev.concord.outcome.HoldOutcome;
import dev.concord.outcome.Outcome;
import dev.concord.outcome.ReadOutcome;
import dev.concord.outcome.Violation;
import dev.concord.record.Draft;
import dev.concord.record.Row;
import dev.concord.record.Snapshot;
import dev.concord.record.Value;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a merge asks a real database for. */
class StoreAccessTest {
    private final Office office = new Office();
    private final StoreAccess access = new StoreAccess(
            MergedWrites.unkept(office.store), Draft.of(office.row(Office.CUSTOMER)), WriteMark.NONE, row -> false);

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    void aReferenceLeadsToALabelOrMissingAndIsFoundByWords() {
        ForeignKey country = office.store.catalog().table(Office.CUSTOMER.table()).orElseThrow().foreignKeys().stream()
                .filter(key -> key.columns().contains("country_code"))
                .findFirst()
                .orElseThrow();
        assertThat(access.target(country, Row.of("country_code", Value.of("DE"))))
                .isInstanceOfSatisfying(ReferenceTarget.Found.class, found -> assertThat(found.label())
                        .contains("Germany"));
        assertThat(access.target(country, Row.of("country_code", Value.of("??"))))
                .isEqualTo(new ReferenceTarget.Missing());
        assertThat(access.search(country, "german"))
                .isInstanceOfSatisfying(ReadOutcome.Read.class, found -> assertThat(found.result())
                        .asInstanceOf(InstanceOfAssertFactories.list(TargetRow.class))
                        .extracting(TargetRow::columns)
                        .containsExactly(Row.of("country_code", Value.of("DE"))));
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
