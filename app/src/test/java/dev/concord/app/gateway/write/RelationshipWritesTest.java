package dev.concord.app.gateway.write;

import static dev.concord.app.gateway.write.GatewayShop.at;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.concord.app.gateway.atomic.AtomicHandler;
import dev.concord.app.gateway.document.JsonApi;
import dev.concord.app.gateway.http.Answer;
import dev.concord.app.gateway.read.CaselessText;
import dev.concord.record.Value;
import dev.concord.store.OnEveryEngine;
import dev.concord.testing.Engine;
import dev.concord.version.LockingMode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Writes at the addresses of relationships, with If-Match of the row that the address names. */
class RelationshipWritesTest {
    private static final String TO_CITY = "/api/item/1/relationships/city";
    private static final String OF_GRAZ = "/api/city/1/relationships/itemList";
    private static final String OF_LINZ = "/api/city/2/relationships/itemList";

    @OnEveryEngine
    void aRelationshipToOneRowIsGuardedAsTheRowIs(Engine engine) {
        try (GatewayShop shop = new GatewayShop(engine, LockingMode.REQUIRED)) {
            String linz = "{'data': {'type': 'city', 'id': '2'}}";
            assertThat(shop.send("PATCH", TO_CITY, linz).status()).isEqualTo(428);
            String tag = shop.etag("item", "1");
            Answer done = shop.send("PATCH", TO_CITY, linz, "If-Match", tag);
            assertThat(done.status()).isEqualTo(204);
            assertThat(done.headers().first("ETag")).contains(shop.etag("item", "1"));
            assertThat(city(shop)).isEqualTo(Value.of(2));
            Answer stale = shop.send("PATCH", TO_CITY, "{'data': null}", "If-Match", tag);
            assertThat(stale.status()).isEqualTo(412);
            assertThat(shop.send("PATCH", TO_CITY, "{'data': null}", "If-Match", shop.etag("item", "1"))
                            .status())
                    .isEqualTo(204);
            assertThat(city(shop).isNull()).isTrue();
        }
    }

    @OnEveryEngine
    void whereATriggerLeadsElsewhereTheAnswerSaysWhere(Engine engine) {
        try (GatewayShop shop = new GatewayShop(engine, LockingMode.OPTIONAL)) {
            shop.colleague().sql(backToGraz(engine));
            Answer moved = shop.send("PATCH", TO_CITY, "{'data': {'type': 'city', 'id': '2'}}");
            assertThat(moved.status()).isEqualTo(200);
            assertThat(at(moved, "/data/type")).isEqualTo("city");
            assertThat(at(moved, "/data/id")).isEqualTo("1");
            assertThat(at(moved, "/links/self")).endsWith(TO_CITY);
            assertThat(moved.headers().first("ETag")).contains(shop.etag("item", "1"));
            assertThat(city(shop)).isEqualTo(Value.of(1));
            assertThat(at(shop.send("PATCH", TO_CITY, "{'data': null}"), "/data/id"))
                    .isEqualTo("1");
            assertThat(shop.send("PATCH", TO_CITY, "{'data': {'type': 'city', 'id': '1'}}")
                            .status())
                    .isEqualTo(204);
        }
    }

    @OnEveryEngine
    void whereATriggerMakesOtherMembersTheAnswerSaysWhich(Engine engine) {
        try (GatewayShop shop = new GatewayShop(engine, LockingMode.OPTIONAL)) {
            shop.colleague().sql(backToGraz(engine));
            String member = "{'data': [{'type': 'item', 'id': '1'}]}";
            Answer elsewhere = shop.send("POST", OF_LINZ, member);
            assertThat(elsewhere.status()).isEqualTo(200);
            assertThat(members(elsewhere)).isEmpty();
            Answer kept = shop.send("DELETE", OF_GRAZ, member, "If-Match", shop.etag("city", "1"));
            assertThat(kept.status()).isEqualTo(200);
            assertThat(members(kept)).containsExactly("1");

            shop.colleague().sql("update \"item\" set \"city_id\" = 1");
            assertThat(shop.send("POST", OF_GRAZ, member).status()).isEqualTo(204);
        }
    }

    private static List<String> members(Answer answer) {
        return ((ArrayNode) GatewayShop.json(answer).path("data"))
                .valueStream()
                .map(member -> member.path("id").asText())
                .toList();
    }

