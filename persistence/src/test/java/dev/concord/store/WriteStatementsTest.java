package dev.concord.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.record.Draft;
import dev.concord.record.RowWrite;
import dev.concord.record.Snapshot;
import dev.concord.record.StatementText;
import dev.concord.record.Value;
import dev.concord.record.VersionToken;
import dev.concord.testing.Engine;
import java.util.List;
import java.util.Locale;

/** The statements of a write as a person reads them before it is made. */
class WriteStatementsTest {

    @OnEveryEngine
    void anUpdateShowsWhatIsSetAndTheVersionItRequires(Engine engine) {
        try (Shop shop = Shop.withItems(engine, OnEveryGuard.COUNTER)) {
            Snapshot item = shop.item();
            List<StatementText> texts =
                    shop.store().statementsOf(RowWrite.of(Draft.of(item).with("name", Value.of("'; drop"))));
            assertThat(texts).singleElement().satisfies(update -> {
                assertThat(update.sql().toLowerCase(Locale.ROOT))
                        .startsWith("update ")
                        .contains(" where ");
                assertThat(update.sql()).doesNotContain("drop");
                assertThat(update.bound())
                        .containsExactly(
                                new StatementText.Bound("name", Value.of("'; drop")),
                                new StatementText.Bound("version", Value.of(2)),
                                new StatementText.Bound("id", Value.of(1)),
                                new StatementText.Bound("version", Value.of(1)));
            });
            assertThat(shop.item().row()).as("nothing is run").isEqualTo(item.row());
        }
    }

    @OnEveryGuard
    void everyWriteOfEveryGuardHasStatementsAndNoneIsRun(Shop shop) {
        Snapshot item = shop.item();
        RecordStore store = shop.store();
        boolean read = item.token().orElseThrow() instanceof VersionToken.OfColumn;
        assertThat(store.statementsOf(RowWrite.of(Draft.of(item).with("stock", Value.of(3)))))
                .hasSize(read ? 1 : 2);
        assertThat(store.statementsOf(new RowWrite.Delete(item))).hasSize(read ? 1 : 2);
        assertThat(store.statementsOf(new RowWrite.Insert(shop.newItem(9)))).hasSize(1);
        assertThat(store.statementsOf(RowWrite.of(Draft.of(item)))).isEmpty();
        assertThat(shop.item().token()).isEqualTo(item.token());
    }
}
