package dev.concord.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.outcome.BatchOutcome;
import dev.concord.outcome.Outcome;
import dev.concord.record.Draft;
import dev.concord.record.RecordKey;
import dev.concord.record.Row;
import dev.concord.record.Snapshot;
import dev.concord.record.Value;
import dev.concord.testing.Engine;
import dev.concord.testing.LockingContract;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Keys of many columns: a statement for many rows names each of them for every row, and databases limit how many it may name. */
@LockingContract
class WideKeysTest {

    /**
     * The most columns that a key of PostgreSQL may have; half as many as MariaDB allows, whose server ends itself (signal 11) when a row
     * is looked for by a key of 32; in SQLite, so many that a statement for as many rows as usual would be too long.
     */
    @ParameterizedTest
    @CsvSource({"H2, 100, 100", "POSTGRESQL, 32, 100", "MARIADB, 16, 100", "SQLITE, 400, 100"})
    void rowsOfTheWidestKeysAreReadAndSavedTogether(Engine engine, int columns, int rows) {
        try (Shop shop = shop(engine, columns, rows)) {
            RecordStore store = shop.store();
            List<RecordKey> keys = IntStream.range(0, rows)
                    .mapToObj(row -> shop.key("wide", key(columns, row)))
                    .toList();
            Map<RecordKey, Snapshot> found = store.findAll(shop.id("wide"), keys);
            assertThat(found).hasSize(rows);
            BatchOutcome batch = store.saveAll(
                    found.values().stream()
                            .map(base -> Draft.of(base).with("n", Value.of(7)))
                            .toList(),
                    BatchPolicy.ABORT_ALL);
            assertThat(batch.entries()).hasSize(rows).allSatisfy(entry -> assertThat(entry)
                    .isInstanceOf(BatchOutcome.Saved.class));
            Snapshot last = store.find(keys.getLast()).orElseThrow();
            assertThat(last.row().get("n")).isEqualTo(Value.of(7));
            assertThat(store.save(Draft.of(last).with("n", Value.of(8)))).isInstanceOf(Outcome.Saved.class);
        }
    }

    private static Shop shop(Engine engine, int columns, int rows) {
        String names =
                IntStream.range(0, columns).mapToObj(i -> "\"k" + i + "\"").collect(Collectors.joining(", "));
        Shop shop = new Shop(
                engine,
                "create table \"wide\" ("
                        + names.replace("\",", "\" smallint not null,")
                        + " smallint not null, \"n\" integer, primary key ("
                        + names + "))");
        shop.sql(IntStream.range(0, rows)
                .mapToObj(row -> "(" + "1, ".repeat(columns - 1) + row + ", 1)")
                .collect(Collectors.joining(", ", "insert into \"wide\" values ", "")));
        return shop;
    }

    /** Keys that differ in their last column only. */
    private static Row key(int columns, int row) {
        SequencedMap<String, Value> values = new LinkedHashMap<>();
        for (int i = 0; i < columns; i++) {
            values.put("k" + i, Value.of(i == columns - 1 ? row : 1));
        }
        return Row.of(values);
    }
}
