package dev.concord.app.gateway.atomic;

import static dev.concord.app.gateway.write.GatewayShop.at;
import static dev.concord.app.gateway.write.GatewayShop.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.app.gateway.document.JsonApi;
import dev.concord.app.gateway.http.Answer;
import dev.concord.app.gateway.write.GatewayShop;
import dev.concord.query.PageRequest;
import dev.concord.record.Value;
import dev.concord.store.OnEveryEngine;
import dev.concord.store.OpenTransaction;
import dev.concord.store.Waiting;
import dev.concord.testing.Engine;
import dev.concord.version.LockingMode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Several operations in one transaction, in their order. */
class AtomicOperationsTest {
    private static final String NEW_ITEM =
            "{'op': 'add', 'data': {'type': 'item', 'lid': 'tea', 'attributes': {'name': 'green', 'stock': 1}}}";
    private static final String NEW_CITY =
            "{'op': 'add', 'data': {'type': 'city', 'id': '7', 'attributes': {'name': 'Wien'}}}";

    @OnEveryEngine
    void aNewRowIsNamedByItsLocalId(Engine engine) {
        try (GatewayShop shop = new GatewayShop(engine, LockingMode.REQUIRED)) {
            Answer answer = send(
                    shop,
                    NEW_ITEM,
                    "{'op': 'add', 'data': {'type': 'part', 'relationships': {'item': {'data': {'type': 'item', 'lid':"
                            + " 'tea'}}}}}",
                    "{'op': 'update', 'data': {'type': 'item', 'lid': 'tea', 'attributes': {'stock': 5}}}");
            assertThat(answer.status()).as(json(answer).toString()).isEqualTo(200);
            assertThat(answer.headers().first("Content-Type")).contains(JsonApi.mediaType(JsonApi.ATOMIC));
            String id = at(answer, "/atomic:results/0/data/id");
            String part = at(answer, "/atomic:results/1/data/id");
            assertThat(at(answer, "/atomic:results/2/data/attributes/stock")).isEqualTo("5");
            assertThat(shop.row("part", part).row().get("item_id").text()).isEqualTo(id);
            assertThat(at(answer, "/atomic:results/2/data/meta/etag")).isEqualTo(shop.etag("item", id));
        }
    }

    @OnEveryEngine
    void nothingIsWrittenIfOneOperationFails(Engine engine) {
        try (GatewayShop shop = new GatewayShop(engine, LockingMode.OPTIONAL)) {
            Answer rule = send(
                    shop,
                    NEW_CITY,
                    "{'op': 'update', 'data': {'type': 'item', 'id': '1', 'attributes': {'stock': -1}}}");
            assertThat(rule.status()).isEqualTo(422);
            assertThat(at(rule, "/errors/0/source/pointer")).isEqualTo("/atomic:operations/1/data/attributes/stock");
            Answer gone = send(shop, NEW_CITY, "{'op': 'remove', 'ref': {'type': 'item', 'id': '99'}}");
            assertThat(gone.status()).isEqualTo(404);
            assertThat(at(gone, "/errors/0/source/pointer")).isEqualTo("/atomic:operations/1/ref");
            assertThat(cities(shop)).isEqualTo(2);
        }
    }

    @OnEveryEngine
    void eachOperationIsGuardedByItsTag(Engine engine) {
        try (GatewayShop shop = new GatewayShop(engine, LockingMode.REQUIRED)) {
            String before = shop.etag("item", "1").replace("\"", "\\'");
            shop.colleague().sql("update \"item\" set \"stock\" = 9 where \"id\" = 1");
            String now = shop.etag("item", "1").replace("\"", "\\'");
            Answer stale = send(shop, NEW_CITY, update(before));
            assertThat(stale.status()).isEqualTo(412);
            assertThat(at(stale, "/errors/0/meta/data/attributes/stock")).isEqualTo("9");
            assertThat(send(shop, NEW_CITY, "{'op': 'remove', 'ref': {'type': 'item', 'id': '1'}}")
                            .status())
                    .isEqualTo(428);
            Answer attribute = send(
                    shop, "{'op': 'update', 'data': {'type': 'item', 'id': '1', 'attributes': {'S_CheckSum': 'x'}}}");
            assertThat(attribute.status()).isEqualTo(409);
            assertThat(cities(shop)).isEqualTo(2);
            assertThat(send(shop, NEW_CITY, update(now)).status()).isEqualTo(200);
            assertThat(cities(shop)).isEqualTo(3);
            assertThat(shop.row("item", "1").row().get("stock")).isEqualTo(Value.of(4));
        }
    }

