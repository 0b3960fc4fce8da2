package dev.concord.app.gateway.read;

import static dev.concord.app.gateway.read.Northwind.ids;
import static dev.concord.app.gateway.read.Northwind.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.concord.app.gateway.http.Answer;
import dev.concord.app.gateway.http.Content;
import dev.concord.testing.Engine;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Single rows, their tags, and what they are related to. */
class ReadingRowsTest {

    @ParameterizedTest
    @EnumSource
    void aRowHasTheSameTagAndChecksumWhateverIsAskedFor(Engine engine) {
        try (Northwind shop = new Northwind(engine)) {
            Answer whole = shop.get("/api/Order/10");
            String etag = whole.headers().first("ETag").orElseThrow();
            assertThat(etag).matches("\"[0-9a-f]{64}\"");
            assertThat(whole.headers().first("Content-Type")).contains("application/vnd.api+json");
            for (String parameters : List.of(
                    "?fields[Order]=S_CheckSum",
                    "?fields[Order]=Freight,S_CheckSum",
                    "?fields[Order]=S_CheckSum,Freight",
                    "?include=Customer,OrderDetailList.Product",
                    "?include=Customer&fields[Order]=S_CheckSum,Customer&fields[Customer]=")) {
                Answer part = shop.get("/api/Order/10" + parameters);
                assertThat(part.headers().first("ETag")).contains(etag);
                assertThat('"' + json(part).at("/data/attributes/S_CheckSum").asText() + '"')
                        .isEqualTo(etag);
            }
            for (JsonNode each : shop.document("/api/Order").path("data")) {
                if (each.path("id").asText().equals("10")) {
                    assertThat(each.at("/meta/etag").asText()).isEqualTo(etag);
                    assertThat('"' + each.at("/attributes/S_CheckSum").asText() + '"')
                            .isEqualTo(etag);
                }
            }
            shop.sql("update \"Order\" set \"Freight\" = 30 where \"Id\" = 10");
            assertThat(shop.get("/api/Order/10").headers().first("ETag"))
                    .isPresent()
                    .isNotEqualTo(whole.headers().first("ETag"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aRowThatTheClientHasIsNotSentAgain(Engine engine) {
        try (Northwind shop = new Northwind(engine)) {
            String etag = shop.get("/api/Category/1").headers().first("ETag").orElseThrow();
            for (String known : List.of(etag, "\"x\", " + etag, "W/" + etag, "*")) {
                Answer answer = shop.get("/api/Category/1", "If-None-Match", known);
                assertThat(answer.status()).as(known).isEqualTo(304);
                assertThat(answer.content()).isEqualTo(Content.NOTHING);
                assertThat(answer.headers().first("ETag")).contains(etag);
            }
            assertThat(shop.get("/api/Category/1", "If-None-Match", "\"x\"").status())
                    .isEqualTo(200);
            assertThat(shop.get("/api/Category/1", "If-None-Match", "x").status())
                    .isEqualTo(400);
            assertThat(shop.get("/api/Category/1?include=ProductList", "If-None-Match", etag)
                            .status())
                    .as("a product may have changed")
                    .isEqualTo(200);
            assertThat(shop.get("/api/Category/1", "If-Match", "W/" + etag).status())
                    .isEqualTo(412);
            shop.sql("update \"Category\" set \"CategoryName\" = 'Drinks' where \"Id\" = 1");
            assertThat(shop.get("/api/Category/1", "If-None-Match", etag).status())
                    .isEqualTo(200);
            assertThat(shop.get("/api/Category/1", "If-Match", etag).status()).isEqualTo(412);
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatIsNotThereIsNotFound(Engine engine) {
        try (Northwind shop = new Northwind(engine)) {
            for (String address : List.of(
                    "/api/Order/999",
                    "/api/Order/x",
                    "/api/Order/010",
                    "/api/Nothing",
                    "/api/Nothing/1",
                    "/api/Order/10/Nothing",
                    "/api/Order/999/Customer",
                    "/api/Order/10/relationships/Nothing",
                    "/api/Order/10/other/Customer",
                    "/api/Order/10/relationships/Customer/more",
                    "/api/Location/Germany",
                    "/other")) {
                Answer answer = shop.get(address);
                assertThat(answer.status()).as(address).isEqualTo(404);
                assertThat(json(answer).at("/errors/0/code").asText()).isEqualTo("not-found");
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void relatedRowsAreIncludedOnceWithFullLinkage(Engine engine) {
        try (Northwind shop = new Northwind(engine)) {
            JsonNode order = shop.document("/api/Order/10?include=OrderDetailList.Product.Category,Customer,Location");

            List<String> included = new ArrayList<>();
            order.path("included")
                    .forEach(one -> included.add(
                            one.path("type").asText() + one.path("id").asText()));
            assertThat(included)
                    .containsExactlyInAnyOrder(
                            "OrderDetail100",
                            "OrderDetail101",
                            "Product1",
                            "Product2",
                            "Category1",
                            "CustomerALFKI",
                            "LocationGermany_Bad~1Ems");
            assertThat(ids(order.at("/data/relationships/OrderDetailList/data")))
                    .containsExactly("100", "101");
            assertThat(order.at("/data/relationships/Customer/data/id").asText())
                    .isEqualTo("ALFKI");
            assertThat(order.at("/data/relationships/Location/data/id").asText())
                    .isEqualTo("Germany_Bad~1Ems");
            for (JsonNode one : order.path("included")) {
                if (one.path("type").asText().equals("OrderDetail")) {
                    assertThat(one.at("/relationships/Product/data/type").asText())
                            .isEqualTo("Product");
                }
            }
            assertThat(shop.document("/api/Order/10?include=").path("included")).isEmpty();
            assertThat(shop.document("/api/Order/10").has("included")).isFalse();
            assertThat(shop.document("/api/Order/11?include=Location").path("included"))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aRowThatWasAskedForIsNotIncludedAgainAndSaysWhatItLeadsTo(Engine engine) {
        try (Northwind shop = new Northwind(engine)) {
            JsonNode staff = shop.document("/api/Employee?include=Employee.OrderList");

            assertThat(ids(staff.path("included"))).containsExactlyInAnyOrder("10", "11");
            JsonNode davolio = staff.path("data").get(1);
            assertThat(davolio.path("id").asText()).isEqualTo("2");
            assertThat(davolio.at("/relationships/Employee/data/id").asText()).isEqualTo("1");
            assertThat(ids(davolio.at("/relationships/OrderList/data"))).containsExactly("10", "11");
        }
    }

    @ParameterizedTest
    @EnumSource
    void relationshipsAreReadBothWaysByTheirLinks(Engine engine) {
        try (Northwind shop = new Northwind(engine)) {
            JsonNode links = shop.document("/api/Order/10").at("/data/relationships");

            JsonNode customer = json(shop.follow(links.at("/Customer/links/related")));
            assertThat(customer.at("/data/id").asText()).isEqualTo("ALFKI");
            Answer toOne = shop.follow(links.at("/Customer/links/self"));
            assertThat(json(toOne).at("/data/type").asText()).isEqualTo("Customer");
            assertThat(toOne.headers().first("ETag"))
                    .isEqualTo(shop.get("/api/Order/10").headers().first("ETag"));
            assertThat(ids(json(shop.follow(links.at("/OrderDetailList/links/related")))
                            .path("data")))
                    .containsExactly("100", "101");
            JsonNode identifiers = json(shop.follow(links.at("/OrderDetailList/links/self")));
            assertThat(ids(identifiers.path("data"))).containsExactly("100", "101");
            assertThat(identifiers.at("/data/0").has("attributes")).isFalse();
            assertThat(identifiers.at("/links/related").asText()).endsWith("/api/Order/10/OrderDetailList");

            assertThat(shop.document("/api/Order/11/Location").path("data").isNull())
                    .isTrue();
            assertThat(shop.document("/api/Order/11/relationships/Location")
                            .path("data")
                            .isNull())
                    .isTrue();
            assertThat(shop.document("/api/Employee/3/EmployeeList").path("data"))
                    .isEmpty();
            assertThat(shop.get("/api/Location/Germany_Bad_Ems").status())
                    .as("two ways to divide it")
                    .isEqualTo(404);
            assertThat(ids(shop.document("/api/Location/Germany_Bad~1Ems/OrderList")
                            .path("data")))
                    .containsExactly("10");
        }
    }

    @ParameterizedTest
    @EnumSource
    void nothingLeadsToATableThatTheClientDoesNotSee(Engine engine) {
        try (Northwind shop =
                new Northwind(engine, PageLimits.DEFAULT, table -> !table.name().equals("Category"))) {
            assertThat(shop.document("/api").at("/meta/types")).hasSize(6);
            assertThat(shop.get("/api/Category/1").status()).isEqualTo(404);
            assertThat(shop.get("/api/Product/1/Category").status()).isEqualTo(404);
            assertThat(shop.get("/api/Product?include=Category").status()).isEqualTo(400);
            assertThat(shop.get("/api/Product?fields[Category]=Id").status()).isEqualTo(400);
            assertThat(shop.document("/api/Product/1").at("/data/relationships").has("Category"))
                    .isFalse();
            assertThat(shop.get("/api/Product?filter[CategoryId]=condim").status())
                    .as("its names are not searched")
                    .isEqualTo(400);
            assertThat(ids(shop.document("/api/Product?filter[CategoryId]=2").path("data")))
                    .containsExactly("3");
        }
    }

    @ParameterizedTest
    @EnumSource
    void theTypesAreListedWithTheirAddresses(Engine engine) {
        try (Northwind shop = new Northwind(engine)) {
            JsonNode types = shop.document("/api").at("/meta/types");

            assertThat(types).hasSize(7);
            for (JsonNode type : types) {
                assertThat(shop.follow(type.path("href")).status()).isEqualTo(200);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void aTableThatLosesAColumnIsReadAsItIsThen(Engine engine) {
        try (Northwind shop = new Northwind(engine)) {
            for (String address : List.of("/api/Category", "/api/Category/1", "/api/Product/1?include=Category")) {
                shop.document("/api/Category");
                shop.sql("alter table \"Category\" drop column \"Description\"");
                assertThat(shop.get(address).status()).as(address).isEqualTo(200);
                shop.sql("alter table \"Category\" add column \"Description\" varchar(9)");
                shop.store().catalog().tables().forEach(table -> shop.store()
                        .catalog()
                        .forget(table.id()));
            }
        }
    }
}
