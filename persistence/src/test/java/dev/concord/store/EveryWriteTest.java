package dev.concord.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.outcome.LockOutcome;
import dev.concord.outcome.Outcome;
import dev.concord.outcome.Outcome.Refused.Reason;
import dev.concord.outcome.SaveOutcome;
import dev.concord.record.Draft;
import dev.concord.record.Row;
import dev.concord.record.Snapshot;
import dev.concord.record.Value;
import dev.concord.sql.LockWait;
import dev.concord.testing.Engine;
import dev.concord.testing.LockingContract;
import dev.concord.version.Guard;
import dev.concord.version.Guard.VersionKind;
import java.math.BigDecimal;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whichever way a row is written, and whatever guards it, the promises are the same. */
@LockingContract
class EveryWriteTest {
    private static final Guard BY_DATABASE = new Guard.ByColumn("version", VersionKind.DATABASE);
    private static final Guard BY_FUNCTION = new Guard.ByFunction(
            "version",
            old -> old instanceof Value.Exact(BigDecimal number) ? Value.of(number.add(BigDecimal.TEN)) : Value.of(1));
    private static final Guard DATABASE_AND_DIGEST =
            new Guard.ByBoth(new Guard.ByColumn("version", VersionKind.DATABASE));

    static Stream<Arguments> shops() {
        return Stream.of(Engine.values())
                .flatMap(engine -> Stream.concat(
                        Stream.of(
                                        OnEveryGuard.COUNTER,
                                        OnEveryGuard.TIME,
                                        OnEveryGuard.UUID,
                                        OnEveryGuard.DIGEST,
                                        OnEveryGuard.BOTH,
                                        BY_FUNCTION)
                                .map(guard -> Shop.withItems(engine, guard)),
                        Stream.of(BY_DATABASE, DATABASE_AND_DIGEST).map(guard -> countedByTrigger(engine, guard))))
                .map(Arguments::of);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("shops")
    void aWriteReturnsTheRowAsItIsWithATokenForTheNextWrite(Shop shop) {
        Snapshot base = shop.item();
        for (WriteKind way : WriteKind.on(shop)) {
            Snapshot now = saved(way, way.write(shop.store(), base, stock(base) + 1));
            assertThat(now.row()).as("%s", way).isEqualTo(shop.item().row());
            assertThat(now.token()).as("%s", way).isEqualTo(shop.item().token()).isNotEqualTo(base.token());
            assertThat(stock(now)).as("%s", way).isEqualTo(way == WriteKind.TOUCH ? stock(base) : stock(base) + 1);
            base = now;
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("shops")
    void aWriteMakesEveryEarlierDraftStaleWhicheverWayThatComes(Shop shop) {
        for (WriteKind first : WriteKind.on(shop)) {
            Snapshot base = shop.item();
            Snapshot theirs = saved(first, first.write(shop.store(), base, stock(base) + 1));
            for (WriteKind second : WriteKind.on(shop)) {
                if (WriteKind.CHECKED.contains(second)) {
                    assertThat(second.write(shop.store(), base, 77))
                            .as("%s after %s", second, first)
                            .isInstanceOfSatisfying(Outcome.Stale.class, stale -> {
                                assertThat(stale.theirs().row()).isEqualTo(theirs.row());
                                assertThat(stale.theirs().token()).isEqualTo(theirs.token());
                            });
                }
            }
            assertThat(shop.store().delete(base)).as("deleting after %s", first).isInstanceOf(Outcome.Stale.class);
            assertThat(shop.store().deleteIf(base.key(), base.token()))
                    .as("deleting after %s", first)
                    .isInstanceOf(Outcome.Stale.class);
            assertThat(shop.item().row()).as("after %s", first).isEqualTo(theirs.row());
        }
    }

    /** A colleague who leaves the version alone is noticed by the digest, by triggers and by PostgreSQL itself. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("shops")
    void whatAColleagueWroteWithPlainSqlIsStaleForEveryWayWhereTheGuardSeesIt(Shop shop) {
        Snapshot base = shop.item();
        shop.sql("update \"item\" set \"name\" = 'by hand'");
        boolean seen = !shop.item().token().equals(base.token());
        for (WriteKind way : WriteKind.on(shop)) {
            if (seen && WriteKind.CHECKED.contains(way)) {
                assertThat(way.write(shop.store(), base, 77)).as("%s", way).isInstanceOf(Outcome.Stale.class);
            }
        }
        assertThat(shop.item().row().get("name")).isEqualTo(Value.of("by hand"));
        assertThat(seen).isEqualTo(shop.guardOf("item").byDigest() || !WriteKind.TOUCH.possibleOn(shop));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("shops")
    void touchingMovesTheVersionWhereWritersMoveIt(Shop shop) {
        Snapshot base = shop.item();
        SaveOutcome outcome = shop.store().touch(base.key(), base.token());
        if (WriteKind.TOUCH.possibleOn(shop)) {
            assertThat(outcome).isInstanceOf(Outcome.Saved.class);
        } else {
            assertThat(outcome).isEqualTo(new Outcome.Refused(Reason.NO_VERSION, ""));
            assertThat(shop.item().token()).isEqualTo(base.token());
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("shops")
    void aRightTokenDeletesAndALockedRowIsDeletedWithoutOne(Shop shop) {
        Snapshot base = shop.item();
        shop.inserted(shop.newItem(2));
        assertThat(shop.store().deleteIf(base.key(), base.token())).isEqualTo(new Outcome.Deleted(base.key()));
        Snapshot other =
                shop.store().find(shop.key("item", Row.of("id", Value.of(2)))).orElseThrow();
        assertThat(shop.store().locked(other.key(), other.token(), LockWait.noWait(), LockedRow::delete))
                .isEqualTo(new LockOutcome.Done<>(new Outcome.Deleted(other.key())));
        assertThat(shop.store().find(other.key())).isEmpty();
    }

    /** PostgreSQL gives both writes of one transaction the same xmin. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("shops")
    void aHandleFromTheMiddleOfALockedTransactionIsStaleAfterTheNextWrite(Shop shop) {
        Snapshot before = shop.item();
        SaveOutcome late =
                WriteKind.worked(shop.store().locked(before.key(), before.token(), LockWait.noWait(), row -> {
                    row.update(Row.of("stock", Value.of(1)));
                    Draft middle = Draft.of(row.snapshot()).with("stock", Value.of(50));
                    row.update(Row.of("stock", Value.of(2)));
                    return row.save(middle);
                }));
        assertThat(late).isInstanceOf(Outcome.Stale.class);
        assertThat(stock(shop.item())).isEqualTo(2);
    }

    private static Snapshot saved(WriteKind way, SaveOutcome outcome) {
        assertThat(outcome).as("%s", way).isInstanceOf(Outcome.Saved.class);
        return ((Outcome.Saved) outcome).snapshot();
    }

    private static int stock(Snapshot snapshot) {
        return ((Value.Exact) snapshot.row().get("stock")).number().intValueExact();
    }

    private static Shop countedByTrigger(Engine engine, Guard guard) {
        Shop shop = new Shop(
                engine,
                "create table \"item\" (\"id\" integer not null primary key, \"name\" varchar(100),"
                        + " \"stock\" integer, \"version\" integer default 1 not null)",
                "insert into \"item\" values (1, 'tea', 10, 1)");
        shop.sql(CountingTrigger.on("item", engine));
        return shop.guardedBy("item", guard);
    }
}