    @OnEveryEngine
    void aRaceAfterTheCheckRollsEverythingBack(Engine engine) throws Exception {
        try (GatewayShop shop = new GatewayShop(engine, LockingMode.OPTIONAL)) {
            String tag = shop.etag("item", "1").replace("\"", "\\'");
            Answer answer = raced(shop, update(tag));
            assertThat(at(answer, "/errors/0/source/pointer")).isEqualTo("/atomic:operations/1/data");
            assertThat(shop.row("item", "1").row().get("stock")).isEqualTo(Value.of(9));
        }
    }

    /** SQLite does not say that a write waits for another one, so that the commit may come before the row is read. */
    @ParameterizedTest
    @EnumSource(names = {"H2", "POSTGRESQL", "MARIADB"})
    void aMemberThatSomebodyElseChangesMeanwhileIsAConflict(Engine engine) throws Exception {
        try (GatewayShop shop = new GatewayShop(engine, LockingMode.OPTIONAL)) {
            Answer answer = raced(
                    shop,
                    "{'op': 'add', 'href': '/api/city/2/relationships/itemList', 'data': [{'type': 'item', 'id': '1'}]}");
            assertThat(at(answer, "/errors/0/source/pointer")).isEqualTo("/atomic:operations/1/data/0");
            assertThat(shop.row("item", "1").row().get("city_id")).isEqualTo(Value.of(1));
        }
    }

    /** Sends an operation after an insert, while a colleague has written the item, who commits once the request waits: nothing is left of both. */
    private static Answer raced(GatewayShop shop, String operation) throws Exception {
        try (OpenTransaction theirs =
                new OpenTransaction(shop.colleague(), "update \"item\" set \"stock\" = 9 where \"id\" = 1")) {
            Waiting<Answer> waiting = Waiting.begun(shop.colleague().database(), () -> send(shop, NEW_CITY, operation));
            theirs.commit();
            Answer answer = waiting.outcome();
            assertThat(answer.status()).isEqualTo(409);
            assertThat(cities(shop)).isEqualTo(2);
            return answer;
        }
    }

    @OnEveryEngine
    void aRowIsWrittenAndDeletedByOneRequest(Engine engine) {
        try (GatewayShop shop = new GatewayShop(engine, LockingMode.OPTIONAL)) {
            Answer answer = send(
                    shop,
                    "{'op': 'update', 'data': {'type': 'item', 'id': '1', 'attributes': {'stock': 4}}}",
                    "{'op': 'update', 'data': {'type': 'item', 'id': '1', 'attributes': {'name': 'mate'}}}",
                    "{'op': 'update', 'ref': {'type': 'item', 'id': '1', 'relationship': 'city'}, 'data': null}",
                    "{'op': 'remove', 'ref': {'type': 'item', 'id': '1'}}",
                    "{'op': 'remove', 'ref': {'type': 'city', 'id': '1'}}");
            assertThat(answer.status()).as(json(answer).toString()).isEqualTo(200);
            assertThat(at(answer, "/atomic:results/1/data/attributes/stock")).isEqualTo("4");
            assertThat(json(answer).at("/atomic:results/3")).isEmpty();
            assertThat(cities(shop)).isEqualTo(1);
        }
    }

    @OnEveryEngine
    void anAddressNamesATypeAResourceOrARelationship(Engine engine) {
        try (GatewayShop shop = new GatewayShop(engine, LockingMode.OPTIONAL)) {
            Answer answer = send(
                    shop,
                    "{'op': 'add', 'href': '/api/city', 'data': {'type': 'city', 'id': '7', 'attributes': {'name':"
                            + " 'Wien'}}}",
                    "{'op': 'update', 'href': 'http://localhost/api/item/1/relationships/city', 'data': {'type':"
                            + " 'city', 'id': '7'}}",
                    "{'op': 'update', 'href': 'item/1', 'data': {'type': 'item', 'id': '1', 'attributes': {'stock':"
                            + " 4}}}",
                    "{'op': 'remove', 'href': '/api/city/1/'}");
            assertThat(answer.status()).as(json(answer).toString()).isEqualTo(200);
            assertThat(json(answer).at("/atomic:results")).hasSize(4);
            assertThat(shop.row("item", "1").row().get("city_id")).isEqualTo(Value.of(7));
            assertThat(shop.row("item", "1").row().get("stock")).isEqualTo(Value.of(4));
            assertThat(cities(shop)).isEqualTo(2);
        }
    }

