package dev.concord.app.gateway.write;

import static dev.concord.app.gateway.write.GatewayShop.at;
import static dev.concord.app.gateway.write.GatewayShop.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.concord.app.gateway.http.Answer;
import dev.concord.record.Value;
import dev.concord.store.OnEveryEngine;
import dev.concord.testing.Engine;
import dev.concord.version.LockingMode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What POST, PATCH, PUT and DELETE write, and what they refuse with a pointer. */
class ResourceWritesTest {
    private static final String ITEM = "/api/item/1";

    @OnEveryEngine
    void theDatabasesConstraintsAreAnsweredAtTheirAttributes(Engine engine) {
        try (GatewayShop shop = new GatewayShop(engine, LockingMode.OPTIONAL)) {
            assertThat(refused(patch(shop, "'stock': -1"), 422)).containsExactly("check /data/attributes/stock");
            assertThat(refused(patch(shop, "'name': null"), 422)).containsExactly("not-null /data/attributes/name");
            if (engine != Engine.SQLITE) {
                assertThat(refused(patch(shop, "'name': 'a name that is too long for it'"), 422))
                        .containsExactly("too-long /data/attributes/name");
                assertThat(refused(patch(shop, "'price': 123456789012"), 422))
                        .containsExactly("out-of-range /data/attributes/price");
            }
            Answer name = shop.send(
                    "POST", "/api/city", "{'data': {'type': 'city', 'id': '3', 'attributes': {'name': 'Graz'}}}");
            assertThat(refused(name, 422)).containsExactly("unique /data/attributes/name");
            Answer id = shop.send(
                    "POST", "/api/city", "{'data': {'type': 'city', 'id': '1', 'attributes': {'name': 'Wien'}}}");
            assertThat(refused(id, 409)).containsExactly("unique /data/id");
            assertThat(refused(shop.send("DELETE", "/api/city/1", ""), 409)).containsExactly("still-referenced /data");
            assertThat(json(name).toString()).doesNotContainIgnoringCase("insert into");
        }
    }

    @OnEveryEngine
    void aReferenceIsWrittenAsARelationship(Engine engine) {
        try (GatewayShop shop = new GatewayShop(engine, LockingMode.OPTIONAL)) {
            Answer linz = patchWhole(shop, "'relationships': {'city': {'data': {'type': 'city', 'id': '2'}}}");
            assertThat(linz.status()).isEqualTo(200);
            assertThat(shop.row("item", "1").row().get("city_id")).isEqualTo(Value.of(2));
            patchWhole(shop, "'relationships': {'city': {'data': null}}");
            assertThat(shop.row("item", "1").row().get("city_id").isNull()).isTrue();
            Answer none = patchWhole(shop, "'relationships': {'city': {'data': {'type': 'city', 'id': '99'}}}");
            assertThat(refused(none, 404)).containsExactly("foreign-key /data/relationships/city/data");
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "'attributes': {'none': 1} | 422 | unknown-attribute /data/attributes/none",
                "'attributes': {'stock': '1'} | 422 | invalid-value /data/attributes/stock",
                "'attributes': {'stock': 1.5} | 422 | invalid-value /data/attributes/stock",
                "'attributes': {'stock': {}} | 422 | invalid-value /data/attributes/stock",
                "'attributes': {'twice': 7} | 422 | read-only /data/attributes/twice",
                "'attributes': {'city': 1} | 422 | unknown-attribute /data/attributes/city",
                "'attributes': {'id': 2} | 422 | unknown-attribute /data/attributes/id",
                "'relationships': {'none': {'data': null}} | 422 | unknown-relationship /data/relationships/none",
                "'relationships': {'city': {'data': []}} | 422 | invalid-value /data/relationships/city/data",
                "'relationships': {'city': {'data': {'type': 'item', 'id': '1'}}} | 422 | invalid-target /data/relationships/city/data",
                "'relationships': {'city': {'data': {'type': 'city', 'id': 'x'}}} | 404 | invalid-target /data/relationships/city/data",
                "'relationships': {'city': {'data': {'type': 'city', 'lid': 'x'}}} | 404 | invalid-target /data/relationships/city/data",
                "'attributes': {'city_id': 1}, 'relationships': {'city': {'data': {'type': 'city', 'id': '2'}}} | 422 | invalid-value /data/relationships/city/data"
            })
    void whatCannotBeWrittenIsRefusedAtItsPlace(String members, int status, String error) {
        try (GatewayShop shop = new GatewayShop(Engine.H2, LockingMode.OPTIONAL)) {
            var before = shop.row("item", "1").row();
            assertThat(refused(patchWhole(shop, members), status)).containsExactly(error);
            assertThat(shop.row("item", "1").row()).isEqualTo(before);
        }
    }

