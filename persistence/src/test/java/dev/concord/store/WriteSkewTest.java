package dev.concord.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.outcome.Outcome;
import dev.concord.record.Draft;
import dev.concord.record.Row;
import dev.concord.record.Snapshot;
import dev.concord.record.Value;
import dev.concord.testing.Engine;
import dev.concord.testing.LockingContract;
import dev.concord.version.Guard;
import java.util.List;

/** What no guard of single rows can guarantee. */
@LockingContract
class WriteSkewTest {

    /** One of two doctors must be on call. Each sees the other one there, and goes; the rows they change are not the same. */
    @OnEveryEngine
    void aRuleOverTwoRowsCanBeBrokenByTwoSavesThatEachAreFresh(Engine engine) {
        for (Guard guard : List.of(OnEveryGuard.COUNTER, OnEveryGuard.DIGEST)) {
            try (Shop shop = onCall(engine, guard)) {
                Draft ana = Draft.of(doctor(shop, 1)).with("on_call", Value.of(0));
                Draft bo = Draft.of(doctor(shop, 2)).with("on_call", Value.of(0));
                shop.saved(ana);
                shop.saved(bo);
                assertThat(List.of(doctor(shop, 1), doctor(shop, 2)))
                        .extracting(row -> row.row().get("on_call"))
                        .containsOnly(Value.of(0));
            }
        }
    }

    /** The solution: writes that depend on other rows change the version of one row they all share. */
    @OnEveryEngine
    void movingTheVersionOfASharedRowMakesTheSecondOneStale(Engine engine) {
        try (Shop shop = onCall(engine, OnEveryGuard.COUNTER)) {
            Snapshot ward = shop.first("ward");
            assertThat(shop.store().touch(ward.key(), ward.token())).isInstanceOf(Outcome.Saved.class);
            shop.saved(Draft.of(doctor(shop, 1)).with("on_call", Value.of(0)));
            assertThat(shop.store().touch(ward.key(), ward.token())).isInstanceOf(Outcome.Stale.class);
        }
    }

    private static Snapshot doctor(Shop shop, int id) {
        return shop.store().find(shop.key("doctor", Row.of("id", Value.of(id)))).orElseThrow();
    }

    private static Shop onCall(Engine engine, Guard guard) {
        return new Shop(
                        engine,
                        "create table \"ward\" (\"id\" integer not null primary key, \"version\" integer)",
                        "create table \"doctor\" (\"id\" integer not null primary key, \"on_call\" integer,"
                                + " \"version\" integer)",
                        "insert into \"ward\" values (1, 1)",
                        "insert into \"doctor\" values (1, 1, 1), (2, 1, 1)")
                .guardedBy("doctor", guard)
                .guardedBy("ward", OnEveryGuard.COUNTER);
    }
}
