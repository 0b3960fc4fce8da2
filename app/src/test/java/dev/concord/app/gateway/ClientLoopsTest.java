package dev.concord.app.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.concord.app.gateway.document.JsonApi;
import dev.concord.app.gateway.http.Answer;
import dev.concord.app.gateway.http.Handler;
import dev.concord.app.gateway.resource.ResourceTypes;
import dev.concord.app.gateway.write.GatewayShop;
import dev.concord.app.gateway.write.WriteContext;
import dev.concord.app.gateway.write.WriteHandler;
import dev.concord.app.journal.MergedWrites;
import dev.concord.database.DatabaseSettings;
import dev.concord.merge.Merging;
import dev.concord.store.OnEveryEngine;
import dev.concord.store.OpenTransaction;
import dev.concord.store.RecordStore;
import dev.concord.store.Shop;
import dev.concord.store.Waiting;
import dev.concord.testing.Engine;
import dev.concord.testing.Length;
import dev.concord.testing.LongRun;
import dev.concord.version.LockingMode;
import dev.concord.version.Policies;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Clients that read a number, add one to it and write it back under its ETag, through two gateways at a time. */
@LongRun
class ClientLoopsTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int CLIENTS_OF_A_ROW = 20;

    /** What a client tries again after: somebody was faster, or the gateway or the database has no room. */
    private static final Set<Integer> TRY_AGAIN = Set.of(409, 412, 503);

    /** A colleague holds the row until both writes wait for it: both have been compared with the same row by then. */
    @OnEveryEngine
    void ofTwoWritesThatHaveBothPassedTheCheckOneIsCarriedOut(Engine engine) throws Exception {
        try (GatewayShop shop = new GatewayShop(engine, LockingMode.OPTIONAL)) {
            Shop colleague = shop.colleague();
            RecordStore other = colleague.store();
            Handler second = new WriteHandler(
                    new WriteContext(ResourceTypes.of(other), MergedWrites.unkept(other), Merging.DEFAULT));
            String tag = shop.etag("item", "1");
            List<Waiting<Answer>> writes = new ArrayList<>();
            try (OpenTransaction holding =
                    new OpenTransaction(colleague, "update \"item\" set \"stock\" = \"stock\" where \"id\" = 1")) {
                for (Handler gateway : List.of(shop.handler(), second)) {
                    writes.add(Waiting.begun(
                            colleague.database(),
                            () -> GatewayShop.send(
                                    gateway,
                                    "PATCH",
                                    "/api/item/1",
                                    JsonApi.MEDIA_TYPE,
                                    "{'data': {'type': 'item', 'id': '1', 'attributes': {'stock': 11}}}",
                                    "If-Match",
                                    tag)));
                }
                holding.rollBack();
            }
            List<Integer> answers = new ArrayList<>();
            for (Waiting<Answer> write : writes) {
                answers.add(write.outcome().status());
            }
            assertThat(answers).containsExactlyInAnyOrder(200, 409);
        }
    }

    @OnEveryEngine
    void noUpdateIsLost(Engine engine) throws Exception {
        int clients = Length.of(engine == Engine.H2 ? 120 : 40, 1000);
        int rows = clients / CLIENTS_OF_A_ROW;
        DatabaseSettings settings = engine.freshDatabase();
        try (TestGateway one = new TestGateway(GatewayOptions.local(0), settings, Policies.DEFAULT, counters(rows));
                TestGateway other = new TestGateway(GatewayOptions.local(0), settings, Policies.DEFAULT);
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> tries = new ArrayList<>();
            for (int i = 0; i < clients; i++) {
                String row = "api/counter/" + (1 + i % rows);
                TestGateway gateway = i / rows % 2 == 0 ? one : other;
                tries.add(threads.submit(() -> addOne(gateway, row)));
            }
            int refused = -clients;
            for (Future<Integer> client : tries) {
                refused += client.get();
            }
            int sum = 0;
            for (int row = 1; row <= rows; row++) {
                sum += number(other.get("api/counter/" + row));
            }
            assertThat(sum).isEqualTo(clients);
            assertThat(refused).as("writes that were refused").isPositive();
        }
    }

    private static String[] counters(int rows) {
        List<String> statements = new ArrayList<>();
        statements.add("create table \"counter\" (\"id\" integer primary key, \"number\" integer)");
        for (int row = 1; row <= rows; row++) {
            statements.add("insert into \"counter\" values (" + row + ", 0)");
        }
        return statements.toArray(String[]::new);
    }

    /** Returns how many tries it took. */
    private static int addOne(TestGateway gateway, String row) throws IOException, InterruptedException {
        for (int tries = 1; ; tries++) {
            HttpResponse<String> read = gateway.get(row);
            if (read.statusCode() == 503) {
                continue;
            }
            String body = "{\"data\": {\"type\": \"counter\", \"id\": \"" + row.substring(row.lastIndexOf('/') + 1)
                    + "\", \"attributes\": {\"number\": " + (number(read) + 1) + "}}}";
            HttpResponse<String> written = gateway.send(
                    "PATCH",
                    row,
                    body,
                    "If-Match",
                    read.headers().firstValue("ETag").orElseThrow());
            if (written.statusCode() == 200) {
                return tries;
            }
            assertThat(TRY_AGAIN).as(written.body()).contains(written.statusCode());
        }
    }

    private static int number(HttpResponse<String> response) throws IOException {
        JsonNode document = JSON.readTree(response.body());
        return document.at("/data/attributes/number").intValue();
    }
}
