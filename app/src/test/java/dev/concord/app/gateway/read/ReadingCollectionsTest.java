package dev.concord.app.gateway.read;

import static dev.concord.app.gateway.read.Northwind.ids;
import static dev.concord.app.gateway.read.Northwind.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.concord.app.gateway.http.Answer;
import dev.concord.app.gateway.http.Content;
import dev.concord.testing.Engine;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Collections: their order, filters and pages. */
class ReadingCollectionsTest {
    private static final int MANY = 250;

    @ParameterizedTest
    @EnumSource
    void rowsAreSortedByAnyAttributes(Engine engine) {
        try (Northwind shop = new Northwind(engine)) {
            assertThat(sorted(shop, "ProductName")).containsExactly("3", "1", "2");
            assertThat(sorted(shop, "-CategoryId,ProductName")).containsExactly("3", "1", "2");
            assertThat(sorted(shop, "CategoryId,-UnitPrice")).containsExactly("2", "1", "3");
            assertThat(sorted(shop, "-Added")).as("none comes last").containsExactly("2", "1", "3");
            assertThat(sorted(shop, "Added")).containsExactly("1", "2", "3");
            assertThat(sorted(shop, "-id")).containsExactly("3", "2", "1");
        }
    }

    private static List<String> sorted(Northwind shop, String sort) {
        return sorted(shop, "Product", sort);
    }

    private static List<String> sorted(Northwind shop, String type, String sort) {
        return ids(shop.document("/api/" + type + "?sort=" + sort).path("data"));
    }

    @ParameterizedTest
    @EnumSource
    void rowsAreFilteredByTheConditionsOfTheGrid(Engine engine) {
        try (Northwind shop = new Northwind(engine)) {
            assertThat(filtered(shop, "filter[ProductName]=cha")).containsExactly("1", "2");
            assertThat(filtered(shop, "filter[ProductName]==Chai")).containsExactly("1");
            assertThat(filtered(shop, "filter[ProductName]=an*")).containsExactly("3");
            assertThat(filtered(shop, "filter[UnitPrice]=10..18.5")).containsExactly("1", "3");
            assertThat(filtered(shop, "filter[UnitPrice]=%3E%3D18&filter[ProductName]=chang"))
                    .containsExactly("2");
            assertThat(filtered(shop, "filter[UnitPrice]=%3C19&filter[UnitPrice]=%3E10"))
                    .containsExactly("1");
            assertThat(filtered(shop, "filter[Added]=null")).containsExactly("3");
            assertThat(filtered(shop, "filter[Added]=not null")).containsExactly("1", "2");
            assertThat(filtered(shop, "filter[CategoryId]=condim"))
                    .as("the category's name")
                    .containsExactly("3");
            assertThat(filtered(shop, "filter[id]=1; 3")).containsExactly("1", "3");
            if (engine != Engine.SQLITE) {
                assertThat(filtered(shop, "filter[Added]=2026-02")).containsExactly("2");
            }
        }
    }

    private static List<String> filtered(Northwind shop, String filter) {
        JsonNode document = shop.document("/api/Product?" + filter);
        assertThat(document.at("/meta/total").asInt())
                .isEqualTo(document.path("data").size());
        return ids(document.path("data"));
    }

    @ParameterizedTest
    @EnumSource
    void rowsThatAreInsertedBeforeAPageAreReachedFromIt(Engine engine) {
        try (Northwind shop = new Northwind(engine)) {
            steps(shop, "(10), (11), (12), (13)");
            JsonNode second = follow(shop, shop.document("/api/step?page[limit]=2"), "next");
            shop.sql("insert into \"step\" values (1), (2), (3)");
            List<String> before = new ArrayList<>();
            JsonNode page = second;
            while (!page.at("/links/prev").isNull()) {
                page = follow(shop, page, "prev");
                before.addAll(0, ids(page.path("data")));
            }
            assertThat(before).containsExactly("1", "2", "3", "10", "11");
        }
    }

    @ParameterizedTest
    @EnumSource
    void beforeTheFirstRowIsAnEmptyPageThatLeadsToIt(Engine engine) {
        try (Northwind shop = new Northwind(engine)) {
            steps(shop, "(1), (2)");
            JsonNode second = follow(shop, shop.document("/api/step?page[limit]=1&include="), "next");
            shop.sql("delete from \"step\" where \"id\" = 1");
            JsonNode none = assertTimeoutPreemptively(Duration.ofSeconds(20), () -> follow(shop, second, "prev"));
            assertThat(none.path("data")).isEmpty();
            assertThat(none.at("/links/prev").isNull()).isTrue();
            assertThat(ids(follow(shop, none, "next").path("data"))).containsExactly("2");
        }
    }

