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
import org.junit.jupiter.api.Test;

/** A COMMIT that fails, which PostgreSQL lets a test arrange: by work deferred to it. */
@LockingContract
class CommitTest {

    @Test
    void aConnectionThatDiesDuringCommitIsSettledByReadingTheRowAgain() {
        try (Shop shop = Shop.withItems(Engine.POSTGRESQL, OnEveryGuard.COUNTER)) {
            Snapshot base = shop.item();
            shop.sql(
                    "create function die() returns trigger language plpgsql as "
                            + "$$begin perform pg_terminate_backend(pg_backend_pid()); return null; end$$",
                    "create constraint trigger die after insert or update or delete on item "
                            + "deferrable initially deferred for each row execute function die()");
            assertNotWritten(shop.store().save(Draft.of(base).with("stock", Value.of(1))));
            assertNotWritten(shop.store().delete(base));
            assertNotWritten(shop.store().insert(shop.newItem(2)));
            assertThat(shop.item().row()).isEqualTo(base.row());
        }
    }

    @Test
    void aRuleCheckedOnlyAtCommitIsRejectedLikeAnyOther() {
        try (Shop shop = new Shop(
                Engine.POSTGRESQL,
                "create table team (id integer primary key)",
                "create table t (id integer primary key, team_id integer references team deferrable initially deferred)",
                "insert into t values (1, null)")) {
            SaveOutcome outcome = shop.store().save(Draft.of(shop.first("t")).with("team_id", Value.of(88)));
            Violation violation = ((Outcome.Rejected) outcome).violations().getFirst();
            assertThat(violation.kind()).isEqualTo(Violation.Kind.FOREIGN_KEY);
            assertThat(violation.columns()).containsExactly("team_id");
        }
    }

    private static void assertNotWritten(Object outcome) {
        assertThat(outcome).isInstanceOfSatisfying(Outcome.Refused.class, refused -> assertThat(refused.reason())
                .isEqualTo(Outcome.Refused.Reason.CONNECTION_LOST));
    }
}