    @Test
    void allThatIsWrongIsSaidAtOnce() {
        try (GatewayShop shop = new GatewayShop(Engine.H2, LockingMode.OPTIONAL)) {
            assertThat(refused(patch(shop, "'none': 1, 'stock': 'x'"), 422))
                    .containsExactlyInAnyOrder(
                            "unknown-attribute /data/attributes/none", "invalid-value /data/attributes/stock");
        }
    }

    @OnEveryEngine
    void aResourceIsSentBackAsItWasRead(Engine engine) {
        try (GatewayShop shop = new GatewayShop(engine, LockingMode.REQUIRED)) {
            String attributes = shop.attributes("item", "1");
            Answer patched = patchWhole(shop, "'attributes': " + attributes.replace(":10,", ":11,"));
            assertThat(patched.status()).isEqualTo(200);
            assertThat(shop.row("item", "1").row().get("twice")).isEqualTo(Value.of(22));
        }
    }

    @OnEveryEngine
    void putReplacesAWholeResourceAndNothingLess(Engine engine) {
        try (GatewayShop shop = new GatewayShop(engine, LockingMode.OPTIONAL)) {
            String tag = shop.etag("item", "1");
            Answer part = put(shop, "'name': 'mate', 'stock': 3", tag);
            assertThat(refused(part, 422))
                    .containsExactlyInAnyOrder(
                            "missing-attribute /data/attributes/price",
                            "missing-attribute /data/attributes/changed_by",
                            "missing-attribute /data/attributes/city_id");
            String whole = "'name': 'mate', 'stock': 3, 'price': 7.25, 'changed_by': null, 'city_id': 2";
            Answer put = put(shop, whole, tag);
            assertThat(put.status()).isEqualTo(200);
            assertThat(put.headers().first("ETag")).contains(shop.etag("item", "1"));
            assertThat(at(put, "/data/attributes/price")).isEqualTo("7.25");
            assertThat(put(shop, whole, tag).status()).isEqualTo(412);
        }
    }

    @OnEveryEngine
    void anIncrementCountsWhateverTheRowHoldsAndMovesTheTag(Engine engine) {
        try (GatewayShop shop = new GatewayShop(engine, LockingMode.REQUIRED)) {
            String before = shop.etag("item", "1");
            Answer less = increment(shop, "'attribute': 'stock', 'by': -4, 'notBelow': 0");
            assertThat(less.status()).isEqualTo(200);
            assertThat(at(less, "/data/attributes/stock")).isEqualTo("6");
            assertThat(less.headers().first("ETag"))
                    .contains(shop.etag("item", "1"))
                    .isNotEqualTo(before);
            assertThat(refused(increment(shop, "'attribute': 'stock', 'by': -7, 'notBelow': 0"), 422))
                    .containsExactly("check /meta/by");
            assertThat(refused(increment(shop, "'attribute': 'stock', 'by': -3, 'notBelow': 4"), 422))
                    .as("the client's own limit, which the table does not have")
                    .containsExactly("check /meta/by");
            assertThat(shop.row("item", "1").row().get("stock")).isEqualTo(Value.of(6));
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "'by': 1 | /meta/attribute",
                "'attribute': 'none', 'by': 1 | /meta/attribute",
                "'attribute': 'name', 'by': 1 | /meta/attribute",
                "'attribute': 'twice', 'by': 1 | /meta/attribute",
                "'attribute': 'stock' | /meta/by",
                "'attribute': 'stock', 'by': '1' | /meta/by",
                "'attribute': 'stock', 'by': 1, 'notBelow': null | /meta/notBelow"
            })
    void malformedIncrementsAreRefused(String meta, String pointer) {
        try (GatewayShop shop = new GatewayShop(Engine.H2, LockingMode.OPTIONAL)) {
            assertThat(refused(increment(shop, meta), 400)).containsExactly("document " + pointer);
        }
    }

