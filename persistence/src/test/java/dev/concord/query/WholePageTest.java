package dev.concord.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.catalog.Catalog;
import dev.concord.catalog.TableId;
import dev.concord.catalog.TableSummary;
import dev.concord.database.Database;
import dev.concord.query.PageRequest.Sort;
import dev.concord.record.Snapshot;
import dev.concord.record.Value;
import dev.concord.store.RecordStore;
import dev.concord.testing.Engine;
import dev.concord.testing.TestDatabase;
import dev.concord.version.Policies;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WholePageTest {
    private static final int ROWS = 25;
    private static final int LONG = 5000;

    @ParameterizedTest
    @EnumSource
    void everyRowOfEveryPageIsTheRowThatIsFoundByItsKey(Engine engine) {
        try (Database database = TestDatabase.open(engine)) {
            RecordStore store = notes(database);
            TableId table = store.catalog().tables().stream()
                    .map(TableSummary::id)
                    .findFirst()
                    .orElseThrow();
            String key = store.catalog()
                    .table(table)
                    .orElseThrow()
                    .columns()
                    .getFirst()
                    .name();
            String words =
                    store.catalog().table(table).orElseThrow().columns().get(1).name();
            // A long text cannot be compared in MariaDB, and its rows are counted off.
            for (List<Sort> order : List.of(List.<Sort>of(), List.of(new Sort(words, false)))) {
                // A list reads the same page first, and of the long texts the beginnings only.
                store.page(PageRequest.first(table, order, 10));
                List<Snapshot> all = all(store, PageRequest.first(table, order, 10));

                assertThat(all).hasSize(ROWS);
                assertThat(all.stream().map(Snapshot::key).distinct()).hasSize(ROWS);
                for (Snapshot row : all) {
                    Snapshot found = store.find(row.key()).orElseThrow();
                    assertThat(row.row()).isEqualTo(found.row());
                    assertThat(row.token()).isPresent().isEqualTo(found.token());
                    assertThat(row.writer()).isEqualTo(found.writer());
                }
                assertThat(all.getFirst().row().get(words).text()).hasSizeGreaterThan(LONG);
                assertThat(all.getFirst().row().get(key)).isEqualTo(Value.of(order.isEmpty() ? 1 : ROWS));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void aTableThatIsNotThereHasNoRows(Engine engine) {
        try (Database database = TestDatabase.open(engine)) {
            RecordStore store = new RecordStore(database, new Catalog(database), Policies.DEFAULT);

            assertThat(store.wholePage(PageRequest.first(new TableId("", "nowhere"), List.of(), 10)))
                    .isEqualTo(WholePage.EMPTY);
        }
    }

    private static RecordStore notes(Database database) {
        TestDatabase.execute(
                database, "CREATE TABLE note (n INT PRIMARY KEY, words VARCHAR(8000), picture VARCHAR(10))");
        for (int n = 1; n <= ROWS; n++) {
            TestDatabase.execute(
                    database,
                    "INSERT INTO note VALUES (" + n + ", '" + String.format("%03d", n) + "x".repeat(LONG) + "', NULL)");
        }
        return new RecordStore(database, new Catalog(database), Policies.DEFAULT);
    }

    private static List<Snapshot> all(RecordStore store, PageRequest first) {
        List<Snapshot> all = new ArrayList<>();
        Optional<PageRequest> request = Optional.of(first);
        while (request.isPresent()) {
            WholePage page = store.wholePage(request.get());
            all.addAll(page.rows());
            request = page.next().map(first::after);
        }
        return all;
    }
}
