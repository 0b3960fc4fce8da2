package dev.concord.app.gateway.write;

import static dev.concord.app.gateway.write.GatewayShop.at;
import static dev.concord.app.gateway.write.GatewayShop.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.app.gateway.http.Answer;
import dev.concord.journal.MergeJournal;
import dev.concord.record.Value;
import dev.concord.store.OnEveryEngine;
import dev.concord.store.OpenTransaction;
import dev.concord.store.Waiting;
import dev.concord.testing.Engine;
import dev.concord.version.LockingMode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a client gets that sends the row it started from: a merge of its own change with somebody else's. */
class MergedPatchTest {
    private static final String ITEM = "/api/item/1";
    private static final String MERGE = "resolution=merge";

    @OnEveryEngine
    void theConflictSaysWhatBothChangesComeTo(Engine engine) {
        try (GatewayShop shop = new GatewayShop(engine, LockingMode.OPTIONAL)) {
            String base = shop.attributes("item", "1");
            String tag = shop.etag("item", "1");
            shop.colleague()
                    .sql(
                            "update \"item\" set \"name\" = 'mate', \"stock\" = 9, \"changed_by\" = 'Bob' where \"id\" = 1");

            Answer answer = shop.send("PATCH", ITEM, patch("'stock': 4, 'price': 2.5", base), "If-Match", tag);

            assertThat(answer.status()).isEqualTo(412);
            assertThat(at(answer, "/errors/0/meta/changed/by")).isEqualTo("Bob");
            assertThat(at(answer, "/errors/0/meta/merge/kept/name")).isEqualTo("mate");
            assertThat(at(answer, "/errors/0/meta/merge/kept/price")).isEqualTo("2.5");
            assertThat(json(answer).at("/errors/0/meta/merge/undecided")).hasSize(1);
            assertThat(json(answer).at("/errors/0/meta/merge/undecided/0").toString())
                    .isEqualTo("{\"attribute\":\"stock\",\"base\":10,\"current\":9,\"yours\":4}");
            assertThat(shop.row("item", "1").row().get("stock")).isEqualTo(Value.of(9));
        }
    }

    @OnEveryEngine
    void theConflictOfADeletionSaysWhatWasChangedSince(Engine engine) {
        try (GatewayShop shop = new GatewayShop(engine, LockingMode.OPTIONAL)) {
            String base = shop.attributes("item", "1");
            String tag = shop.etag("item", "1");
            String checksum = shop.checksum("item", "1");
            shop.colleague().sql("update \"item\" set \"name\" = 'mate', \"changed_by\" = 'Bob' where \"id\" = 1");
            String byTag = "{'data': {'type': 'item', 'id': '1', 'meta': {'base': " + base + "}}}";
            String byChecksum = "{'data': {'type': 'item', 'id': '1', 'attributes': {'S_CheckSum': '" + checksum
                    + "'}, 'meta': {'base': " + base + "}}}";
            String unproved = byTag.replace("tea", "coffee");

            Answer missed = shop.send("DELETE", ITEM, byTag, "If-Match", tag);
            Answer failed = shop.send("DELETE", ITEM, byChecksum);
            assertThat(missed.status()).isEqualTo(412);
            assertThat(failed.status()).isEqualTo(409);
            for (Answer answer : List.of(missed, failed)) {
                assertThat(json(answer).at("/errors/0/meta/merge/kept").toString())
                        .isEqualTo("{\"name\":\"mate\",\"changed_by\":\"Bob\"}");
                assertThat(json(answer).at("/errors/0/meta/merge/undecided")).isEmpty();
                assertThat(at(answer, "/errors/0/meta/yours/0")).isEqualTo(checksum);
                assertThat(at(answer, "/errors/0/meta/current/etag")).isEqualTo(shop.etag("item", "1"));
                assertThat(at(answer, "/errors/0/meta/data/attributes/name")).isEqualTo("mate");
                assertThat(at(answer, "/errors/0/meta/changed/by")).isEqualTo("Bob");
            }
            assertThat(json(shop.send("DELETE", ITEM, unproved, "If-Match", tag))
                            .at("/errors/0/meta")
                            .has("merge"))
                    .isFalse();
            assertThat(shop.row("item", "1").row().get("name")).isEqualTo(Value.of("mate"));
        }
    }

    @OnEveryEngine
    void whatNeedsNoDecisionIsMergedIfTheClientPrefersThat(Engine engine) {
        try (GatewayShop shop = new GatewayShop(engine, LockingMode.REQUIRED)) {
            String base = shop.attributes("item", "1");
            String checksum = shop.checksum("item", "1");
            shop.colleague().sql("update \"item\" set \"name\" = 'mate' where \"id\" = 1");
            String body = patch("'stock': 4, 'S_CheckSum': '" + checksum + "'", base);

            assertThat(shop.send("PATCH", ITEM, body).status()).isEqualTo(409);
            assertThat(shop.row("item", "1").row().get("stock")).isEqualTo(Value.of(10));

            Answer merged = shop.send("PATCH", ITEM, body, "Prefer", "return=minimal, resolution=merge");
            assertThat(merged.status()).isEqualTo(200);
            assertThat(merged.headers().first("Preference-Applied")).contains(MERGE);
            assertThat(merged.headers().first("ETag")).contains(shop.etag("item", "1"));
            assertThat(at(merged, "/meta/merge/kept/name")).isEqualTo("mate");
            assertThat(at(merged, "/meta/merge/kept/stock")).isEqualTo("4");
            assertThat(at(merged, "/data/attributes/name")).isEqualTo("mate");
            assertThat(shop.row("item", "1").row().get("stock")).isEqualTo(Value.of(4));
        }
    }