    @OnEveryEngine
    void membersAreAddedAndRemoved(Engine engine) {
        try (GatewayShop shop = new GatewayShop(engine, LockingMode.OPTIONAL)) {
            Answer answer = send(
                    shop,
                    NEW_CITY,
                    NEW_ITEM,
                    "{'op': 'add', 'ref': {'type': 'city', 'id': '7', 'relationship': 'itemList'}, 'data': [{'type':"
                            + " 'item', 'id': '1'}, {'type': 'item', 'lid': 'tea'}]}",
                    "{'op': 'remove', 'href': '/api/city/1/relationships/itemList', 'data': [{'type': 'item', 'id':"
                            + " '1'}]}",
                    "{'op': 'remove', 'href': '/api/city/7/relationships/itemList', 'data': [{'type': 'item', 'lid':"
                            + " 'tea'}]}",
                    "{'op': 'add', 'href': '/api/city/2/relationships/itemList', 'data': []}",
                    "{'op': 'update', 'data': {'type': 'item', 'id': '1', 'attributes': {'stock': 4}}}");
            assertThat(answer.status()).as(json(answer).toString()).isEqualTo(200);
            assertThat(json(answer).at("/atomic:results")).hasSize(7);
            assertThat(json(answer).at("/atomic:results/2")).isEmpty();
            assertThat(json(answer).at("/atomic:results/5")).isEmpty();
            assertThat(at(answer, "/atomic:results/6/data/attributes/city_id")).isEqualTo("7");
            assertThat(shop.row("item", "1").row().get("city_id")).isEqualTo(Value.of(7));
            String tea = at(answer, "/atomic:results/1/data/id");
            assertThat(shop.row("item", tea).row().get("city_id")).isEqualTo(Value.ofNull());
        }
    }

    @OnEveryEngine
    void membersOfANewRowAreGivenTheKeyThatTheDatabaseMakes(Engine engine) {
        try (GatewayShop shop = new GatewayShop(engine, LockingMode.OPTIONAL)) {
            String part = at(
                    send(
                            shop,
                            "{'op': 'add', 'data': {'type': 'part', 'relationships': {'item': {'data': {'type': 'item',"
                                    + " 'id': '1'}}}}}"),
                    "/atomic:results/0/data/id");
            Answer answer = send(
                    shop,
                    NEW_ITEM,
                    "{'op': 'add', 'ref': {'type': 'item', 'lid': 'tea', 'relationship': 'partList'}, 'data':"
                            + " [{'type': 'part', 'id': '" + part + "'}]}");
            assertThat(answer.status()).as(json(answer).toString()).isEqualTo(200);
            assertThat(shop.row("part", part).row().get("item_id").text())
                    .isEqualTo(at(answer, "/atomic:results/0/data/id"));
        }
    }

    @OnEveryEngine
    void aNewRowIsNamedByTheIdThatItWasGiven(Engine engine) {
        try (GatewayShop shop = new GatewayShop(engine, LockingMode.REQUIRED)) {
            Answer answer = send(
                    shop,
                    NEW_CITY.replace("'id'", "'lid': 'new', 'id'"),
                    "{'op': 'update', 'data': {'type': 'city', 'id': '7', 'attributes': {'name': 'Bonn'}}}",
                    "{'op': 'update', 'data': {'type': 'city', 'lid': 'new', 'attributes': {'name': 'Bern'}}}",
                    NEW_ITEM,
                    "{'op': 'add', 'href': '/api/city/7/relationships/itemList', 'data': [{'type': 'item', 'lid':"
                            + " 'tea'}]}",
                    "{'op': 'update', 'ref': {'type': 'item', 'lid': 'tea', 'relationship': 'city'}, 'data': null}",
                    "{'op': 'remove', 'ref': {'type': 'city', 'id': '7'}}",
                    NEW_CITY);
            assertThat(answer.status()).as(json(answer).toString()).isEqualTo(200);
            assertThat(at(answer, "/atomic:results/2/data/attributes/name")).isEqualTo("Bern");
            assertThat(shop.row("city", "7").row().get("name")).isEqualTo(Value.of("Wien"));
        }
    }

