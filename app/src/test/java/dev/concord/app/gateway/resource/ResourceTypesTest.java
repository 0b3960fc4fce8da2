package dev.concord.app.gateway.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.concord.app.gateway.resource.Relationship.Cardinality;
import dev.concord.catalog.Catalog;
import dev.concord.catalog.TableId;
import dev.concord.database.Database;
import dev.concord.query.PageRequest;
import dev.concord.record.RecordKey;
import dev.concord.record.Snapshot;
import dev.concord.store.RecordStore;
import dev.concord.testing.Engine;
import dev.concord.testing.TestDatabase;
import dev.concord.version.LockingInput;
import dev.concord.version.LockingSettings;
import dev.concord.version.Policies;
import dev.concord.version.RowDigest;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ResourceTypesTest {
    private static final JsonMapper JSON = new JsonMapper();

    @ParameterizedTest
    @EnumSource
    void foreignKeysAreRelationshipsBothWays(Engine engine) {
        try (Database database = TestDatabase.open(engine)) {
            RecordStore store = staff(database);
            ResourceTypes types = ResourceTypes.of(store);
            ResourceType person = types.find(own(engine, "person")).orElseThrow();
            ResourceType task = types.find(own(engine, "task")).orElseThrow();

            assertThat(person.relationships())
                    .extracting(Relationship::name, Relationship::cardinality)
                    .containsExactlyInAnyOrder(
                            tuple(own(engine, "person"), Cardinality.ONE),
                            tuple(own(engine, "person") + "List", Cardinality.MANY),
                            tuple(own(engine, "task") + "List-by-" + own(engine, "done_by"), Cardinality.MANY),
                            tuple(own(engine, "task") + "List-by-" + own(engine, "asked_by"), Cardinality.MANY));
            assertThat(task.relationships())
                    .extracting(Relationship::name)
                    .containsExactlyInAnyOrder(
                            own(engine, "person") + "-by-" + own(engine, "done_by"),
                            own(engine, "person") + "-by-" + own(engine, "asked_by"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aResourceHasIdAttributesLinkageAndTheChecksumOfTheWholeRow(Engine engine) {
        try (Database database = TestDatabase.open(engine)) {
            RecordStore store = staff(database);
            ResourceType task =
                    ResourceTypes.of(store).find(own(engine, "task")).orElseThrow();
            Snapshot row = onlyRow(store, task);
            String checksum = RowDigest.of(task.table(), row.row(), Set.of()).hex();

            JsonNode written = written(new ResourceWriter(task, new Addresses("http://h")), row);
            assertThat(written.at("/id").asText()).isEqualTo("7");
            assertThat(written.at("/attributes/" + own(engine, "title")).asText())
                    .isEqualTo("Paint");
            assertThat(written.at("/attributes/S_CheckSum").asText())
                    .isEqualTo(checksum)
                    .matches("[0-9a-f]{64}");
            assertThat(written.at("/meta/etag").asText()).isEqualTo('"' + checksum + '"');
            String asked = own(engine, "person") + "-by-" + own(engine, "asked_by");
            assertThat(written.at("/relationships/" + asked + "/data/id").asText())
                    .isEqualTo("1");
            assertThat(written.at("/relationships/" + own(engine, "person") + "-by-" + own(engine, "done_by") + "/data")
                            .isNull())
                    .isTrue();
            assertThat(written.at("/links/self").asText()).isEqualTo("http://h/api/" + own(engine, "task") + "/7");

            JsonNode sparse = written(
                    new ResourceWriter(task, new Addresses(""), Optional.of(Set.of("S_CheckSum")), RelatedKeys.OF_ROW),
                    row);
            assertThat(sparse.at("/attributes").properties()).hasSize(1);
            assertThat(sparse.at("/attributes/S_CheckSum").asText()).isEqualTo(checksum);
            assertThat(sparse.has("relationships")).isFalse();
        }
    }

    @Test
    void namesThatJsonApiReservesOrForbidsAreReplaced() {
        try (Database database = TestDatabase.open(Engine.H2)) {
            TestDatabase.execute(database, """
                    CREATE TABLE "odd$table" ("id" INT PRIMARY KEY, "type" INT, "links" INT, "a b" INT, "a$b" INT,
                        "a-b" INT, "_c" INT, "S_CheckSum" INT, "größe" INT, "." INT)""");
            ResourceTypes types = ResourceTypes.of(store(database, Policies.DEFAULT));

            assertThat(types.find("odd-table").orElseThrow().attributes())
                    .extracting(Attribute::name)
                    .containsExactly(
                            "type-column",
                            "links-column",
                            "a b",
                            "a-b-2",
                            "a-b",
                            "x_c",
                            "S_CheckSum-column",
                            "größe",
                            "x-x");
        }
    }

    private static ResourceTypes itemsOfTwoSchemasAnd(String another, Database database) {
        TestDatabase.execute(database, "CREATE SCHEMA sales");
        for (String table : List.of("item", "sales.item", another)) {
            TestDatabase.execute(database, "CREATE TABLE " + table + " (n INT PRIMARY KEY)");
        }
        return ResourceTypes.of(store(database, Policies.DEFAULT));
    }

    @Test
    void aTableNameOfTwoSchemasHasItsSchemaBeforeIt() {
        try (Database database = TestDatabase.open(Engine.POSTGRESQL)) {
            ResourceTypes types = itemsOfTwoSchemasAnd("sales.offer", database);

            assertThat(types.all())
                    .extracting(ResourceType::name)
                    .containsExactlyInAnyOrder("public-item", "sales-item", "offer");
            assertThat(types.find("item")).isEmpty();
        }
    }

    @Test
    void aNameMadeOfSchemaAndTableIsNoOtherTables() {
        try (Database database = TestDatabase.open(Engine.POSTGRESQL)) {
            ResourceTypes types = itemsOfTwoSchemasAnd("\"sales-item\"", database);

            assertThat(types.all())
                    .extracting(ResourceType::name, type -> type.table().id().qualifiedName())
                    .containsExactlyInAnyOrder(
                            tuple("public-item", "public.item"),
                            tuple("sales-item", "public.sales-item"),
                            tuple("sales-item-table", "sales.item"));
        }
    }

    @Test
    void aTableThatWasMovedToAnotherSchemaIsFoundByItsName() {
        try (Database database = TestDatabase.open(Engine.POSTGRESQL)) {
            TestDatabase.execute(database, "CREATE SCHEMA sales", "CREATE TABLE item (n INT PRIMARY KEY)");
            RecordStore store = store(database, Policies.DEFAULT);
            ResourceTypes types = ResourceTypes.of(store);
            TableId before = types.find("item").orElseThrow().table().id();
            TestDatabase.execute(database, "ALTER TABLE item SET SCHEMA sales");

            store.catalog().forget(before);

            assertThat(types.find("item").map(type -> type.table().id().schema()))
                    .contains("sales");
        }
    }

    @ParameterizedTest
    @EnumSource
    void rowsOfViewsAndTablesWithoutAKeyHaveNoAddresses(Engine engine) {
        try (Database database = TestDatabase.open(engine)) {
            RecordStore store = staff(database);
            TestDatabase.execute(
                    database, "CREATE TABLE note (words VARCHAR(20))", "CREATE VIEW names AS SELECT name FROM person");

            assertThat(ResourceTypes.of(store).all())
                    .extracting(ResourceType::name, ResourceType::addressable)
                    .containsExactlyInAnyOrder(
                            tuple(own(engine, "person"), true),
                            tuple(own(engine, "task"), true),
                            tuple(own(engine, "note"), false),
                            tuple(own(engine, "names"), false));
        }
    }

    @Test
    void aTableMadeLaterIsFoundAndAColumnAddedLaterIsAnAttribute() {
        try (Database database = TestDatabase.open(Engine.H2)) {
            RecordStore store = store(database, Policies.DEFAULT);
            ResourceTypes types = ResourceTypes.of(store);
            assertThat(types.find("LATER")).isEmpty();
            TestDatabase.execute(database, "CREATE TABLE later (n INT PRIMARY KEY)");
            ResourceType before = types.find("LATER").orElseThrow();
            TestDatabase.execute(database, "ALTER TABLE later ADD extra INT");

            store.catalog().forget(before.table().id());

            assertThat(types.find("LATER").orElseThrow().attribute("EXTRA")).isPresent();
        }
    }

    @Test
    void inModeIgnoredThereIsNoChecksumAttribute() {
        try (Database database = TestDatabase.open(Engine.H2)) {
            staff(database);
            LockingSettings ignored = ((LockingSettings.Resolved) LockingSettings.resolve(
                            LockingInput.ofEnvironment(Map.of("OPT_LOCKING", "ignored", "OPT_LOCKING_ATTR", "proof"))))
                    .settings();
            RecordStore store = store(database, Policies.DEFAULT.withModes(ignored));
            ResourceType task = ResourceTypes.of(store).find("TASK").orElseThrow();

            JsonNode written = written(new ResourceWriter(task, new Addresses("")), onlyRow(store, task));

            assertThat(written.at("/attributes").has("proof")).isFalse();
            assertThat(written.at("/meta/etag").asText()).matches("\"[0-9a-f]{64}\"");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aColumnThatIsIgnoredDoesNotMoveTheTagWhichThenDoesNotProveTheContent(Engine engine) {
        try (Database database = TestDatabase.open(engine)) {
            RecordStore plain = staff(database);
            ResourceType whole =
                    ResourceTypes.of(plain).find(own(engine, "task")).orElseThrow();
            RecordStore store =
                    store(database, Policies.DEFAULT.withIgnored(whole.table().id(), Set.of(own(engine, "title"))));
            ResourceType task =
                    ResourceTypes.of(store).find(own(engine, "task")).orElseThrow();
            String before = task.tags().etag(onlyRow(store, task));
            String wholeBefore = whole.tags().etag(onlyRow(plain, whole));

            TestDatabase.execute(database, "UPDATE task SET title = 'Draw'");

            assertThat(task.tags().etag(onlyRow(store, task))).isEqualTo(before);
            assertThat(task.tags().proveContent()).isFalse();
            assertThat(whole.tags().etag(onlyRow(plain, whole))).isNotEqualTo(wholeBefore);
            assertThat(whole.tags().proveContent()).isTrue();
        }
    }

    private static RecordStore staff(Database database) {
        TestDatabase.execute(
                database,
                "CREATE TABLE person (n INT PRIMARY KEY, name VARCHAR(40), boss INT REFERENCES person (n))",
                """
                CREATE TABLE task (n INT PRIMARY KEY, title VARCHAR(40), done_by INT, asked_by INT,
                    FOREIGN KEY (done_by) REFERENCES person (n), FOREIGN KEY (asked_by) REFERENCES person (n))""",
                "INSERT INTO person VALUES (1, 'Ana', NULL)",
                "INSERT INTO task VALUES (7, 'Paint', NULL, 1)");
        return store(database, Policies.DEFAULT);
    }

    private static RecordStore store(Database database, Policies policies) {
        return new RecordStore(database, new Catalog(database), policies);
    }

    /** H2 keeps names without quotation marks in capitals. */
    private static String own(Engine engine, String name) {
        return engine == Engine.H2 ? name.toUpperCase(Locale.ROOT) : name;
    }

    private static Snapshot onlyRow(RecordStore store, ResourceType type) {
        var row = store.page(PageRequest.first(type.table().id(), List.of(), 1))
                .rows()
                .getFirst();
        var key = type.table().rowKey().orElseThrow().columns();
        return store.find(new RecordKey(type.table().id(), row.only(key))).orElseThrow();
    }

    private static JsonNode written(ResourceWriter writer, Snapshot row) {
        StringWriter text = new StringWriter();
        try (JsonGenerator out = JSON.createGenerator(text)) {
            writer.write(row, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        try {
            return JSON.readTree(text.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