    @OnEveryEngine
    void aRaceAfterTheCheckIsMergedAsWell(Engine engine) throws Exception {
        try (GatewayShop shop = new GatewayShop(engine, LockingMode.OPTIONAL)) {
            String base = shop.attributes("item", "1");
            String tag = shop.etag("item", "1");
            try (OpenTransaction theirs =
                    new OpenTransaction(shop.colleague(), "update \"item\" set \"name\" = 'mate' where \"id\" = 1")) {
                Waiting<Answer> waiting = Waiting.begun(
                        shop.colleague().database(),
                        () -> shop.send("PATCH", ITEM, patch("'stock': 4", base), "If-Match", tag, "Prefer", MERGE));
                theirs.commit();
                assertThat(waiting.outcome().status()).isEqualTo(200);
            }
            assertThat(shop.row("item", "1").row().get("name")).isEqualTo(Value.of("mate"));
            assertThat(shop.row("item", "1").row().get("stock")).isEqualTo(Value.of(4));
        }
    }

    @Test
    void whatNeedsADecisionIsNeverMerged() {
        try (GatewayShop shop = new GatewayShop(Engine.H2, LockingMode.OPTIONAL)) {
            String base = shop.attributes("item", "1");
            String tag = shop.etag("item", "1");
            shop.colleague().sql("update \"item\" set \"stock\" = 9 where \"id\" = 1");
            Answer answer = shop.send(
                    "PATCH", ITEM, patch("'stock': 4, 'name': 'mate'", base), "If-Match", tag, "Prefer", MERGE);
            assertThat(answer.status()).isEqualTo(412);
            assertThat(answer.headers().first("Preference-Applied")).isEmpty();
            assertThat(shop.row("item", "1").row().get("name")).isEqualTo(Value.of("tea"));
        }
    }

    @Test
    void aBaseThatTheTokenDoesNotProveIsNotBelieved() {
        try (GatewayShop shop = new GatewayShop(Engine.H2, LockingMode.OPTIONAL)) {
            String tag = shop.etag("item", "1");
            shop.colleague().sql("update \"item\" set \"name\" = 'mate', \"price\" = 3 where \"id\" = 1");
            for (String base : new String[] {
                "{'stock': 10}",
                "{'name': 'tea', 'stock': 10, 'price': 1.6, 'changed_by': 'Ana', 'city_id': 1}",
                "{'name': 'tea', 'stock': 'ten', 'price': 1.5, 'changed_by': 'Ana', 'city_id': 1}",
                "'tea'"
            }) {
                Answer answer = shop.send("PATCH", ITEM, patch("'stock': 4", base), "If-Match", tag, "Prefer", MERGE);
                assertThat(answer.status()).as(base).isEqualTo(412);
                assertThat(json(answer).at("/errors/0/meta").has("merge")).isFalse();
            }
            String whole = "{'name': 'tea', 'stock': 10, 'price': 1.50, 'changed_by': 'Ana', 'city_id': 1}";
            assertThat(shop.send("PATCH", ITEM, patch("'stock': 4", whole), "If-Match", tag, "Prefer", MERGE)
                            .status())
                    .isEqualTo(200);
        }
    }

    @Test
    void aMergeThatBreaksARuleIsRefusedAtItsAttribute() {
        try (GatewayShop shop = new GatewayShop(Engine.H2, LockingMode.OPTIONAL)) {
            String base = shop.attributes("item", "1");
            String tag = shop.etag("item", "1");
            shop.colleague().sql("update \"item\" set \"name\" = 'mate' where \"id\" = 1");
            Answer answer = shop.send("PATCH", ITEM, patch("'stock': -4", base), "If-Match", tag, "Prefer", MERGE);
            assertThat(answer.status()).isEqualTo(422);
            assertThat(at(answer, "/errors/0/source/pointer")).isEqualTo("/data/attributes/stock");
        }
    }

    @Test
    void aMergeIsInTheJournal(@TempDir Path folder) throws IOException {
        try (GatewayShop shop = new GatewayShop(Engine.H2, new MergeJournal(folder))) {
            String base = shop.attributes("item", "1");
            String tag = shop.etag("item", "1");
            shop.colleague().sql("update \"item\" set \"name\" = 'mate' where \"id\" = 1");
            shop.send("PATCH", ITEM, patch("'stock': 4", base), "If-Match", tag, "Prefer", MERGE);
            assertThat(Files.readString(folder.resolve("merges.jsonl"))).contains("mate", "tea");
        }
    }

    private static String patch(String attributes, String base) {
        return "{'data': {'type': 'item', 'id': '1', 'attributes': {" + attributes + "}, 'meta': {'base': " + base
                + "}}}";
    }
}