    @Test
    void placesBesideValuesOfOtherTypesAreFoundAgain() {
        try (Northwind shop = new Northwind(Engine.SQLITE)) {
            shop.sql(
                    "create table \"odd\" (\"id\" integer primary key, \"n\" integer, \"d\" date, \"b\" boolean)",
                    "insert into \"odd\" values (1, 'text', 'never', 'perhaps'), (2, 'word', 20000101, 1),"
                            + " (3, 7, '2000-01-01', 0), (4, 'z', 1.5, 'x')");
            for (String sort : List.of("n", "d", "b", "-n", "-d", "-b")) {
                JsonNode page = shop.document("/api/odd?page[limit]=1&sort=" + sort);
                List<String> read = new ArrayList<>(ids(page.path("data")));
                while (!page.at("/links/next").isNull()) {
                    page = follow(shop, page, "next");
                    read.addAll(ids(page.path("data")));
                }
                assertThat(read).as(sort).isEqualTo(sorted(shop, "odd", sort));
            }
        }
    }

    private static void steps(Northwind shop, String rows) {
        shop.sql("create table \"step\" (\"id\" integer not null primary key)", "insert into \"step\" values " + rows);
    }

    private static JsonNode follow(Northwind shop, JsonNode document, String link) {
        String address = document.at("/links/" + link).asText();
        JsonNode found = shop.document(address.substring(address.indexOf("/api")));
        assertThat(found.has("data")).as(found.toString()).isTrue();
        return found;
    }

