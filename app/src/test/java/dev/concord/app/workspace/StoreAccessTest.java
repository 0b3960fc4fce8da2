package dev.concord.app.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.app.conflict.hold.HoldResult;
import dev.concord.app.conflict.reference.ReferenceState;
import dev.concord.app.journal.MergedWrites;
import dev.concord.app.shell.Office;
import dev.concord.app.task.Promise;
import dev.concord.catalog.ForeignKey;
import dev.concord.outcome.Outcome;
import dev.concord.outcome.Violation;
import dev.concord.record.Draft;
import dev.concord.record.Row;
import dev.concord.record.Snapshot;
import dev.concord.record.Value;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A merge's ways into a real database. */
class StoreAccessTest {
    private final Office office = new Office();
    private final StoreAccess access =
            new StoreAccess(MergedWrites.unkept(office.store), Draft.of(office.row(Office.CUSTOMER)), row -> false);

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    void aReferenceLeadsToALabelOrNowhereAndIsFoundByWords() {
        ForeignKey country = office.store.catalog().table(Office.CUSTOMER.table()).orElseThrow().foreignKeys().stream()
                .filter(key -> key.columns().contains("country_code"))
                .findFirst()
                .orElseThrow();
        assertThat(access.lead(country, Row.of("country_code", Value.of("DE"))))
                .isInstanceOfSatisfying(
                        ReferenceState.To.class, to -> assertThat(to.label()).contains("Germany"));
        assertThat(access.lead(country, Row.of("country_code", Value.of("??"))))
                .isEqualTo(new ReferenceState.Nowhere());
        assertThat(access.search(country, "german")).singleElement().satisfies(target -> assertThat(target.columns())
                .isEqualTo(Row.of("country_code", Value.of("DE"))));
    }

    @Test
    void aRehearsalNamesTheFieldAndWritesNothing() {
        Snapshot row = office.row(Office.CUSTOMER);
        assertThat(access.rehearse(Draft.of(row).with("email", Value.of("no address"))))
                .singleElement()
                .satisfies(violation -> assertThat(violation.kind()).isEqualTo(Violation.Kind.CHECK));
        assertThat(access.rehearse(Draft.of(row).with("phone", Value.of("1")))).isEmpty();
        assertThat(office.row(Office.CUSTOMER)).extracting(Snapshot::row).isEqualTo(row.row());
    }

    @Test
    void whatIsDecidedUnderAHoldIsSaved() {
        Promise<Draft> decision = new Promise<>();
        HoldResult end = access.hold(
                Office.CUSTOMER, held -> decision.give(Draft.of(held.row()).with("phone", Value.of("1"))), decision);
        assertThat(end).isInstanceOfSatisfying(HoldResult.Decided.class, decided -> assertThat(decided.outcome())
                .isInstanceOf(Outcome.Saved.class));
        assertThat(office.value(Office.CUSTOMER, "phone")).isEqualTo(Value.of("1"));
    }

    @Test
    void aHoldGivenUpChangesNothing() {
        Promise<Draft> decision = new Promise<>();
        assertThat(access.hold(Office.CUSTOMER, held -> decision.giveUp(), decision))
                .isEqualTo(new HoldResult.Released());
    }
}
