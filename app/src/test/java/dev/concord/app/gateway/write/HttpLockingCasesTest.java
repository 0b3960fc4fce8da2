package dev.concord.app.gateway.write;

import static dev.concord.app.gateway.write.GatewayShop.at;
import static dev.concord.app.gateway.write.GatewayShop.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.app.gateway.http.Answer;
import dev.concord.record.Value;
import dev.concord.store.OnEveryEngine;
import dev.concord.store.OpenTransaction;
import dev.concord.store.Waiting;
import dev.concord.testing.Engine;
import dev.concord.version.LockingMode;
import java.util.concurrent.Callable;

/** The cases of locking over HTTP, in every mode on every database. */
class HttpLockingCasesTest {
    private static final String ITEM = "/api/item/1";
    private static final String SORRY = "Sorry, row altered by another user";

    @OnEveryEngine
    void aReadHasAStrongTagAndIsNotSentAgain(Engine engine) throws Exception {
        GatewayShop.inEveryMode(engine, (shop, mode) -> {
            Answer read = shop.read(ITEM);
            assertThat(tag(read)).isEqualTo(shop.etag("item", "1")).matches("\"[0-9a-f]+\"");
            for (String known : new String[] {tag(read), "W/" + tag(read), "\"x\", " + tag(read), "*"}) {
                Answer again = shop.read(ITEM, "If-None-Match", known);
                assertThat(again.status()).as(known).isEqualTo(304);
                assertThat(tag(again)).isEqualTo(tag(read));
            }
            shop.colleague().sql("update \"item\" set \"stock\" = 9 where \"id\" = 1");
            Answer changed = shop.read(ITEM, "If-None-Match", tag(read));
            assertThat(changed.status()).isEqualTo(200);
            assertThat(patch(shop, tag(read))).isEqualTo(412);
            assertThat(patch(shop, tag(changed))).isEqualTo(200);
        });
    }

    @OnEveryEngine
    void aWriteWithoutAPreconditionIsRefusedInRequiredModeOnly(Engine engine) throws Exception {
        GatewayShop.inEveryMode(engine, (shop, mode) -> {
            Answer answer = shop.send("PATCH", ITEM, stock("4"));
            if (mode == LockingMode.REQUIRED) {
                assertThat(answer.status()).isEqualTo(428);
                assertThat(at(answer, "/errors/0/detail")).contains("If-Match", "S_CheckSum");
                assertThat(stock(shop)).isEqualTo(Value.of(10));
                assertThat(shop.send("DELETE", ITEM, "").status()).isEqualTo(428);
            } else {
                assertThat(answer.status()).isEqualTo(200);
                assertThat(stock(shop)).isEqualTo(Value.of(4));
                assertThat(shop.send("DELETE", ITEM, "").status()).isEqualTo(204);
            }
        });
    }

    @OnEveryEngine
    void aStaleTagIsAnsweredWithTheCurrentOne(Engine engine) throws Exception {
        GatewayShop.inEveryMode(engine, (shop, mode) -> {
            String before = shop.etag("item", "1");
            shop.colleague().sql("update \"item\" set \"stock\" = 9 where \"id\" = 1");
            for (Answer answer : new Answer[] {
                shop.send("PATCH", ITEM, stock("4"), "If-Match", before),
                shop.send("DELETE", ITEM, "", "If-Match", before)
            }) {
                assertThat(answer.status()).isEqualTo(412);
                assertThat(answer.headers().first("ETag")).contains(shop.etag("item", "1"));
                assertThat(at(answer, "/errors/0/title")).isEqualTo(SORRY);
                assertThat(at(answer, "/errors/0/source/header")).isEqualTo("If-Match");
                assertThat(at(answer, "/errors/0/meta/data/attributes/stock")).isEqualTo("9");
                assertThat(at(answer, "/errors/0/meta/current/checksum")).isEqualTo(shop.checksum("item", "1"));
                assertThat('"' + at(answer, "/errors/0/meta/yours/0") + '"').isEqualTo(before);
            }
            assertThat(stock(shop)).isEqualTo(Value.of(9));
        });
    }

