package dev.concord.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.catalog.Column;
import dev.concord.catalog.Table;
import dev.concord.catalog.TableId;
import dev.concord.catalog.TableSummary;
import dev.concord.outcome.Outcome;
import dev.concord.query.PageRequest;
import dev.concord.record.Draft;
import dev.concord.record.RecordKey;
import dev.concord.record.Row;
import dev.concord.record.Snapshot;
import dev.concord.record.Value;
import dev.concord.testing.Engine;
import dev.concord.testing.LockingContract;
import dev.concord.testing.TestDatabase;
import java.util.List;
import java.util.Locale;

/** A row that was deleted is inserted again under its own key, also where the database numbers the rows. */
@LockingContract
class OwnKeyTest {
    @OnEveryEngine
    void aDeletedRowComesBackUnderItsOwnNumberAndTheNextRowGetsAnotherOne(Engine engine) {
        String identity =
                switch (engine) {
                    case H2, POSTGRESQL -> "integer generated always as identity primary key";
                    case MARIADB -> "integer auto_increment primary key";
                    case SQLITE -> "integer primary key autoincrement";
                };
        try (Shop shop = new Shop(engine)) {
            TestDatabase.execute(
                    shop.database(),
                    "create table numbered (id " + identity + ", n integer)",
                    "insert into numbered (n) values (1), (20), (300)");
            RecordStore store = shop.store();
            Table table = store.catalog().table(id(store)).orElseThrow();
            String key = table.columns().getFirst().name();
            String n = engine == Engine.H2 ? "N" : "n";
            Row second = store.page(PageRequest.first(table.id(), List.of(), 10))
                    .rows()
                    .get(1);
            Snapshot before = store.find(new RecordKey(table.id(), second.only(List.of(key))))
                    .orElseThrow();
            assertThat(store.delete(before)).isInstanceOf(Outcome.Deleted.class);

            Draft again = Draft.newRow(table.id());
            for (Column column : table.columns()) {
                again = again.with(column.name(), before.row().get(column.name()));
            }
            assertThat(store.insert(again)).isInstanceOfSatisfying(Outcome.Saved.class, saved -> {
                assertThat(saved.snapshot().key()).isEqualTo(before.key());
                assertThat(saved.snapshot().row()).isEqualTo(before.row());
            });
            assertThat(store.insert(Draft.newRow(table.id()).with(n, Value.of(4000))))
                    .isInstanceOfSatisfying(
                            Outcome.Saved.class,
                            saved -> assertThat(saved.snapshot().row().get(key)).isEqualTo(Value.of(4)));
        }
    }

    private static TableId id(RecordStore store) {
        return store.catalog().tables().stream()
                .map(TableSummary::id)
                .filter(table -> table.name().toLowerCase(Locale.ROOT).equals("numbered"))
                .findFirst()
                .orElseThrow();
    }
}