    @OnEveryEngine
    void membersAreGuardedByTheTagOfTheirOwnerAndAllAreRolledBack(Engine engine) {
        try (GatewayShop shop = new GatewayShop(engine, LockingMode.REQUIRED)) {
            String member = "'data': [{'type': 'item', 'id': '1'}]";
            String address = "{'op': 'add', 'href': '/api/city/2/relationships/itemList', " + member;
            assertThat(send(shop, NEW_CITY, address + "}").status()).isEqualTo(428);
            Answer other = send(shop, NEW_CITY, address + ", 'meta': {'etag': '\\'0\\''}}");
            assertThat(other.status()).isEqualTo(412);
            String tag = shop.etag("city", "2").replace("\"", "\\'");
            Answer failing = send(
                    shop, NEW_CITY, address + ", 'meta': {'etag': '" + tag + "'}}", NEW_CITY.replace("'7'", "'8'"));
            assertThat(failing.status()).as(json(failing).toString()).isEqualTo(422);
            assertThat(cities(shop)).isEqualTo(2);
            assertThat(shop.row("item", "1").row().get("city_id")).isEqualTo(Value.of(1));
            assertThat(send(shop, NEW_CITY, address + ", 'meta': {'etag': '" + tag + "'}}")
                            .status())
                    .isEqualTo(200);
            assertThat(shop.row("item", "1").row().get("city_id")).isEqualTo(Value.of(2));
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "{'op': 'replace'} | 400 | /atomic:operations/0/op",
                "{'data': {'type': 'item'}} | 400 | /atomic:operations/0/op",
                "1 | 400 | /atomic:operations/0",
                "{'op': 'add', 'href': '/api/city', 'data': {'type': 'item'}} | 400 | /atomic:operations/0/href",
                "{'op': 'add', 'href': '/api/item/1', 'data': {'type': 'item'}} | 400 | /atomic:operations/0/href",
                "{'op': 'add', 'ref': {'type': 'item', 'id': '1'}, 'data': {'type': 'item'}} | 400 | /atomic:operations/0/ref",
                "{'op': 'remove', 'href': '/api/item'} | 400 | /atomic:operations/0/href",
                "{'op': 'remove', 'href': '/api/item/99'} | 404 | /atomic:operations/0/href",
                "{'op': 'remove', 'href': '/api/none/1'} | 404 | /atomic:operations/0/href",
                "{'op': 'remove', 'href': '/item/1'} | 400 | /atomic:operations/0/href",
                "{'op': 'remove', 'href': 'http://elsewhere/api/item/1'} | 400 | /atomic:operations/0/href",
                "{'op': 'remove', 'href': 'http://localhost.elsewhere/api/item/1'} | 400 | /atomic:operations/0/href",
                "{'op': 'remove', 'href': '/api/item/1?x=1'} | 400 | /atomic:operations/0/href",
                "{'op': 'remove', 'href': '/api/item/1/city'} | 400 | /atomic:operations/0/href",
                "{'op': 'remove', 'href': '/api/item/%zz'} | 400 | /atomic:operations/0/href",
                "{'op': 'remove', 'href': '/api/item/1 '} | 400 | /atomic:operations/0/href",
                "{'op': 'remove', 'href': 'mailto:x'} | 400 | /atomic:operations/0/href",
                "{'op': 'remove', 'href': 1} | 400 | /atomic:operations/0/href",
                "{'op': 'remove', 'href': '/api/item/1', 'ref': {'type': 'item', 'id': '1'}} | 400 | /atomic:operations/0/href",
                "{'op': 'remove'} | 400 | /atomic:operations/0/ref",
                "{'op': 'replace', 'href': '/api/item/1/relationships/city', 'data': null} | 400 | /atomic:operations/0/op",
                "{'op': 'add', 'href': '/api/item/1/relationships/city', 'data': []} | 400 | /atomic:operations/0/op",
                "{'op': 'add', 'href': '/api/city/1/relationships/itemList', 'data': null} | 400 | /atomic:operations/0/data",
                "{'op': 'add', 'href': '/api/city/9/relationships/itemList', 'data': []} | 404 | /atomic:operations/0/href",
                "{'op': 'add', 'href': '/api/city/1/relationships/itemList', 'data': [{'type': 'item', 'id': '9'}]} | 404 | /atomic:operations/0/data/0",
                "{'op': 'add', 'href': '/api/city/1/relationships/itemList', 'data': [{'type': 'city', 'id': '1'}]} | 404 | /atomic:operations/0/data/0",
                "{'op': 'add', 'href': '/api/city/1/relationships/itemList', 'data': [{'type': 'item', 'lid': 'x'}]} | 404 | /atomic:operations/0/data/0",
                "{'op': 'remove', 'href': '/api/item/1/relationships/partList', 'data': []} | 403 | /atomic:operations/0/data",
                "{'op': 'add', 'data': {'type': 'none'}} | 404 | /atomic:operations/0/data/type",
                "{'op': 'update', 'data': {'type': 'item'}} | 400 | /atomic:operations/0/data",
                "{'op': 'update', 'data': {'type': 'item', 'lid': 'x'}} | 404 | /atomic:operations/0/data",
                "{'op': 'update', 'ref': {'type': 'item', 'id': '2'}, 'data': {'type': 'item', 'id': '1'}} | 400 | /atomic:operations/0/ref",
                "{'op': 'remove', 'ref': {'type': 'item', 'id': '1'}, 'meta': {'etag': 'x'}} | 400 | /atomic:operations/0/meta/etag",
                "{'op': 'update', 'ref': {'type': 'city', 'id': '1', 'relationship': 'itemList'}, 'data': []} | 403 | /atomic:operations/0/data",
                "{'op': 'update', 'ref': {'type': 'city', 'id': '1', 'relationship': 'none'}, 'data': []} | 404 | /atomic:operations/0/ref"
            })
    void whatCannotBeCarriedOutIsRefusedAtItsPlace(String operation, int status, String pointer) {
        try (GatewayShop shop = new GatewayShop(Engine.H2, LockingMode.OPTIONAL)) {
            Answer answer = send(shop, operation);
            assertThat(answer.status()).as(json(answer).toString()).isEqualTo(status);
            assertThat(at(answer, "/errors/0/source/pointer")).isEqualTo(pointer);
        }
    }

