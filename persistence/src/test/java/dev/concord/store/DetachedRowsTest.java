package dev.concord.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.outcome.DeleteOutcome;
import dev.concord.outcome.Outcome;
import dev.concord.outcome.Outcome.Refused.Reason;
import dev.concord.outcome.SaveOutcome;
import dev.concord.record.RecordKey;
import dev.concord.record.Row;
import dev.concord.record.Snapshot;
import dev.concord.record.Value;
import dev.concord.record.VersionToken;
import dev.concord.testing.Engine;
import dev.concord.testing.LockingContract;
import dev.concord.version.Guard;
import dev.concord.version.LockingMode;
import dev.concord.version.TablePolicy;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Writes by key and token, of rows this program has not read: a token that is absent, right or wrong, by mode. */
@LockingContract
class DetachedRowsTest {
    private static final Row STOCK_THREE = Row.of("stock", Value.of(3));

    static Stream<Arguments> enginesAndGuards() {
        return Stream.of(Engine.values()).flatMap(engine -> Stream.of(OnEveryGuard.COUNTER, OnEveryGuard.DIGEST)
                .map(guard -> Arguments.of(engine, guard)));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("enginesAndGuards")
    void theRightTokenWritesWhereTokensAreChecked(Engine engine, Guard guard) {
        for (LockingMode mode : new LockingMode[] {LockingMode.OPTIONAL, LockingMode.REQUIRED}) {
            try (Shop shop = items(engine, mode, guard)) {
                Snapshot before = shop.item();
                Snapshot saved = assertSaved(shop.store().updateIf(before.key(), before.token(), STOCK_THREE));
                assertThat(saved.row().get("stock")).isEqualTo(Value.of(3));
                assertThat(saved.row().get("name")).isEqualTo(Value.of("tea"));
                assertThat(saved.token()).isNotEqualTo(before.token());
                assertThat(shop.store().deleteIf(saved.key(), saved.token()))
                        .isEqualTo(new Outcome.Deleted(saved.key()));
            }
        }
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("enginesAndGuards")
    void aWrongTokenIsStaleAndCarriesTheirsWhereTokensAreChecked(Engine engine, Guard guard) {
        for (LockingMode mode : new LockingMode[] {LockingMode.OPTIONAL, LockingMode.REQUIRED}) {
            try (Shop shop = items(engine, mode, guard)) {
                Snapshot before = shop.item();
                Snapshot theirs = assertSaved(
                        shop.store().updateIf(before.key(), before.token(), Row.of("name", Value.of("theirs"))));
                assertThat(shop.store().updateIf(before.key(), before.token(), STOCK_THREE))
                        .isInstanceOfSatisfying(
                                Outcome.Stale.class,
                                stale -> assertThat(stale.theirs().row()).isEqualTo(theirs.row()));
                assertThat(shop.store().deleteIf(before.key(), before.token())).isInstanceOf(Outcome.Stale.class);
                assertThat(shop.item().row()).isEqualTo(theirs.row());
            }
        }
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("enginesAndGuards")
    void withoutATokenOnlyRequiredRefuses(Engine engine, Guard guard) {
        for (LockingMode mode : LockingMode.values()) {
            try (Shop shop = items(engine, mode, guard)) {
                RecordKey key = shop.item().key();
                SaveOutcome updated = shop.store().updateIf(key, Optional.empty(), STOCK_THREE);
                DeleteOutcome deleted = shop.store().deleteIf(key, Optional.empty());
                if (mode == LockingMode.REQUIRED) {
                    Outcome.Refused refused = new Outcome.Refused(Reason.TOKEN_REQUIRED, "");
                    assertThat(updated).isEqualTo(refused);
                    assertThat(deleted).isEqualTo(refused);
                    assertThat(shop.item().row().get("stock")).isEqualTo(Value.of(10));
                } else {
                    assertSaved(updated);
                    assertThat(deleted).isEqualTo(new Outcome.Deleted(key));
                }
            }
        }
    }

    @OnEveryEngine
    void whereTokensAreIgnoredAWrongOneDoesNoHarm(Engine engine) {
        try (Shop shop = items(engine, LockingMode.IGNORED, OnEveryGuard.COUNTER)) {
            Optional<VersionToken> wrong = Optional.of(new VersionToken.OfColumn(Value.of(77)));
            Snapshot saved = assertSaved(shop.store().updateIf(shop.item().key(), wrong, STOCK_THREE));
            assertThat(saved.row().get("version")).isEqualTo(Value.of(2));
            assertThat(shop.store().deleteIf(saved.key(), wrong)).isInstanceOf(Outcome.Deleted.class);
        }
    }

    @OnEveryGuard
    void aRowThatIsNotThereIsGone(Shop shop) {
        RecordKey key = shop.key("item", Row.of("id", Value.of(99)));
        Optional<VersionToken> token = shop.item().token();
        assertThat(shop.store().updateIf(key, token, STOCK_THREE)).isEqualTo(new Outcome.Gone(key));
        assertThat(shop.store().deleteIf(key, token)).isEqualTo(new Outcome.Gone(key));
    }

    @OnEveryEngine
    void aVersionJumpsToFourWhenItIsGivenAndTheCheckStays(Engine engine) {
        try (Shop shop = items(engine, LockingMode.REQUIRED, OnEveryGuard.COUNTER)) {
            Snapshot before = shop.item();
            Row jump = STOCK_THREE.with("version", Value.of(4));
            Snapshot saved = assertSaved(shop.store().updateIf(before.key(), before.token(), jump));
            assertThat(saved.row().get("version")).isEqualTo(Value.of(4));
            assertThat(shop.store().updateIf(before.key(), before.token(), jump))
                    .isInstanceOf(Outcome.Stale.class);
        }
    }

    @OnEveryEngine
    void theSameVersionGivenSkipsTheBumpAndTheCheckStays(Engine engine) {
        try (Shop shop = items(engine, LockingMode.REQUIRED, OnEveryGuard.COUNTER)) {
            Snapshot before = shop.item();
            Row still = STOCK_THREE.with("version", Value.of(1));
            Snapshot saved = assertSaved(shop.store().updateIf(before.key(), before.token(), still));
            assertThat(saved.row().get("version")).isEqualTo(Value.of(1));
            assertThat(saved.row().get("stock")).isEqualTo(Value.of(3));
            shop.sql("update \"item\" set \"version\" = 2");
            assertThat(shop.store().updateIf(before.key(), before.token(), still))
                    .isInstanceOf(Outcome.Stale.class);
        }
    }

    @OnEveryGuard
    void withoutValuesNothingIsWrittenAndTheTokenIsCheckedAllTheSame(Shop shop) {
        Snapshot before = shop.item();
        assertThat(assertSaved(shop.store().updateIf(before.key(), before.token(), Row.EMPTY))
                        .row())
                .isEqualTo(before.row());
        Snapshot theirs = assertSaved(shop.store().updateIf(before.key(), before.token(), STOCK_THREE));
        assertThat(shop.store().updateIf(before.key(), before.token(), Row.EMPTY))
                .isInstanceOf(Outcome.Stale.class);
        assertThat(shop.item().row()).isEqualTo(theirs.row());
    }

    @OnEveryEngine
    void aKeyOfOtherColumnsOrAnUnknownColumnSaysThatTheTableChanged(Engine engine) {
        try (Shop shop = items(engine, LockingMode.OPTIONAL, OnEveryGuard.COUNTER)) {
            RecordKey wrong = shop.key("item", Row.of("number", Value.of(1)));
            assertThat(shop.store().updateIf(wrong, Optional.empty(), STOCK_THREE))
                    .isInstanceOf(Outcome.TableChanged.class);
            assertThat(shop.store().deleteIf(wrong, Optional.empty())).isInstanceOf(Outcome.TableChanged.class);
            assertThat(shop.store().updateIf(shop.item().key(), Optional.empty(), Row.of("colour", Value.of("red"))))
                    .isInstanceOf(Outcome.TableChanged.class);
        }
    }

    private static Shop items(Engine engine, LockingMode mode, Guard guard) {
        return Shop.withItems(engine).policy("item", new TablePolicy(mode, guard, Set.of()));
    }

    private static Snapshot assertSaved(SaveOutcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Saved.class);
        return ((Outcome.Saved) outcome).snapshot();
    }
}