    @OnEveryEngine
    void tagsAreComparedStronglyAndAMalformedHeaderIsRefused(Engine engine) throws Exception {
        GatewayShop.inEveryMode(engine, (shop, mode) -> {
            String tag = shop.etag("item", "1");
            assertThat(patch(shop, "W/" + tag)).isEqualTo(412);
            assertThat(patch(shop, "\"other\"")).isEqualTo(412);
            assertThat(patch(shop, "\"\"")).isEqualTo(412);
            for (String malformed : new String[] {"", "x", "\"x", "*, " + tag, "w/" + tag, tag + tag, "\"a b\"", ","}) {
                assertThat(patch(shop, malformed)).as(malformed).isEqualTo(400);
            }
            assertThat(stock(shop)).isEqualTo(Value.of(10));
            assertThat(patch(shop, "\"other\", W/\"weak\" ,, " + tag)).isEqualTo(200);
            assertThat(stock(shop)).isEqualTo(Value.of(4));
        });
    }

    @OnEveryEngine
    void aStarMatchesAnyRowThatExists(Engine engine) throws Exception {
        GatewayShop.inEveryMode(engine, (shop, mode) -> {
            assertThat(patch(shop, "*")).isEqualTo(200);
            assertThat(shop.send("DELETE", ITEM, "", "If-Match", "*").status()).isEqualTo(204);
            assertThat(patch(shop, "*")).isEqualTo(404);
        });
    }

    @OnEveryEngine
    void aStaleChecksumIsAConflictAndComesBeforeValidation(Engine engine) throws Exception {
        GatewayShop.inEveryMode(engine, (shop, mode) -> {
            String before = shop.checksum("item", "1");
            shop.colleague().sql("update \"item\" set \"stock\" = 9 where \"id\" = 1");
            Answer stale =
                    shop.send("PATCH", ITEM, item("'stock': 'no number', 'none': 1, 'S_CheckSum': '" + before + "'"));
            Answer right =
                    shop.send("PATCH", ITEM, item("'stock': -1, 'S_CheckSum': '" + shop.checksum("item", "1") + "'"));
            if (mode == LockingMode.IGNORED) {
                assertThat(stale.status()).isEqualTo(422);
            } else {
                assertThat(stale.status()).isEqualTo(409);
                assertThat(at(stale, "/errors/0/detail")).contains(SORRY);
                assertThat(at(stale, "/errors/0/source/pointer")).isEqualTo("/data/attributes/S_CheckSum");
            }
            assertThat(right.status()).isEqualTo(422);
            assertThat(at(right, "/errors/0/code")).isEqualTo("check");
            assertThat(stock(shop)).isEqualTo(Value.of(9));
        });
    }

    @OnEveryEngine
    void aChecksumOfNullCountsAsNone(Engine engine) throws Exception {
        GatewayShop.inEveryMode(engine, (shop, mode) -> {
            Answer answer = shop.send("PATCH", ITEM, item("'stock': 4, 'S_CheckSum': null"));
            assertThat(answer.status()).isEqualTo(mode == LockingMode.REQUIRED ? 428 : 200);
            Answer number = shop.send("PATCH", ITEM, item("'stock': 4, 'S_CheckSum': 17"));
            assertThat(number.status()).isEqualTo(mode == LockingMode.IGNORED ? 200 : 409);
        });
    }

    @OnEveryEngine
    void writesAreChainedByTheTokensTheyReturn(Engine engine) throws Exception {
        GatewayShop.inEveryMode(engine, (shop, mode) -> {
            Answer posted = shop.send(
                    "POST", "/api/item", "{'data': {'type': 'item', 'attributes': {'name': 'mate', 'stock': 3}}}");
            assertThat(posted.status()).isEqualTo(201);
            String id = at(posted, "/data/id");
            assertThat(posted.headers().first("Location")).contains("http://localhost/api/item/" + id);
            assertThat(at(posted, "/data/attributes/twice")).isEqualTo("6");

            Answer byTag = shop.send("PATCH", "/api/item/" + id, resource(id, "'stock': 2"), "If-Match", tag(posted));
            assertThat(byTag.status()).isEqualTo(200);
            boolean shown = json(byTag).at("/data/attributes").has("S_CheckSum");
            assertThat(shown).isEqualTo(mode != LockingMode.IGNORED);
            String next = shown
                    ? resource(id, "'stock': 1, 'S_CheckSum': '" + at(byTag, "/data/attributes/S_CheckSum") + "'")
                    : resource(id, "'stock': 1");
            Answer byAttribute = shop.send("PATCH", "/api/item/" + id, next);
            assertThat(byAttribute.status()).isEqualTo(200);

            Answer used = shop.send("DELETE", "/api/item/" + id, "", "If-Match", tag(byTag));
            assertThat(used.status()).isEqualTo(412);
            assertThat(shop.send("DELETE", "/api/item/" + id, "", "If-Match", tag(byAttribute))
                            .status())
                    .isEqualTo(204);
            assertThat(shop.send("DELETE", "/api/item/" + id, "", "If-Match", tag(byAttribute))
                            .status())
                    .isEqualTo(404);
        });
    }