    /** A collation takes both for the same; the one who refers is found and removed. */
    @OnEveryEngine
    void aMemberThatRefersInAnotherSpellingIsRemoved(Engine engine) {
        try (GatewayShop shop = new GatewayShop(engine, LockingMode.OPTIONAL)) {
            shop.colleague().sql(CaselessText.statements(engine));
            String type = CaselessText.type(engine);
            shop.colleague()
                    .sql(
                            "create table \"land\" (\"code\" " + type + " not null primary key)",
                            "create table \"town\" (\"id\" integer not null primary key, \"land\" " + type
                                    + ", foreign key (\"land\") references \"land\" (\"code\"))",
                            "insert into \"land\" values ('at')",
                            "insert into \"land\" values ('it')",
                            "insert into \"town\" values (1, 'AT')",
                            "insert into \"town\" values (2, 'At')",
                            "insert into \"town\" values (3, 'IT')");
            Answer answer = shop.send(
                    "DELETE",
                    "/api/land/at/relationships/townList",
                    "{'data': [{'type': 'town', 'id': '1'}, {'type': 'town', 'id': '3'}]}");
            assertThat(answer.status()).isEqualTo(204);
            assertThat(land(shop, 1)).isEqualTo(Value.ofNull());
            assertThat(land(shop, 3)).isEqualTo(Value.of("IT"));

            Answer atomic = atomic(
                    shop,
                    "{'atomic:operations': [{'op': 'remove', 'href': '/api/land/at/relationships/townList', 'data':"
                            + " [{'type': 'town', 'id': '2'}, {'type': 'town', 'id': '3'}]}]}");
            assertThat(atomic.status()).as(atomic.toString()).isEqualTo(200);
            assertThat(land(shop, 2)).isEqualTo(Value.ofNull());
            assertThat(land(shop, 3)).isEqualTo(Value.of("IT"));
        }
    }

    private static Value land(GatewayShop shop, int town) {
        return shop.row("town", Integer.toString(town)).row().get("land");
    }

    private static String[] backToGraz(Engine engine) {
        return switch (engine) {
            case H2 ->
                new String[] {
                    "create trigger \"city_id\" before update on \"item\" for each row call '"
                            + FirstRowTrigger.class.getName() + "'"
                };
            case POSTGRESQL ->
                new String[] {
                    "create function back() returns trigger language plpgsql as "
                            + "$$begin new.city_id := 1; return new; end$$",
                    "create trigger back before update on item for each row execute function back()"
                };
            case MARIADB -> new String[] {"create trigger back before update on item for each row set new.city_id = 1"};
            case SQLITE ->
                new String[] {
                    "create trigger back after update on item when new.city_id is not 1 begin "
                            + "update item set city_id = 1 where id = new.id; end"
                };
        };
    }

    @OnEveryEngine
    void membersAreAddedAndRemovedUnderTheTagOfTheirOwner(Engine engine) {
        try (GatewayShop shop = new GatewayShop(engine, LockingMode.REQUIRED)) {
            String member = "{'data': [{'type': 'item', 'id': '1'}]}";
            assertThat(shop.send("POST", OF_LINZ, member).status()).isEqualTo(428);
            assertThat(shop.send("POST", OF_LINZ, member, "If-Match", "\"x\"").status())
                    .isEqualTo(412);
            String tag = shop.etag("city", "2");
            assertThat(shop.send("POST", OF_LINZ, member, "If-Match", tag).status())
                    .isEqualTo(204);
            assertThat(city(shop)).isEqualTo(Value.of(2));
            assertThat(shop.send("POST", OF_LINZ, member, "If-Match", tag).status())
                    .isEqualTo(204);
            assertThat(shop.send("DELETE", OF_LINZ, member, "If-Match", tag).status())
                    .isEqualTo(204);
            assertThat(city(shop).isNull()).isTrue();
        }
    }

    @Test
    void aMemberOfAnotherRowIsNotRemoved() {
        try (GatewayShop shop = new GatewayShop(Engine.H2, LockingMode.OPTIONAL)) {
            Answer answer = shop.send("DELETE", OF_LINZ, "{'data': [{'type': 'item', 'id': '1'}]}");
            assertThat(answer.status()).isEqualTo(204);
            assertThat(city(shop)).isEqualTo(Value.of(1));
        }
    }

    @Test
    void noMemberIsAddedIfOneOfThemDoesNotExist() {
        try (GatewayShop shop = new GatewayShop(Engine.H2, LockingMode.OPTIONAL)) {
            Answer answer =
                    shop.send("POST", OF_LINZ, "{'data': [{'type': 'item', 'id': '1'}, {'type': 'item', 'id': '99'}]}");
            assertThat(answer.status()).isEqualTo(404);
            assertThat(at(answer, "/errors/0/source/pointer")).isEqualTo("/data/1");
            assertThat(city(shop)).isEqualTo(Value.of(1));
        }
    }

    @Test
    void aRelationshipToManyRowsIsNotReplacedAsAWhole() {
        try (GatewayShop shop = new GatewayShop(Engine.H2, LockingMode.OPTIONAL)) {
            assertThat(shop.send("PATCH", OF_LINZ, "{'data': []}").status()).isEqualTo(403);
            assertThat(shop.send("PUT", OF_LINZ, "{'data': []}").headers().first("Allow"))
                    .contains("GET, HEAD, POST, DELETE");
            Answer patched = shop.send(
                    "PATCH",
                    "/api/city/2",
                    "{'data': {'type': 'city', 'id': '2', 'relationships': {'itemList': {'data': []}}}}");
            assertThat(patched.status()).isEqualTo(403);
            assertThat(shop.send("POST", OF_LINZ, "{'data': null}").status()).isEqualTo(400);
            assertThat(shop.send("POST", TO_CITY, "{'data': null}").status()).isEqualTo(405);
        }
    }

