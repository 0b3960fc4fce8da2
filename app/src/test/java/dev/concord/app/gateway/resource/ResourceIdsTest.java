package dev.concord.app.gateway.resource;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.catalog.Catalog;
import dev.concord.catalog.Table;
import dev.concord.catalog.TableId;
import dev.concord.database.Database;
import dev.concord.query.PageRequest;
import dev.concord.record.RecordKey;
import dev.concord.record.Row;
import dev.concord.record.Snapshot;
import dev.concord.record.Value;
import dev.concord.store.RecordStore;
import dev.concord.testing.Engine;
import dev.concord.testing.TestDatabase;
import dev.concord.version.Policies;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ResourceIdsTest {
    private static final String CHARACTERS = "_~.01234a b/%?#ä𝄞\\x-";

    @ParameterizedTest
    @EnumSource
    void everyRowIsFoundByItsId(Engine engine) {
        try (Database database = TestDatabase.open(engine)) {
            TestDatabase.execute(
                    database,
                    "CREATE TABLE part (shelf INT NOT NULL, label VARCHAR(40) NOT NULL, PRIMARY KEY (shelf, label))",
                    "CREATE TABLE tag (word VARCHAR(40) NOT NULL PRIMARY KEY)");
            RecordStore store = new RecordStore(database, new Catalog(database), Policies.DEFAULT);
            for (String word : List.of("a_b", "_", "~", "~1", "..", ".hidden", "", "a/b c?d#e%20", "ä", "007")) {
                TestDatabase.execute(
                        database,
                        "INSERT INTO tag VALUES ('" + word + "')",
                        "INSERT INTO part VALUES (7, '" + word + "')",
                        "INSERT INTO part VALUES (-8, '" + word + "')");
            }
            for (String name : List.of("tag", "part")) {
                Table table = table(store, name);
                ResourceIds ids = ResourceIds.of(table);
                Set<String> seen = new HashSet<>();
                for (Row row : store.page(PageRequest.first(table.id(), List.of(), 100))
                        .rows()) {
                    RecordKey key = new RecordKey(table.id(), row);
                    String id = ids.id(key);
                    assertThat(seen.add(id)).as(id).isTrue();
                    assertThat(id).isNotEmpty().doesNotStartWith(".");
                    assertThat(ids.key(id).flatMap(store::find).map(Snapshot::key))
                            .as(id)
                            .contains(key);
                }
                assertThat(seen).hasSize(name.equals("tag") ? 10 : 20);
            }
        }
    }

    @Test
    void noTwoKeysOfTextsHaveTheSameId() {
        try (Database database = TestDatabase.open(Engine.H2)) {
            RecordStore store = pairs(database);
            ResourceIds ids = ResourceIds.of(table(store, "pair"));
            Map<String, RecordKey> seen = new HashMap<>();
            Random random = new Random(4711);
            for (int i = 0; i < 20_000; i++) {
                Row row = Row.of(List.of("one", "two"), List.of(text(random), text(random)));
                RecordKey key = new RecordKey(table(store, "pair").id(), row);
                String id = ids.id(key);

                assertThat(ids.key(id)).as(id).contains(key);
                RecordKey other = seen.putIfAbsent(id, key);
                assertThat(other == null || other.equals(key)).as(id).isTrue();
            }
        }
    }

    @Test
    void anIdJoinedWithoutEscapesIsReadWhereOnlyOneDivisionFits() {
        try (Database database = TestDatabase.open(Engine.H2)) {
            RecordStore store = pairs(database);
            ResourceIds numbered = ResourceIds.of(table(store, "numbered"));
            ResourceIds pair = ResourceIds.of(table(store, "pair"));

            assertThat(numbered.key("5_a_b").map(key -> key.columns().get("label")))
                    .contains(Value.of("a_b"));
            assertThat(pair.key("a_b")).isPresent();
            assertThat(pair.key("a_b_c")).as("a and b_c, or a_b and c").isEmpty();
        }
    }

    @Test
    void aKeyMayHaveAnyNumberOfColumns() {
        try (Database database = TestDatabase.open(Engine.H2)) {
            String columns = IntStream.range(0, 16).mapToObj(n -> "c" + n).collect(Collectors.joining(", "));
            TestDatabase.execute(
                    database,
                    "CREATE TABLE wide (" + columns.replace(",", " INT,") + " INT, PRIMARY KEY (" + columns + "))");
            ResourceIds ids =
                    ResourceIds.of(table(new RecordStore(database, new Catalog(database), Policies.DEFAULT), "wide"));
            String id = "1_2_3_4_5_6_7_8_9_10_11_12_13_14_15_16";
            assertThat(ids.key(id).map(ids::id)).contains(id);
        }
    }

    @Test
    void aTextThatIsNoIdNamesNoRow() {
        try (Database database = TestDatabase.open(Engine.H2)) {
            RecordStore store = pairs(database);
            ResourceIds ids = ResourceIds.of(table(store, "numbered"));

            for (String text : List.of(
                    "",
                    "5",
                    "x_a",
                    "05_a",
                    "5,0_a",
                    "5.0_a",
                    "5_",
                    "5_~",
                    "5_~9",
                    "5_~4zz",
                    "5_~461",
                    "5_\ud800",
                    "5_a".repeat(5000))) {
                assertThat(ids.key(text)).as(text).isEmpty();
            }
        }
    }

    private static RecordStore pairs(Database database) {
        TestDatabase.execute(
                database,
                "CREATE TABLE \"pair\" (\"one\" VARCHAR(40), \"two\" VARCHAR(40), PRIMARY KEY (\"one\", \"two\"))",
                "CREATE TABLE \"numbered\" (\"n\" INT, \"label\" VARCHAR(40), PRIMARY KEY (\"n\", \"label\"))");
        return new RecordStore(database, new Catalog(database), Policies.DEFAULT);
    }

    private static Value text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int length = random.nextInt(4); length > 0; length--) {
            int[] all = CHARACTERS.codePoints().toArray();
            text.appendCodePoint(all[random.nextInt(all.length)]);
        }
        return Value.of(text.toString());
    }

    private static Table table(RecordStore store, String name) {
        TableId id = store.catalog().tables().stream()
                .map(summary -> summary.id())
                .filter(table -> table.name().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow();
        return store.catalog().table(id).orElseThrow();
    }
}
