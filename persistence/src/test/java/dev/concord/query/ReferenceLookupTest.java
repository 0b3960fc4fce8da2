package dev.concord.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.catalog.ForeignKey;
import dev.concord.database.DatabaseSettings;
import dev.concord.database.Secret;
import dev.concord.record.RecordKey;
import dev.concord.record.Row;
import dev.concord.record.Value;
import dev.concord.store.OnEveryEngine;
import dev.concord.store.Shop;
import dev.concord.testing.Engine;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Foreign keys as labels, and what else there is to choose. */
class ReferenceLookupTest {

    @OnEveryEngine
    void aReferenceIsShownByTheNameOfWhatItRefersTo(Engine engine) {
        try (Shop shop = shop(engine)) {
            Row tea = Row.of("id", Value.of(7)).with("supplier_id", Value.of(1));
            Row nameless = Row.of("supplier_id", Value.of(2));
            Row nobody = Row.of("supplier_id", Value.of(88));
            Row none = Row.of("supplier_id", Value.ofNull());
            Map<Row, ReferencedRow> found =
                    shop.store().references().look(supplier(shop), List.of(tea, nameless, nobody, none, tea));
            assertThat(found)
                    .containsOnly(
                            Map.entry(
                                    tea, new ReferencedRow(Row.of("supplier_id", Value.of(1)), "Leaf and Sons", true)),
                            Map.entry(nameless, new ReferencedRow(nameless, "", true)),
                            Map.entry(nobody, new ReferencedRow(nobody, "", false)));
        }
    }

    @OnEveryEngine
    void aKeyOfTwoColumnsIsOneReferenceAndWithoutOneOfThemNone(Engine engine) {
        try (Shop shop = shop(engine)) {
            Row north = shelf("N", Value.of(1));
            Row south = shelf("S", Value.of(1));
            Row crossed = shelf("S", Value.of(2));
            Row half = shelf("N", Value.ofNull());
            Map<Row, ReferencedRow> found =
                    shop.store().references().look(shelfOf(shop), List.of(north, south, crossed, half));
            assertThat(found).containsOnlyKeys(north, south, crossed);
            assertThat(found.get(north)).isEqualTo(new ReferencedRow(north, "By the door", true));
            assertThat(found.get(south)).isEqualTo(new ReferencedRow(south, "By the window", true));
            assertThat(found.get(crossed)).isEqualTo(new ReferencedRow(crossed, "", false));
        }
    }

    @OnEveryEngine
    void aHundredReferencesAreToldApart(Engine engine) {
        try (Shop shop = shop(engine)) {
            List<Row> references = new ArrayList<>();
            for (int i = 100; i < 200; i++) {
                shop.sql("insert into \"supplier\" values (" + i + ", null, 'No. " + i + "')");
                references.add(Row.of("supplier_id", Value.of(i)));
            }
            Map<Row, ReferencedRow> found = shop.store().references().look(supplier(shop), references);
            assertThat(references).allSatisfy(reference -> assertThat(found)
                    .containsEntry(
                            reference,
                            new ReferencedRow(
                                    reference,
                                    "No. " + reference.get("supplier_id").text(),
                                    true)));
        }
    }

    @OnEveryEngine
    void whatIsTypedIsFoundInKeysAndNamesWhateverItsCase(Engine engine) {
        try (Shop shop = shop(engine)) {
            assertThat(labels(shop, "LEAF", 10)).containsExactly("Leaf and Sons", "Leaflet");
            assertThat(labels(shop, "leaf", 1)).hasSize(1);
            assertThat(labels(shop, "no such", 10)).isEmpty();
            assertThat(keys(shop, "", 10)).containsExactly(4, 1, 3, 2);
            assertThat(keys(shop, "", 2)).as("the first by key").containsExactly(1, 2);
        }
    }

    /** Whoever types all of a name finds it, however many other names contain it. */
    @OnEveryEngine
    void whatIsCalledSoIsFoundAmongManyThatContainIt(Engine engine) {
        try (Shop shop = shop(engine)) {
            String rows = IntStream.range(100, 400)
                    .mapToObj(id -> "(" + id + ", null, '" + (id < 250 ? "Goldsmith " : "Smithson ") + id + "')")
                    .collect(Collectors.joining(", "));
            shop.sql(
                    "insert into \"supplier\" values " + rows,
                    "insert into \"supplier\" values (900, null, 'Smithy'), (901, null, 'SMITH')");
            assertThat(keys(shop, "smith", 20)).hasSize(20);
            List<ReferencedRow> closest = shop.store().references().closest(supplier(shop), "smith", 20);
            assertThat(closest)
                    .hasSize(20)
                    .allMatch(row -> row.label().toLowerCase(Locale.ROOT).startsWith("smith"))
                    .first()
                    .extracting(ReferencedRow::label)
                    .isEqualTo("SMITH");
            assertThat(shop.store().references().closest(supplier(shop), "oldsmith", 20))
                    .isEmpty();
            assertThat(keys(shop, "smithy", 20)).containsExactly(900);
        }
    }