    @OnEveryEngine
    void anotherIdOrTypeIsAConflictWithItsPointer(Engine engine) throws Exception {
        GatewayShop.inEveryMode(engine, (shop, mode) -> {
            Answer id = shop.send("PATCH", ITEM, resource("2", "'stock': 4"));
            assertThat(id.status()).isEqualTo(409);
            assertThat(at(id, "/errors/0/source/pointer")).isEqualTo("/data/id");
            Answer type = shop.send("PATCH", ITEM, "{'data': {'type': 'city', 'id': '1'}}");
            assertThat(type.status()).isEqualTo(409);
            assertThat(at(type, "/errors/0/source/pointer")).isEqualTo("/data/type");
            Answer none = shop.send("PATCH", ITEM, "{'data': {'type': 'item'}}");
            assertThat(none.status()).isEqualTo(400);
            assertThat(shop.send("POST", "/api/item", "{'data': {'type': 'city'}}")
                            .status())
                    .isEqualTo(409);
            assertThat(stock(shop)).isEqualTo(Value.of(10));
        });
    }

    @OnEveryEngine
    void aRaceAfterTheCheckIsAConflict(Engine engine) throws Exception {
        GatewayShop.inEveryMode(engine, (shop, mode) -> {
            String tag = shop.etag("item", "1");
            Answer patched = raced(shop, () -> shop.send("PATCH", ITEM, stock("4"), "If-Match", tag));
            assertThat(patched.status()).isEqualTo(409);
            assertThat(at(patched, "/errors/0/title")).isEqualTo(SORRY);
            assertThat(patched.headers().first("ETag")).contains(shop.etag("item", "1"));
            assertThat(at(patched, "/errors/0/meta/data/attributes/stock")).isEqualTo("9");
            assertThat(stock(shop)).isEqualTo(Value.of(9));

            String next = shop.etag("item", "1");
            Answer deleted = raced(shop, () -> shop.send("DELETE", ITEM, "", "If-Match", next));
            assertThat(deleted.status()).isEqualTo(409);
            assertThat(stock(shop)).isEqualTo(Value.of(8));
        });
    }

    @OnEveryEngine
    void aTableWithAVersionColumnIsProvedByTheWholeRow(Engine engine) throws Exception {
        GatewayShop.inEveryMode(engine, (shop, mode) -> {
            String before = shop.etag("counted", "1");
            String body = "{'data': {'type': 'counted', 'id': '1', 'attributes': {'name': 'coffee'}}}";
            Answer first = shop.send("PATCH", "/api/counted/1", body, "If-Match", before);
            assertThat(first.status()).isEqualTo(200);
            assertThat(shop.row("counted", "1").row().get("version")).isEqualTo(Value.of(8));
            assertThat(shop.send("PATCH", "/api/counted/1", body, "If-Match", before)
                            .status())
                    .isEqualTo(412);
            assertThat(shop.send("DELETE", "/api/counted/1", "", "If-Match", tag(first))
                            .status())
                    .isEqualTo(204);
        });
    }

    /** Sends while a colleague's transaction has written the row, which commits once the request waits for it. */
    private static Answer raced(GatewayShop shop, Callable<Answer> request) throws Exception {
        try (OpenTransaction theirs = new OpenTransaction(
                shop.colleague(), "update \"item\" set \"stock\" = \"stock\" - 1 where \"id\" = 1")) {
            Waiting<Answer> waiting = Waiting.begun(shop.colleague().database(), request);
            theirs.commit();
            return waiting.outcome();
        }
    }

    private static int patch(GatewayShop shop, String ifMatch) {
        return shop.send("PATCH", ITEM, stock("4"), "If-Match", ifMatch).status();
    }

    private static String tag(Answer answer) {
        return answer.headers().first("ETag").orElseThrow();
    }

    private static Value stock(GatewayShop shop) {
        return shop.row("item", "1").row().get("stock");
    }

    private static String stock(String value) {
        return item("'stock': " + value);
    }

    private static String item(String attributes) {
        return resource("1", attributes);
    }

    private static String resource(String id, String attributes) {
        return "{'data': {'type': 'item', 'id': '" + id + "', 'attributes': {" + attributes + "}}}";
    }
}
