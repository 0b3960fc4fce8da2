package dev.concord.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.outcome.Outcome;
import dev.concord.outcome.SaveOutcome;
import dev.concord.outcome.Violation;
import dev.concord.record.Draft;
import dev.concord.record.Snapshot;
import dev.concord.record.Value;
import dev.concord.testing.Engine;
import dev.concord.testing.LockingContract;

/** Saves of what a merge made. */
@LockingContract
class MergedSaveTest {

    /** Each side alone keeps the rule; both together break it. */
    @OnEveryEngine
    void aMergeThatBreaksARuleWritesNothingNotEvenTheHalfThatFits(Engine engine) {
        try (Shop shop = ranges(engine)) {
            Snapshot base = shop.first("range");
            Draft mine = Draft.of(base).with("low", Value.of(8)).with("note", Value.of("mine"));
            shop.saved(Draft.of(base).with("high", Value.of(5)));
            Outcome.Stale stale = (Outcome.Stale) shop.store().save(mine);
            SaveOutcome outcome = shop.store().save(mine.rebase(stale.theirs()));
            assertThat(outcome).isInstanceOfSatisfying(Outcome.Rejected.class, rejected -> assertThat(
                            rejected.violations().getFirst().kind())
                    .isEqualTo(Violation.Kind.CHECK));
            assertThat(shop.first("range").row()).isEqualTo(stale.theirs().row());
        }
    }

    @OnEveryGuard
    void aMergeThatIsOvertakenAgainIsStaleAgainAndMergedAgain(Shop shop) {
        Draft mine = Draft.of(shop.item()).with("name", Value.of("mine"));
        shop.saved(Draft.of(shop.item()).with("stock", Value.of(9)));
        Draft once = mine.rebase(((Outcome.Stale) shop.store().save(mine)).theirs());
        shop.saved(Draft.of(shop.item()).with("stock", Value.of(8)));
        Outcome.Stale again = (Outcome.Stale) shop.store().save(once);
        Snapshot saved = shop.saved(once.rebase(again.theirs()));
        assertThat(saved.row().get("name")).isEqualTo(Value.of("mine"));
        assertThat(saved.row().get("stock")).isEqualTo(Value.of(8));
    }

    private static Shop ranges(Engine engine) {
        return new Shop(
                        engine,
                        "create table \"range\" (\"id\" integer not null primary key, \"low\" integer,"
                                + " \"high\" integer, \"note\" varchar(20), \"version\" integer,"
                                + " constraint \"ordered\" check (\"low\" <= \"high\"))",
                        "insert into \"range\" values (1, 1, 10, 'before', 1)")
                .guardedBy("range", OnEveryGuard.COUNTER);
    }
}
