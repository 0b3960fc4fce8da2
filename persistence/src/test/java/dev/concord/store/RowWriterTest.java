package dev.concord.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.outcome.DeleteOutcome;
import dev.concord.outcome.Outcome;
import dev.concord.outcome.SaveOutcome;
import dev.concord.record.Draft;
import dev.concord.record.Row;
import dev.concord.record.Snapshot;
import dev.concord.record.Value;
import dev.concord.sql.LockWait;
import dev.concord.testing.Engine;
import dev.concord.testing.LockingContract;
import dev.concord.version.Guard;
import dev.concord.version.LockingMode;
import dev.concord.version.TablePolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * In PostgreSQL a save by checksum asks first whether the row still has the writer it was read with, in the statement that
 * writes; only if it has another one, the checksum decides.
 */
@LockingContract
class RowWriterTest {
    private final Shop shop = Shop.withItems(Engine.POSTGRESQL, new Guard.ByDigest());

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void aRowKnowsItsWriterAndDoesNotShowIt() {
        Snapshot base = shop.item();
        assertThat(base.writer()).isPresent();
        assertThat(base.row().has("xmin")).isFalse();
        Snapshot saved = shop.saved(Draft.of(base).with("stock", Value.of(1)));
        assertThat(saved.writer()).isPresent().isNotEqualTo(base.writer());
        assertThat(saved).usingRecursiveComparison().ignoringFields("readAt").isEqualTo(shop.item());
    }

    @Test
    void aWriteThatLeavesTheValuesAsTheyWereIsNoConflict() {
        Snapshot base = shop.item();
        shop.sql("update \"item\" set \"stock\" = \"stock\"");
        assertThat(shop.item().writer()).isNotEqualTo(base.writer());
        assertThat(stock(shop.saved(Draft.of(base).with("stock", Value.of(1))))).isEqualTo(Value.of(1));
    }

    @Test
    void aTableThatIsRewrittenIsNoConflict() {
        Snapshot base = shop.item();
        shop.sql(
                "update \"item\" set \"stock\" = \"stock\"",
                "alter table \"item\" set unlogged",
                "vacuum full \"item\"");
        assertThat(stock(shop.saved(Draft.of(base).with("stock", Value.of(1))))).isEqualTo(Value.of(1));
        assertThat(shop.store().delete(shop.item())).isInstanceOf(Outcome.Deleted.class);
    }

    @Test
    void aChangeOfAnIgnoredColumnIsNoConflict() {
        shop.policy("item", new TablePolicy(LockingMode.REQUIRED, new Guard.ByDigest(), Set.of("name")));
        Snapshot base = shop.item();
        shop.sql("update \"item\" set \"name\" = 'coffee'");
        Snapshot saved = shop.saved(Draft.of(base).with("stock", Value.of(1)));
        assertThat(saved.row().get("name")).isEqualTo(Value.of("coffee"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"stock\" = 11", "\"name\" = 'coffee'"})
    void aChangeIsAConflictAndNothingIsWritten(String change) {
        Snapshot base = shop.item();
        shop.sql("update \"item\" set " + change);
        assertThat(shop.store().save(Draft.of(base).with("stock", Value.of(1)))).isInstanceOf(Outcome.Stale.class);
        DeleteOutcome deleted = shop.store().delete(base);
        assertThat(deleted).isInstanceOf(Outcome.Stale.class);
        assertThat(stock(shop.item())).isNotEqualTo(Value.of(1));
    }

    /** Both writes of the transaction have the same writer. */
    @Test
    void aHandleFromTheMiddleOfATransactionIsStaleAfterItsEnd() {
        Snapshot before = shop.item();
        List<Snapshot> middle = new ArrayList<>();
        shop.store().locked(before.key(), before.token(), LockWait.noWait(), row -> {
            row.update(Row.of("stock", Value.of(1)));
            middle.add(row.snapshot());
            return row.update(Row.of("stock", Value.of(2)));
        });
        Draft late = Draft.of(middle.getFirst()).with("stock", Value.of(50));
        assertThat(shop.store().save(late)).isInstanceOf(Outcome.Stale.class);
        assertThat(shop.store().delete(middle.getFirst())).isInstanceOf(Outcome.Stale.class);
        assertThat(stock(shop.item())).isEqualTo(Value.of(2));
    }

    /** A trigger that runs at COMMIT changes the row again in the same transaction. */
    @Test
    void whatATriggerDoesAtCommitIsNotOverwrittenUnseen() {
        shop.sql(
                "create function seen() returns trigger language plpgsql as $$ begin return null; end $$",
                "create trigger seen after update on \"item\" for each row execute function seen()");
        // Asks for the last time whether there are deferred triggers.
        RecordStore store = shop.store();
        store.save(Draft.of(shop.item()).with("stock", Value.of(7)));
        shop.sql(
                "create function later() returns trigger language plpgsql as"
                        + " $$ begin if new.\"name\" <> 'late' then update \"item\" set \"name\" = 'late'; end if;"
                        + " return null; end $$",
                "create constraint trigger later after update on \"item\" deferrable initially deferred"
                        + " for each row execute function later()");
        SaveOutcome outcome = store.save(Draft.of(shop.item()).with("stock", Value.of(1)));
        Snapshot saved = ((Outcome.Saved) outcome).snapshot();
        assertThat(saved.row().get("name")).isEqualTo(Value.of("tea"));
        assertThat(store.save(Draft.of(saved).with("name", Value.of("mine")))).isInstanceOf(Outcome.Stale.class);
    }

    @Test
    void aPartitionedTableHasItToo() {
        shop.sql(
                "create table \"part\" (\"id\" integer primary key, \"n\" integer) partition by range (\"id\")",
                "create table \"part1\" partition of \"part\" for values from (0) to (10)",
                "create table \"part2\" partition of \"part\" for values from (10) to (20)",
                "insert into \"part\" values (1, 1), (2, 2)");
        Snapshot base = shop.first("part");
        Snapshot saved = shop.saved(Draft.of(base).with("n", Value.of(5)));
        assertThat(shop.store().save(Draft.of(base).with("n", Value.of(6)))).isInstanceOf(Outcome.Stale.class);
        Snapshot moved = shop.saved(Draft.of(saved).with("id", Value.of(11)));
        assertThat(moved.row().get("n")).isEqualTo(Value.of(5));
        assertThat(shop.store().delete(moved)).isInstanceOf(Outcome.Deleted.class);
    }

    private static Value stock(Snapshot snapshot) {
        return snapshot.row().get("stock");
    }
}
