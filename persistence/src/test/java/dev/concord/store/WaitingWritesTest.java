package dev.concord.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.record.Snapshot;
import dev.concord.record.Value;
import dev.concord.testing.LockingContract;
import java.util.List;
import java.util.function.BiFunction;

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

    /** Locked work is not among them: it waits for as long as it is told, see {@link LockWaitTest}. */
    private static final List<Write> WRITES = List.of(
            of(Way.SAVE),
            of(Way.UPDATE_IF),
            of(Way.BATCH_SKIPPING),
            of(Way.BATCH_ABORTING),
            new Write("DELETE", RecordStore::delete),
            new Write("DELETE_IF", (store, base) -> store.deleteIf(base.key(), base.token())));

    /** What somebody does with a row he has read. */
    private record Write(String name, BiFunction<RecordStore, Snapshot, Object> on) {}

    @OnEveryGuard
    void whoeverWaitedForAChangeIsStaleAndIsShownTheNewRow(Shop shop) throws Exception {
        for (Write write : WRITES) {
            Snapshot base = freshItem(shop);
            try (OpenTransaction theirs = new OpenTransaction(shop, CHANGE)) {
                Waiting<Object> mine = begun(shop, write, base);
                theirs.commit();
                assertThat(mine.outcome())
                        .as(write.name())
                        .isInstanceOfSatisfying(Outcome.Stale.class, stale -> assertThat(
                                        stale.theirs().row())
                                .isEqualTo(shop.item().row()));
            }
            assertThat(shop.item().row().get("stock")).as(write.name()).isEqualTo(Value.of(99));
        }
    }

    @OnEveryGuard
    void whoeverWaitedForADeletionIsToldThatTheRowIsGone(Shop shop) throws Exception {
        for (Write write : WRITES) {
            Snapshot base = freshItem(shop);
            try (OpenTransaction theirs = new OpenTransaction(shop, DELETION)) {
                Waiting<Object> mine = begun(shop, write, base);
                theirs.commit();
                assertThat(mine.outcome()).as(write.name()).isEqualTo(new Outcome.Gone(base.key()));
            }
        }
    }

    @OnEveryGuard
    void whoeverWaitedForWhatWasThenUndoneWrites(Shop shop) throws Exception {
        for (Write write : WRITES) {
            Snapshot base = freshItem(shop);
            try (OpenTransaction theirs = new OpenTransaction(shop, CHANGE)) {
                Waiting<Object> mine = begun(shop, write, base);
                theirs.rollBack();
                assertThat(mine.outcome()).as(write.name()).isInstanceOfAny(Outcome.Saved.class, Outcome.Deleted.class);
            }
        }
    }

    private static Write of(Way way) {
        return new Write(way.name(), (store, base) -> way.write(store, base, 1));
    }

    private static Waiting<Object> begun(Shop shop, Write write, Snapshot base) throws Exception {
        RecordStore store = shop.store();
        return Waiting.begun(shop.database(), () -> write.on().apply(store, base));
    }

    private static Snapshot freshItem(Shop shop) {
        shop.sql(DELETION, INSERTION);
        return shop.item();
    }
}
