package dev.concord.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.catalog.TableId;
import dev.concord.outcome.Arrival;
import dev.concord.outcome.Outcome;
import dev.concord.record.Draft;
import dev.concord.record.RecordKey;
import dev.concord.record.Row;
import dev.concord.record.Snapshot;
import dev.concord.record.Value;
import dev.concord.testing.Engine;
import dev.concord.testing.LockingContract;
import java.math.BigDecimal;

/** What a database shows of a save whose program was killed before it was told what had become of it. */
@LockingContract
class ArrivalTest {
    @OnEveryGuard
    void anUpdateHasArrivedWhenTheRowHoldsItAndIsUnseenBefore(Shop shop) {
        Draft sent = Draft.of(shop.item()).with("name", Value.of("mine"));
        assertThat(shop.store().arrivalOf(sent)).isEqualTo(new Arrival.Unseen());
        Snapshot saved = shop.saved(sent);
        assertThat(shop.store().arrivalOf(sent)).isInstanceOfSatisfying(Arrival.Arrived.class, arrived -> {
            assertThat(arrived.row().row()).isEqualTo(saved.row());
            assertThat(arrived.row().token()).isEqualTo(saved.token());
        });
        shop.saved(Draft.of(saved).with("stock", Value.of(9)));
        assertThat(shop.store().arrivalOf(sent))
                .as("a colleague has changed something else since")
                .isInstanceOf(Arrival.Arrived.class);
        shop.saved(Draft.of(shop.item()).with("name", Value.of("theirs")));
        assertThat(shop.store().arrivalOf(sent))
                .as("what a colleague has changed is merged")
                .isEqualTo(new Arrival.Unseen());
    }

    @OnEveryGuard
    void anUpdateOfAKeyIsFoundUnderTheNewOne(Shop shop) {
        Draft sent = Draft.of(shop.item()).with("id", Value.of(7));
        assertThat(shop.store().arrivalOf(sent)).isEqualTo(new Arrival.Unseen());
        shop.saved(sent);
        assertThat(shop.store().arrivalOf(sent)).isInstanceOf(Arrival.Arrived.class);
    }

    /** Somebody else may have taken as much. */
    @OnEveryGuard
    void aSumIsNeverTakenForTheOneThatWasSent(Shop shop) {
        Draft sent = Draft.of(shop.item()).adding("stock", Value.of(12));
        assertThat(shop.store().arrivalOf(sent)).as("the row is as it was").isEqualTo(new Arrival.Unseen());
        shop.saved(sent);
        assertThat(shop.store().arrivalOf(sent)).isInstanceOf(Arrival.Possible.class);
    }

    @OnEveryGuard
    void aNewRowWithItsKeyHasArrivedWhenItIsThere(Shop shop) {
        Draft sent = Draft.newRow(shop.item().key().table())
                .with("id", Value.of(2))
                .with("name", Value.of("coffee"))
                .with("stock", Value.of(3));
        assertThat(shop.store().arrivalOf(sent)).isEqualTo(new Arrival.Unseen());
        assertThat(shop.store().insert(sent)).isInstanceOf(Outcome.Saved.class);
        assertThat(shop.store().arrivalOf(sent)).isInstanceOf(Arrival.Arrived.class);
        shop.saved(Draft.of(shop.store()
                        .find(new RecordKey(sent.table(), Row.of("id", Value.of(2))))
                        .orElseThrow())
                .with("stock", Value.of(1)));
        assertThat(shop.store().arrivalOf(sent))
                .as("mine and changed since, or another one")
                .isInstanceOf(Arrival.Possible.class);
    }

    @OnEveryEngine
    void aNewRowWhoseKeyTheDatabaseMakesIsFoundByItsValues(Engine engine) {
        try (Shop shop = new Shop(engine, """
                create table "note" (
                  "id" AUTOKEY,
                  "words" varchar(200),
                  "more" varchar(2000),
                  "due" date,
                  "done" boolean,
                  "count" integer,
                  "price" decimal(10, 2))""")) {
            TableId table = shop.id("note");
            Draft sent = Draft.newRow(table)
                    .with("words", Value.of("it's \"tea\", é \uD83C\uDF75"))
                    .with("more", Value.of("m".repeat(1500)))
                    .with("count", Value.of(3))
                    // The database rounds it.
                    .with("price", Value.of(new BigDecimal("1.005")));
            assertThat(shop.store().arrivalOf(sent)).isEqualTo(new Arrival.Unseen());
            assertThat(shop.store().insert(sent.with("count", Value.of(4)))).isInstanceOf(Outcome.Saved.class);
            assertThat(shop.store().arrivalOf(sent)).as("another one").isEqualTo(new Arrival.Unseen());
            Snapshot inserted = ((Outcome.Saved) shop.store().insert(sent)).snapshot();
            Snapshot twin = ((Outcome.Saved) shop.store().insert(sent)).snapshot();
            assertThat(twin.key()).isNotEqualTo(inserted.key());
            assertThat(shop.store().arrivalOf(sent))
                    .as("the one inserted last")
                    .isInstanceOfSatisfying(
                            Arrival.Possible.class,
                            possible -> assertThat(possible.row().key()).isEqualTo(twin.key()));
            assertThat(shop.store().arrivalOf(Draft.newRow(table).with("price", Value.of(new BigDecimal("7.50")))))
                    .isEqualTo(new Arrival.Unseen());
            assertThat(shop.store().arrivalOf(Draft.newRow(table))).isEqualTo(new Arrival.Unseen());
        }
    }

    @OnEveryEngine
    void nothingIsSeenWhereTheTableIsGone(Engine engine) {
        try (Shop shop = Shop.withItems(engine)) {
            Draft sent = Draft.newRow(new TableId(shop.item().key().table().schema(), "gone"))
                    .with("name", Value.of("x"));
            assertThat(shop.store().arrivalOf(sent)).isEqualTo(new Arrival.Unseen());
        }
    }
}