    @ParameterizedTest
    @EnumSource
    void aParameterThatIsNotUnderstoodIsRefusedByItsName(Engine engine) {
        try (Northwind shop = new Northwind(engine)) {
            for (String parameter : List.of(
                    "sort=Nothing",
                    "sort=S_CheckSum",
                    "sort=Category.Id",
                    "sort=,",
                    "sort=-",
                    "filter[Nothing]=1",
                    "filter[UnitPrice]=x",
                    "filter[ProductName]=\"a",
                    "filter[]=1",
                    "filter=1",
                    "fields[Product]=Nothing",
                    "fields[Nothing]=",
                    "fields=Id",
                    "include=Nothing",
                    "include=Category.",
                    "include=Category,,",
                    "include=.",
                    "page[limit]=x",
                    "page[limit]=1.5",
                    "page[limit]=",
                    "page[size]=99999999999999999999",
                    "page[offset]=x",
                    "page[after]=x",
                    "page[before]=e30",
                    "page[number]=1",
                    "page[total]=maybe",
                    "page=1",
                    "other=1",
                    "sort[x]=1",
                    "Sort=Id",
                    "sort=Id&sort=Id",
                    "page[limit]=1&page[limit]=2",
                    "page[offset]=1&page[after]=eyJuIjoxfQ")) {
                Answer answer = shop.get("/api/Product?" + parameter);
                assertThat(answer.status()).as(parameter).isEqualTo(400);
                assertThat(parameter)
                        .startsWith(
                                json(answer).at("/errors/0/source/parameter").asText());
            }
            assertThat(shop.get("/api/Product/1?sort=Id").status()).isEqualTo(400);
            assertThat(shop.get("/api/Order/10/relationships/OrderDetailList?include=Product")
                            .status())
                    .isEqualTo(400);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aValueThatTheDatabaseCannotCompareIsTheClientsMistake(Engine engine) {
        try (Northwind shop = new Northwind(engine)) {
            for (String filter : List.of("filter[Id]=" + "9".repeat(40), "filter[UnitPrice]=>" + "9".repeat(400))) {
                assertThat(shop.get("/api/Product?" + filter).status())
                        .as(filter)
                        .isIn(200, 400);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyRowIsOnOnePageHoweverTheyAreRead(Engine engine) {
        try (Northwind shop = many(engine, PageLimits.DEFAULT)) {
            List<String> all = IntStream.range(1000, 1000 + MANY)
                    .mapToObj(Integer::toString)
                    .toList();
            List<String> backwards = new ArrayList<>(all);
            Collections.reverse(backwards);
            assertThat(pages(shop, "/api/Employee?filter[Id]=>=1000&page[limit]=70", "next"))
                    .isEqualTo(all);
            assertThat(pages(shop, "/api/Employee?filter[Id]=>=1000&page[limit]=70&sort=-Id", "next"))
                    .isEqualTo(backwards);
            assertThat(pages(shop, "/api/Employee?filter[Id]=>=1000&page[limit]=70&page[offset]=0", "next"))
                    .isEqualTo(all);
            assertThat(pages(shop, "/api/Employee?filter[Id]=>=1000&page[size]=70&sort=LastName", "next"))
                    .containsExactlyInAnyOrderElementsOf(all);
            assertThat(pages(shop, "/api/Employee?filter[Id]=>=1000&page[limit]=70&page[offset]=210", "prev"))
                    .containsExactlyInAnyOrderElementsOf(all);

            JsonNode last = null;
            JsonNode page = shop.document("/api/Employee?filter[Id]=>=1000&page[limit]=70");
            while (!page.at("/links/next").isNull()) {
                last = json(shop.follow(page.at("/links/next")));
                page = last;
            }
            List<String> back = new ArrayList<>(ids(page.path("data")));
            while (!page.at("/links/prev").isNull()) {
                page = json(shop.follow(page.at("/links/prev")));
                back.addAll(0, ids(page.path("data")));
            }
            assertThat(back).as("by cursor, backwards").isEqualTo(all);
        }
    }

    private static List<String> pages(Northwind shop, String address, String direction) {
        List<String> ids = new ArrayList<>();
        JsonNode page = shop.document(address);
        ids.addAll(ids(page.path("data")));
        while (!page.at("/links/" + direction).isNull()) {
            page = json(shop.follow(page.at("/links/" + direction)));
            assertThat(page.at("/meta/count").asInt())
                    .isEqualTo(page.path("data").size());
            ids.addAll(ids(page.path("data")));
        }
        return ids;
    }

    @ParameterizedTest
    @EnumSource
    void aLargePageIsStreamedWithItsLinksAndNumbers(Engine engine) {
        try (Northwind shop = many(engine, new PageLimits(5, 200, 100))) {
            Answer answer = shop.get("/api/Employee?page[limit]=1000");
            assertThat(answer.content()).isInstanceOf(Content.Streamed.class);
            JsonNode document = json(answer);
            assertThat(document.path("data")).hasSize(200);
            assertThat(document.at("/meta/limit").asInt()).isEqualTo(200);
            assertThat(document.at("/meta/count").asInt()).isEqualTo(200);
            assertThat(document.at("/meta/total").asInt()).isEqualTo(MANY + 3);
            assertThat(json(shop.follow(document.at("/links/next"))).path("data"))
                    .hasSize(53);

            assertThat(shop.document("/api/Employee").path("data")).hasSize(5);
            assertThat(shop.document("/api/Employee?page[limit]=0").path("data"))
                    .hasSize(1);
            assertThat(shop.document("/api/Employee?page[offset]=-7&page[limit]=-1")
                            .path("data"))
                    .hasSize(1);
            assertThat(shop.document("/api/Employee?page[offset]=100000").path("data"))
                    .isEmpty();
            assertThat(shop.document("/api/Employee?page[total]=false")
                            .path("meta")
                            .has("total"))
                    .isFalse();
            assertThat(shop.get("/api/Employee/1?include=EmployeeList").status())
                    .as("more related rows than an answer may have")
                    .isEqualTo(400);
        }
    }

    @ParameterizedTest
    @EnumSource
    void theFirstRowsAreSentBeforeTheLastOnesAreRead(Engine engine) throws IOException {
        try (Northwind shop = many(engine, PageLimits.DEFAULT)) {
            Answer answer = shop.get("/api/Employee?page[limit]=1000");
            AtomicBoolean begun = new AtomicBoolean();
            ByteArrayOutputStream sent = new ByteArrayOutputStream() {
                @Override
                public synchronized void write(byte[] bytes, int from, int length) {
                    super.write(bytes, from, length);
                    if (begun.compareAndSet(false, true)) {
                        shop.sql("delete from \"Employee\" where \"Id\" >= 1200");
                    }
                }
            };

            ((Content.Streamed) answer.content()).writer().writeTo(sent);

            assertThat(new JsonMapper().readTree(sent.toByteArray()).path("data"))
                    .hasSize(203);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aCursorOfAnotherOrderIsRefused(Engine engine) {
        try (Northwind shop = new Northwind(engine)) {
            JsonNode page = shop.document("/api/Product?page[limit]=1&sort=ProductName");
            String next = page.at("/links/next").asText();
            String cursor = next.substring(next.indexOf("page%5Bafter%5D=") + "page%5Bafter%5D=".length());

            assertThat(shop.get("/api/Product?sort=ProductName&page[after]=" + cursor)
                            .status())
                    .isEqualTo(200);
            assertThat(shop.get("/api/Product?sort=UnitPrice&page[after]=" + cursor)
                            .status())
                    .isEqualTo(400);
            assertThat(shop.get("/api/Product?page[after]=" + cursor).status()).isEqualTo(400);
            assertThat(shop.get("/api/Customer?page[after]=" + cursor).status()).isEqualTo(400);
        }
    }

    private static Northwind many(Engine engine, PageLimits limits) {
        Northwind shop = new Northwind(engine, limits);
        StringBuilder rows = new StringBuilder("insert into \"Employee\" values ");
        for (int n = 0; n < MANY; n++) {
            rows.append(n == 0 ? "" : ", ").append("(" + (1000 + n) + ", 'Name " + n % 7 + "', 1)");
        }
        shop.sql(rows.toString());
        return shop;
    }
}
