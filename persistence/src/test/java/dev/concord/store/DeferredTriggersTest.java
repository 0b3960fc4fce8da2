package dev.concord.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.catalog.Catalog;
import dev.concord.database.Database;
import dev.concord.database.DatabaseOpener;
import dev.concord.database.DatabaseSettings;
import dev.concord.database.OpenOutcome;
import dev.concord.outcome.InsertOutcome;
import dev.concord.outcome.Outcome;
import dev.concord.outcome.SaveOutcome;
import dev.concord.record.Draft;
import dev.concord.record.Increment;
import dev.concord.record.Snapshot;
import dev.concord.record.Value;
import dev.concord.testing.Engine;
import dev.concord.testing.LockingContract;
import dev.concord.version.Policies;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What PostgreSQL's deferred triggers make of a row during COMMIT: the saved row is the one that stays. */
@LockingContract
class DeferredTriggersTest {
    private final DatabaseSettings settings = Engine.POSTGRESQL.freshDatabase();
    private final Shop shop = new Shop(
            Engine.POSTGRESQL,
            settings,
            "create table \"item\" (\"id\" integer primary key, \"name\" text, \"stock\" integer, \"seen\" integer default 0)",
            "create table \"other\" (\"id\" integer primary key, \"n\" integer)",
            "insert into \"item\" values (1, 'tea', 5, 0)",
            "insert into \"other\" values (1, 0)");

    @AfterEach
    void close() {
        shop.close();
    }

    /** Counts each change of a row in the row itself, during COMMIT. */
    private void countDuringCommit() {
        shop.sql(
                "create function counted() returns trigger language plpgsql as"
                        + " $$ begin if tg_op = 'INSERT' or new.\"seen\" = old.\"seen\" then"
                        + " update \"item\" set \"seen\" = \"seen\" + 1 where \"id\" = new.\"id\"; end if; return null; end $$",
                "create constraint trigger count after insert or update on \"item\""
                        + " deferrable initially deferred for each row execute function counted()");
    }

    @Test
    void aSavedRowIsAsTheTriggerLeavesItAndTheNextSaveIsNoConflict() {
        countDuringCommit();
        Snapshot saved = shop.saved(Draft.of(shop.item()).with("stock", Value.of(6)));
        assertThat(saved.row()).isEqualTo(shop.item().row());
        assertThat(saved.row().get("seen")).isEqualTo(Value.of(1));
        assertThat(saved.token()).isEqualTo(shop.item().token());
        Snapshot again = shop.saved(Draft.of(saved).with("stock", Value.of(7)));
        assertThat(again.row().get("seen")).isEqualTo(Value.of(2));
        SaveOutcome more = shop.store().increment(saved.key(), Increment.of("stock", 1));
        assertThat(((Outcome.Saved) more).snapshot().row())
                .isEqualTo(shop.item().row());
    }

    @Test
    void aNewRowIsAsTheTriggerLeavesIt() {
        countDuringCommit();
        Snapshot saved = shop.inserted(
                Draft.newRow(shop.id("item")).with("id", Value.of(2)).with("name", Value.of("mate")));
        assertThat(saved.row().get("seen")).isEqualTo(Value.of(1));
        shop.saved(Draft.of(saved).with("name", Value.of("maté")));
    }

    /** The trigger of this table writes to another one, whose deferred trigger writes to this one. */
    @Test
    void itIsSoAlsoWhereTheTriggerIsAnotherTables() {
        shop.sql(
                "create function forth() returns trigger language plpgsql as"
                        + " $$ begin update \"other\" set \"n\" = \"n\" + 1; return null; end $$",
                "create function back() returns trigger language plpgsql as"
                        + " $$ begin update \"item\" set \"seen\" = new.\"n\"; return null; end $$",
                "create trigger forth after update of \"stock\" on \"item\" for each row execute function forth()",
                "create constraint trigger back after update on \"other\""
                        + " deferrable initially deferred for each row execute function back()");
        Snapshot saved = shop.saved(Draft.of(shop.item()).with("stock", Value.of(6)));
        assertThat(saved.row().get("seen")).isEqualTo(Value.of(1));
        shop.saved(Draft.of(saved).with("stock", Value.of(7)));
    }

    /** Somebody writes the row between COMMIT and the second look: that is a colleague's change, and the next save meets it. */
    @Test
    void whatAColleagueWritesRightAfterCommitIsNotTakenForTheTriggers() {
        countDuringCommit();
        AtomicInteger uses = new AtomicInteger(Integer.MIN_VALUE);
        try (Database database = ((OpenOutcome.Opened) DatabaseOpener.open(settings, () -> {
                    // The save has the first connection, and the look after COMMIT the second.
                    if (uses.incrementAndGet() == 2) {
                        shop.sql("update \"item\" set \"name\" = 'theirs'");
                    }
                }))
                .database()) {
            RecordStore store = new RecordStore(database, new Catalog(database), Policies.DEFAULT);
            Snapshot base = store.find(shop.item().key()).orElseThrow();
            SaveOutcome warm = store.save(Draft.of(base).with("stock", Value.of(6)));
            uses.set(0);
            SaveOutcome outcome =
                    store.save(Draft.of(((Outcome.Saved) warm).snapshot()).with("stock", Value.of(7)));
            assertThat(uses.get()).isGreaterThanOrEqualTo(2);
            Snapshot saved = ((Outcome.Saved) outcome).snapshot();
            assertThat(saved.row().get("name")).isEqualTo(Value.of("tea"));
            assertThat(store.save(Draft.of(saved).with("name", Value.of("mine"))))
                    .isInstanceOfSatisfying(Outcome.Stale.class, stale -> assertThat(
                                    stale.theirs().row().get("name"))
                            .isEqualTo(Value.of("theirs")));
        }
    }

    /** A deferred foreign key only checks: it changes no row, and what it refuses is refused at COMMIT. */
    @Test
    void aDeferredForeignKeyIsCheckedAtCommitAndNothingIsWritten() {
        countDuringCommit();
        shop.sql("create table \"part\" (\"id\" integer primary key, \"of\" integer references \"item\""
                + " deferrable initially deferred)");
        InsertOutcome outcome = shop.store()
                .insert(Draft.newRow(shop.id("part")).with("id", Value.of(1)).with("of", Value.of(99)));
        assertThat(outcome).isInstanceOf(Outcome.Rejected.class);
    }
}