    @Test
    void addressesAndMethodsThatAreNoneAreAnsweredSo() {
        try (GatewayShop shop = new GatewayShop(Engine.H2, LockingMode.OPTIONAL)) {
            assertThat(shop.send("POST", "/api/none", "{}").status()).isEqualTo(404);
            assertThat(shop.send("PATCH", "/api/item/99", "{'data': {'type': 'item', 'id': '99'}}")
                            .status())
                    .isEqualTo(404);
            assertThat(shop.send("PATCH", "/api/item/x", "{'data': {'type': 'item', 'id': 'x'}}")
                            .status())
                    .isEqualTo(404);
            assertThat(shop.send("DELETE", "/api/item", "").headers().first("Allow"))
                    .contains("GET, HEAD, POST");
            assertThat(shop.send("POST", ITEM, "{}").status()).isEqualTo(405);
            assertThat(shop.send("POST", "/api/item/1/city", "{}").status()).isEqualTo(405);
            assertThat(shop.send("PATCH", "/api/item/1/none", "{}").status()).isEqualTo(404);
            assertThat(shop.send("PATCH", ITEM, "{").status()).isEqualTo(400);
            assertThat(GatewayShop.send(shop.handler(), "PATCH", ITEM, "text/plain", "{}")
                            .status())
                    .isEqualTo(415);
        }
    }

    @Test
    void ifNoneMatchExcludesRowsFromAWrite() {
        try (GatewayShop shop = new GatewayShop(Engine.H2, LockingMode.OPTIONAL)) {
            String body = "{'data': {'type': 'item', 'id': '1', 'attributes': {'stock': 4}}}";
            Answer any = shop.send("PATCH", ITEM, body, "If-None-Match", "*");
            assertThat(any.status()).isEqualTo(412);
            assertThat(at(any, "/errors/0/source/header")).isEqualTo("If-None-Match");
            assertThat(shop.send("PATCH", ITEM, body, "If-None-Match", "W/" + shop.etag("item", "1"))
                            .status())
                    .isEqualTo(412);
            assertThat(shop.send("PATCH", ITEM, body, "If-None-Match", "\"other\"")
                            .status())
                    .isEqualTo(200);
        }
    }

    private static Answer put(GatewayShop shop, String attributes, String tag) {
        String body = "{'data': {'type': 'item', 'id': '1', 'attributes': {" + attributes + "}}}";
        return shop.send("PUT", ITEM, body, "If-Match", tag);
    }

    private static Answer increment(GatewayShop shop, String meta) {
        return shop.send("POST", ITEM + "/increment", "{'meta': {" + meta + "}}");
    }

    private static Answer patch(GatewayShop shop, String attributes) {
        return patchWhole(shop, "'attributes': {" + attributes + "}");
    }

    private static Answer patchWhole(GatewayShop shop, String members) {
        return shop.send("PATCH", ITEM, "{'data': {'type': 'item', 'id': '1', " + members + "}}");
    }

    /** Returns the errors of an answer, each as its code and its pointer. */
    private static List<String> refused(Answer answer, int status) {
        assertThat(answer.status()).as(json(answer).toString()).isEqualTo(status);
        return json(answer)
                .at("/errors")
                .valueStream()
                .map(ResourceWritesTest::brief)
                .toList();
    }

    private static String brief(JsonNode error) {
        return error.path("code").asText() + " " + error.at("/source/pointer").asText();
    }
}