    @OnEveryEngine
    void theKeyIsFoundAmongAllThatContainIt(Engine engine) {
        try (Shop shop = shop(engine)) {
            String rows = IntStream.range(100, 400)
                    .mapToObj(id -> "(" + id + ", null, 'No. 7 of " + id + "')")
                    .collect(Collectors.joining(", "));
            shop.sql("insert into \"supplier\" values " + rows, "insert into \"supplier\" values (7, null, 'Zoe')");
            assertThat(keys(shop, "7", 5)).hasSize(5).startsWith(7);
        }
    }

    @OnEveryEngine
    void theKeyTypedComesBeforeKeysAndNamesThatContainIt(Engine engine) {
        try (Shop shop = shop(engine)) {
            shop.sql("insert into \"supplier\" values (14, null, 'A first')");
            assertThat(keys(shop, "4", 10)).containsExactly(4, 14);
            assertThat(keys(shop, "1", 10))
                    .as("then by name: 100 percent, A first")
                    .containsExactly(1, 4, 14);
        }
    }

    @OnEveryEngine
    void percentAndUnderscoreAreLettersLikeOthers(Engine engine) {
        try (Shop shop = shop(engine)) {
            assertThat(labels(shop, "100%", 10)).containsExactly("100% !_Organic\\");
            assertThat(labels(shop, "%", 10)).containsExactly("100% !_Organic\\");
            assertThat(labels(shop, "!_o", 10)).containsExactly("100% !_Organic\\");
            assertThat(labels(shop, "\\", 10)).containsExactly("100% !_Organic\\");
            assertThat(labels(shop, "' or 1=1 --", 10)).isEmpty();
        }
    }

    @OnEveryEngine
    void aChosenRecordCarriesTheReferringColumnsValues(Engine engine) {
        try (Shop shop = shop(engine)) {
            assertThat(shop.store().references().search(shelfOf(shop), "window", _ -> Optional.empty(), 10))
                    .containsExactly(new ReferencedRow(shelf("S", Value.of(1)), "By the window", true));
        }
    }

    @OnEveryEngine
    void theRecordReferredToIsFoundByItsOwnKey(Engine engine) {
        try (Shop shop = new Shop(
                engine,
                "create table \"person\" (\"id\" integer not null primary key, \"badge\" varchar(20) not null unique)",
                "create table \"visit\" (\"id\" integer not null primary key, \"badge\" varchar(20),"
                        + " foreign key (\"badge\") references \"person\" (\"badge\"))",
                "insert into \"person\" values (7, 'A-1')")) {
            ForeignKey badge = shop.table("visit").foreignKeys().getFirst();
            ReferenceLookup references = shop.store().references();
            assertThat(references.record(badge, Row.of("badge", Value.of("A-1"))))
                    .contains(new RecordKey(shop.table("person").id(), Row.of("id", Value.of(7))));
            assertThat(references.record(badge, Row.of("badge", Value.of("B-2"))))
                    .isEmpty();
            assertThat(references.record(badge, Row.of("badge", Value.ofNull())))
                    .isEmpty();
        }
    }

    @OnEveryEngine
    void manyNamesAreFoundAtOnceEachByAllOfIt(Engine engine) {
        try (Shop shop = shop(engine)) {
            shop.sql(
                    "insert into \"supplier\" values (5, 'LEAF', 'Leaf and Sons'), (6, 'leaflet', null), (7, 'Z', 'Müller')");
            Map<String, List<ReferencedRow>> found = shop.store()
                    .references()
                    .named(
                            supplier(shop),
                            List.of("leaflet", " leaf and SONS ", "Leaf", "leaf", "leafl", "Muller", "100%", "", "z"));
            assertThat(numbers(found, "leaflet")).containsExactlyInAnyOrder(3, 6);
            assertThat(numbers(found, " leaf and SONS ")).containsExactlyInAnyOrder(1, 5);
            assertThat(numbers(found, "Leaf")).containsExactly(5);
            assertThat(numbers(found, "leaf")).containsExactly(5);
            assertThat(found.get("z"))
                    .containsExactly(new ReferencedRow(Row.of("supplier_id", Value.of(7)), "Müller", true));
            assertThat(found).doesNotContainKeys("leafl", "Muller", "100%");
        }
    }

    @OnEveryEngine
    void aNameOfThousandsIsSeveralAndHidesNoOther(Engine engine) {
        try (Shop shop = shop(engine)) {
            String rows = IntStream.range(100, 2_600)
                    .mapToObj(id -> "(" + id + ", null, 'Smith')")
                    .collect(Collectors.joining(", "));
            shop.sql("insert into \"supplier\" values " + rows, "insert into \"supplier\" values (9000, null, 'Zoe')");
            Map<String, List<ReferencedRow>> found =
                    shop.store().references().named(supplier(shop), List.of("Smith", "Zoe"));
            assertThat(found.get("Smith")).hasSize(2);
            assertThat(numbers(found, "Zoe")).containsExactly(9000);
        }
    }

