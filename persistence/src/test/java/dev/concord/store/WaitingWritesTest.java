package dev.concord.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.outcome.Outcome;
import dev.concord.record.Snapshot;
import dev.concord.record.Value;
import dev.concord.testing.LockingContract;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * Writes that carry a token, find their row held by a transaction that has not ended, wait for it, and must then see what
 * it left. SQLite holds the whole file instead of the row, and there it is the file that is waited for.
 */
@LockingContract
class WaitingWritesTest {
    private static final String CHANGE = "update \"item\" set \"stock\" = 99, \"version\" = \"version\" + 1,"
            + " \"updated_at\" = '2026-01-02 10:00:00', \"row_version\" = '123e4567-e89b-12d3-a456-426614174001'";
    private static final String DELETION = "delete from \"item\"";
    private static final String INSERTION =
            "insert into \"item\" values (1, 'tea', 10, 1, '2026-01-01 10:00:00', '123e4567-e89b-12d3-a456-426614174000')";

    /** Locked work is not among them, because it has a wait of its own: see {@link LockWaitTest}. */
    private static final List<Write> WRITES = List.of(
            of(WriteKind.SAVE),
            of(WriteKind.UPDATE_IF),
            of(WriteKind.BATCH_SKIPPING),
            of(WriteKind.BATCH_ABORTING),
            RecordStore::delete,
            (store, base) -> store.deleteIf(base.key(), base.token()));

    /** What a person does with a row they have read. */
    private interface Write {
        Object to(RecordStore store, Snapshot base);
    }

    @OnEveryGuard
    void whoeverWaitedForAChangeIsStaleAndIsShownTheNewRow(Shop shop) throws Exception {
        afterWaiting(shop, CHANGE, OpenTransaction::commit, (_, outcome) -> {
            Snapshot now = shop.item();
            assertThat(now.row().get("stock")).isEqualTo(Value.of(99));
            assertThat(outcome).isInstanceOfSatisfying(Outcome.Stale.class, stale -> assertThat(
                            stale.theirs().row())
                    .isEqualTo(now.row()));
        });
    }

    @OnEveryGuard
    void whoeverWaitedForADeletionIsToldThatTheRowIsGone(Shop shop) throws Exception {
        afterWaiting(shop, DELETION, OpenTransaction::commit, (base, outcome) -> assertThat(outcome)
                .isEqualTo(new Outcome.Gone(base.key())));
    }

    @OnEveryGuard
    void whoeverWaitedForWhatWasThenUndoneWrites(Shop shop) throws Exception {
        afterWaiting(shop, CHANGE, OpenTransaction::rollBack, (base, outcome) -> assertThat(
                        shop.store().find(base.key()).map(now -> now.row().get("stock")))
                .as("%s", outcome)
                .isEqualTo(
                        outcome.equals(new Outcome.Deleted(base.key())) ? Optional.empty() : Optional.of(Value.of(1))));
    }

    /** Lets each kind of write wait for another transaction on the row, and checks its result. */
    private static void afterWaiting(
            Shop shop, String done, OpenTransaction.Ending ending, BiConsumer<Snapshot, Object> told) throws Exception {
        RecordStore store = shop.store();
        shop.lengthenLockTimeouts();
        for (Write write : WRITES) {
            shop.sql(DELETION, INSERTION);
            Snapshot base = shop.item();
            try (OpenTransaction theirs = new OpenTransaction(shop, done)) {
                Waiting<Object> mine = Waiting.begun(shop.database(), () -> write.to(store, base));
                ending.of(theirs);
                told.accept(base, mine.outcome());
            }
        }
    }

    private static Write of(WriteKind way) {
        return (store, base) -> way.write(store, base, 1);
    }
}