    @OnEveryEngine
    void aForeignKeyInTheIdStaysAsItIs(Engine engine) {
        try (GatewayShop shop = new GatewayShop(engine, LockingMode.OPTIONAL)) {
            shop.colleague().sql("""
                            create table "stop" ("city_id" integer not null, "no" integer not null,
                              primary key ("city_id", "no"), foreign key ("city_id") references "city" ("id"))""", "insert into \"stop\" values (1, 5)");
            String linz = "{'type': 'city', 'id': '2'}";
            Answer alone = shop.send("PATCH", "/api/stop/1_5/relationships/city", "{'data': " + linz + "}");
            assertThat(alone.status()).isEqualTo(403);
            assertThat(at(alone, "/errors/0/detail")).contains("id");
            Answer none = shop.send("PATCH", "/api/stop/1_5/relationships/city", "{'data': null}");
            assertThat(none.status()).isEqualTo(403);
            String whole = "{'data': {'type': 'stop', 'id': '1_5', 'relationships': {'city': {'data': %s}}}}";
            Answer changed = shop.send("PATCH", "/api/stop/1_5", whole.formatted(linz));
            assertThat(changed.status()).isEqualTo(403);
            assertThat(at(changed, "/errors/0/source/pointer")).isEqualTo("/data/relationships/city/data");
            String member = "{'data': [{'type': 'stop', 'id': '1_5'}]}";
            assertThat(shop.send("POST", "/api/city/2/relationships/stopList", member)
                            .status())
                    .isEqualTo(403);
            String operation =
                    "{'atomic:operations': [{'op': 'add', 'href': '/api/city/%s/relationships/stopList', 'data':"
                            + " [{'type': 'stop', 'id': '1_5'}]}]}";
            Answer atomic = atomic(shop, operation.formatted("2"));
            assertThat(atomic.status()).isEqualTo(403);
            assertThat(at(atomic, "/errors/0/source/pointer")).isEqualTo("/atomic:operations/0/data/0");
            assertThat(shop.row("stop", "1_5").row().get("city_id")).isEqualTo(Value.of(1));
            assertThat(atomic(shop, operation.formatted("1")).status()).isEqualTo(200);

            String graz = "{'type': 'city', 'id': '1'}";
            assertThat(shop.send("PATCH", "/api/stop/1_5", whole.formatted(graz))
                            .status())
                    .isEqualTo(200);
            assertThat(shop.send("POST", "/api/city/1/relationships/stopList", member)
                            .status())
                    .isEqualTo(204);
        }
    }

    /** MariaDB lets no foreign key be computed from another column's values. */
    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "MARIADB")
    void aForeignKeyThatTheDatabaseComputesIsNotWritten(Engine engine) {
        try (GatewayShop shop = new GatewayShop(engine, LockingMode.OPTIONAL)) {
            shop.colleague()
                    .sql(
                            "create table \"stop\" (\"id\" integer not null primary key, \"no\" integer, \"city_id\" integer"
                                    + " generated always as (\"no\" - 5) STORED, foreign key (\"city_id\") references \"city\" (\"id\"))",
                            "insert into \"stop\" (\"id\", \"no\") values (1, 6)");
            assertThat(shop.send("PATCH", "/api/stop/1/relationships/city", "{'data': {'type': 'city', 'id': '2'}}")
                            .status())
                    .isEqualTo(403);
            assertThat(shop.send(
                                    "POST",
                                    "/api/city/2/relationships/stopList",
                                    "{'data': [{'type': 'stop', 'id': '1'}]}")
                            .status())
                    .isEqualTo(403);
            assertThat(atomic(
                                    shop,
                                    "{'atomic:operations': [{'op': 'add', 'href': '/api/city/2/relationships/stopList',"
                                            + " 'data': [{'type': 'stop', 'id': '1'}]}]}")
                            .status())
                    .isEqualTo(403);
            String inserted = "{'data': {'type': 'stop', 'id': '2', 'attributes': {'no': 6}, 'relationships': {'city':"
                    + " {'data': {'type': 'city', 'id': '2'}}}}}";
            assertThat(shop.send("POST", "/api/stop", inserted).status()).isEqualTo(403);
        }
    }

    private static Answer atomic(GatewayShop shop, String operations) {
        return GatewayShop.send(
                new AtomicHandler(shop.context(), shop.handler()),
                "POST",
                "/api/operations",
                JsonApi.mediaType(JsonApi.ATOMIC),
                operations);
    }

    private static Value city(GatewayShop shop) {
        return shop.row("item", "1").row().get("city_id");
    }
}