    @Test
    void aLocalIdIsGivenOnce() {
        try (GatewayShop shop = new GatewayShop(Engine.H2, LockingMode.OPTIONAL)) {
            Answer answer = send(shop, NEW_ITEM, NEW_ITEM);
            assertThat(answer.status()).isEqualTo(400);
            assertThat(at(answer, "/errors/0/source/pointer")).isEqualTo("/atomic:operations/1/data/lid");
        }
    }

    @Test
    void otherRequestsAreHandedOn() {
        try (GatewayShop shop = new GatewayShop(Engine.H2, LockingMode.OPTIONAL)) {
            AtomicHandler handler = new AtomicHandler(shop.context(), shop.handler());
            Answer posted = GatewayShop.send(
                    handler,
                    "POST",
                    "/api/city",
                    JsonApi.MEDIA_TYPE,
                    "{'data': {'type': 'city', 'id': '7', 'attributes': {'name': 'Wien'}}}");
            assertThat(posted.status()).isEqualTo(201);
            assertThat(GatewayShop.send(handler, "POST", "/api/operations", JsonApi.MEDIA_TYPE, "{}")
                            .status())
                    .isEqualTo(415);
            String unknown = "application/vnd.api+json; ext=\"" + JsonApi.ATOMIC + " https://example.com/x\"";
            assertThat(GatewayShop.send(handler, "POST", "/api/operations", unknown, "{}")
                            .status())
                    .isEqualTo(415);
        }
    }

    private static String update(String etag) {
        return "{'op': 'update', 'data': {'type': 'item', 'id': '1', 'attributes': {'stock': 4}}, 'meta': {'etag':"
                + " '" + etag + "'}}";
    }

    private static int cities(GatewayShop shop) {
        return shop.store()
                .page(PageRequest.first(shop.colleague().id("city"), List.of(), 10))
                .rows()
                .size();
    }

    private static Answer send(GatewayShop shop, String... operations) {
        return GatewayShop.send(
                new AtomicHandler(shop.context(), shop.handler()),
                "POST",
                "/api/operations",
                JsonApi.mediaType(JsonApi.ATOMIC),
                "{'atomic:operations': [" + String.join(", ", operations) + "]}");
    }
}