    private static List<Integer> numbers(Map<String, List<ReferencedRow>> found, String name) {
        return found.getOrDefault(name, List.of()).stream()
                .map(row -> Integer.valueOf(row.key().get("supplier_id").text()))
                .toList();
    }

    /** MariaDB takes them for the same, so it would be wrong to say that one of them does not exist. */
    @Test
    void theDatabaseSaysWhetherTwoKeysAreTheSame() {
        try (Shop shop = new Shop(
                Engine.MARIADB,
                "create table country (code varchar(2) primary key, name varchar(20))",
                "create table town (id integer primary key, code varchar(2), foreign key (code) references country (code))",
                "insert into country values ('DE', 'Germany')",
                "insert into town values (1, 'de')")) {
            Row town = shop.first("town").row();
            ForeignKey key = shop.table("town").foreignKeys().getFirst();
            assertThat(shop.store().references().look(key, List.of(town)).get(town))
                    .isEqualTo(new ReferencedRow(Row.of("code", Value.of("de")), "Germany", true));
        }
    }

    @Test
    void aTableOneMayNotReadTellsNothingAndDisturbsNobody() {
        DatabaseSettings owners = Engine.POSTGRESQL.freshDatabase();
        String clerk = "clerk_of" + owners.address().replaceAll(".*/", "_");
        try (Shop owner = new Shop(
                        Engine.POSTGRESQL,
                        owners,
                        "create table supplier (id integer primary key, name text)",
                        "create table product (id integer primary key, supplier_id integer references supplier)",
                        "create role " + clerk + " login password 'right'",
                        "grant select on product to " + clerk);
                Shop clerks = new Shop(
                        Engine.POSTGRESQL, new DatabaseSettings(owners.address(), clerk, new Secret("right"), false))) {
            ForeignKey key = clerks.table("product").foreignKeys().getFirst();
            ReferenceLookup references = clerks.store().references();
            assertThat(references.look(key, List.of(Row.of("supplier_id", Value.of(1)))))
                    .isEmpty();
            assertThat(references.search(key, "", _ -> Optional.empty(), 10)).isEmpty();
            assertThat(references.named(key, List.of("Leaf"))).isEmpty();
            owner.sql("drop owned by " + clerk, "drop role " + clerk);
        }
    }

    private static Optional<Value> number(String text) {
        return text.matches("[0-9]+") ? Optional.of(Value.of(Integer.parseInt(text))) : Optional.empty();
    }

    private static List<String> labels(Shop shop, String text, int most) {
        return shop.store().references().search(supplier(shop), text, _ -> number(text), most).stream()
                .map(ReferencedRow::label)
                .toList();
    }

    private static List<Integer> keys(Shop shop, String text, int most) {
        return shop.store().references().search(supplier(shop), text, _ -> number(text), most).stream()
                .map(found -> Integer.valueOf(found.key().get("supplier_id").text()))
                .toList();
    }

    private static Row shelf(String hall, Value number) {
        return Row.of("hall", Value.of(hall)).with("shelf", number);
    }

    private static ForeignKey supplier(Shop shop) {
        return reference(shop, "supplier");
    }

    private static ForeignKey shelfOf(Shop shop) {
        return reference(shop, "shelf");
    }

    private static ForeignKey reference(Shop shop, String target) {
        return shop.table("product").foreignKeys().stream()
                .filter(key -> key.target().name().equals(target))
                .findFirst()
                .orElseThrow();
    }

    private static Shop shop(Engine engine) {
        return new Shop(
                engine,
                "create table \"supplier\" (\"id\" integer not null primary key, \"code\" varchar(20),"
                        + " \"name\" varchar(400))",
                "create table \"shelf\" (\"hall\" varchar(3) not null, \"number\" integer not null,"
                        + " \"place\" varchar(40), primary key (\"hall\", \"number\"))",
                "create table \"product\" (\"id\" integer not null primary key, \"supplier_id\" integer,"
                        + " \"hall\" varchar(3), \"shelf\" integer,"
                        + " foreign key (\"supplier_id\") references \"supplier\" (\"id\"),"
                        + " foreign key (\"hall\", \"shelf\") references \"shelf\" (\"hall\", \"number\"))",
                "insert into \"supplier\" values (1, '', 'Leaf and Sons'), (2, null, null), (3, null, 'Leaflet'),"
                        + " (4, null, '100% !_Organic" + (engine == Engine.MARIADB ? "\\\\" : "\\") + "')",
                "insert into \"shelf\" values ('N', 1, 'By the door'), ('S', 1, 'By the window')");
    }
}
