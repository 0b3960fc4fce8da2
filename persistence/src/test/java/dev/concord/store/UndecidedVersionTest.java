package dev.concord.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.outcome.BatchOutcome;
import dev.concord.outcome.DryRunOutcome;
import dev.concord.outcome.HoldOutcome;
import dev.concord.outcome.LockOutcome;
import dev.concord.outcome.Outcome;
import dev.concord.outcome.Outcome.Refused;
import dev.concord.outcome.Outcome.Refused.Reason;
import dev.concord.outcome.RetryOutcome;
import dev.concord.record.Draft;
import dev.concord.record.Increment;
import dev.concord.record.Row;
import dev.concord.record.Snapshot;
import dev.concord.record.Value;
import dev.concord.sql.LockWait;
import dev.concord.testing.Engine;
import dev.concord.testing.LockingContract;
import dev.concord.version.Guard;
import dev.concord.version.Guard.VersionKind;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A table with a column that looks like a version is not written before somebody has decided whether saves move it. */
@LockingContract
class UndecidedVersionTest {
    private static final Refused UNDECIDED = new Refused(Reason.VERSION_UNDECIDED, "version");

    private static Shop shop(Engine engine) {
        return new Shop(
                engine,
                "create table \"note\" (\"id\" integer not null primary key, \"words\" varchar(50), \"n\" integer,"
                        + " \"version\" integer default 1 not null)",
                "insert into \"note\" values (1, 'one', 1, 1)");
    }

    @OnEveryEngine
    void everyWriteIsRefusedWithThatReason(Engine engine) {
        try (Shop shop = shop(engine)) {
            RecordStore store = shop.store();
            Snapshot base = shop.first("note");
            Draft draft = Draft.of(base).with("words", Value.of("two"));
            Draft added = Draft.newRow(base.key().table()).with("id", Value.of(2));
            Row words = Row.of("words", Value.of("two"));
            assertThat(store.save(draft)).isEqualTo(UNDECIDED);
            assertThat(store.insert(added)).isEqualTo(UNDECIDED);
            assertThat(store.delete(base)).isEqualTo(UNDECIDED);
            assertThat(store.updateIf(base.key(), base.token(), words)).isEqualTo(UNDECIDED);
            assertThat(store.deleteIf(base.key(), base.token())).isEqualTo(UNDECIDED);
            assertThat(store.increment(base.key(), Increment.of("n", 1))).isEqualTo(UNDECIDED);
            assertThat(store.touch(base.key(), base.token())).isEqualTo(UNDECIDED);
            assertThat(store.dryRun(draft)).isEqualTo(new DryRunOutcome.Fails(UNDECIDED));
            assertThat(store.locked(base.key(), base.token(), LockWait.noWait(), row -> row.update(words)))
                    .isEqualTo(new LockOutcome.Undone<>(UNDECIDED));
            assertThat(store.hold(
                            base.key(), new Reservation(Duration.ofSeconds(1), row -> {}, new CompletableFuture<>())))
                    .isEqualTo(new HoldOutcome.Ended(UNDECIDED));
            assertThat(store.retry(base.key(), row -> row.with("n", Value.of(2)), Retry.STANDARD))
                    .isInstanceOfSatisfying(RetryOutcome.NotSaved.class, not -> assertThat(not.last())
                            .isEqualTo(UNDECIDED));
            assertThat(store.saveAll(List.of(draft), BatchPolicy.SKIP_AND_REPORT)
                            .entries())
                    .containsExactly(new BatchOutcome.NotSaved(UNDECIDED));
            assertThat(store.unchecked().save(draft)).isEqualTo(UNDECIDED);
            assertThat(shop.first("note").row()).isEqualTo(base.row());
        }
    }

    static Stream<Arguments> decisions() {
        Guard.ByColumn version = new Guard.ByColumn("version", VersionKind.INTEGER);
        return Stream.of(Engine.values())
                .flatMap(engine -> Stream.of(
                        Arguments.of(engine, new Guard.ByBoth(version), 2),
                        Arguments.of(engine, version, 2),
                        Arguments.of(engine, new Guard.ByDigest(), 1)));
    }

    @ParameterizedTest
    @MethodSource("decisions")
    void onceDecidedTheSameDraftIsSavedAndTheVersionMovesAsDecided(Engine engine, Guard guard, int version) {
        try (Shop shop = shop(engine)) {
            RecordStore store = shop.store();
            Draft draft = Draft.of(shop.first("note")).with("words", Value.of("two"));
            assertThat(store.save(draft)).isEqualTo(UNDECIDED);
            store.guardBy(store.policies().withGuard(shop.id("note"), guard));
            // The draft was read under another guard: it is stale once, with the same row.
            if (store.save(draft) instanceof Outcome.Stale(Snapshot theirs)) {
                assertThat(theirs.row()).isEqualTo(draft.base().orElseThrow().row());
                assertThat(store.save(Draft.of(theirs).with("words", Value.of("two"))))
                        .isInstanceOf(Outcome.Saved.class);
            }
            Optional<Snapshot> now = store.find(draft.base().orElseThrow().key());
            assertThat(now.orElseThrow().row())
                    .isEqualTo(Row.of("id", Value.of(1))
                            .with("words", Value.of("two"))
                            .with("n", Value.of(1))
                            .with("version", Value.of(version)));
        }
    }
}
