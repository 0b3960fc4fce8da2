package dev.concord.app.gateway.change;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.concord.app.gateway.GatewayOptions;
import dev.concord.app.gateway.TestGateway;
import dev.concord.app.gateway.http.Answer;
import dev.concord.app.gateway.http.Content;
import dev.concord.app.gateway.http.RawClient;
import dev.concord.app.gateway.resource.ResourceTypes;
import dev.concord.app.gateway.write.GatewayShop;
import dev.concord.store.OnEveryEngine;
import dev.concord.testing.Engine;
import dev.concord.version.LockingMode;
import dev.concord.version.Policies;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class ChangeStreamTest {
    private static final String[] CUSTOMERS = {
        "create table \"customer\" (\"id\" integer primary key, \"name\" varchar(50))",
        "insert into \"customer\" values (1, 'Ada')",
        "insert into \"customer\" values (2, 'Grace')"
    };

    private static RawClient watch(TestGateway gateway, String path) throws IOException {
        return watch(gateway, path, "");
    }

    /** Comes back. */
    private static RawClient watchFrom(TestGateway gateway, String path, String lastId) throws IOException {
        return watch(gateway, path, "Last-Event-ID: " + lastId + "\r\n");
    }

    private static RawClient watch(TestGateway gateway, String path, String header) throws IOException {
        RawClient client = new RawClient(gateway.port())
                .send("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nAccept: text/event-stream\r\n" + header
                        + "\r\n");
        assertEquals("HTTP/1.1 200 OK", client.line());
        return client;
    }

    /** Returns the next event with its data in one text. */
    private static String event(RawClient client) throws IOException {
        return next(client, "event: ") + " " + client.line().substring("data: ".length());
    }

    /** Returns the id of the next event that has one. */
    private static String id(RawClient client) throws IOException {
        return next(client, "id: ");
    }

    /** A stream that has ended, or has signs of life only, has no further one. */
    private static String next(RawClient client, String field) throws IOException {
        for (int lines = 0; lines < 20; lines++) {
            String line = client.line();
            if (line.startsWith(field)) {
                return line.substring(field.length());
            }
        }
        throw new AssertionError("Nothing was told");
    }

    @OnEveryEngine
    void whatAColleagueWritesIsToldByKeyAndToken(Engine engine) throws Exception {
        try (TestGateway gateway =
                        new TestGateway(GatewayOptions.local(0), engine.freshDatabase(), Policies.DEFAULT, CUSTOMERS);
                RawClient client = watch(gateway, "/changes/customer")) {
            assertEquals("ready {}", event(client));

            gateway.sql("update \"customer\" set \"name\" = 'Ada L.' where \"id\" = 1");
            String changed = event(client);
            assertTrue(
                    changed.matches(
                            "changed \\{\"type\":\"customer\",\"id\":\"1\",\"etag\":\"\\\\\"[0-9a-f]{64}\\\\\"\"}"),
                    changed);
            assertFalse(changed.contains("Ada"));

            gateway.sql("delete from \"customer\" where \"id\" = 2");
            assertEquals("deleted {\"type\":\"customer\",\"id\":\"2\"}", event(client));
            gateway.sql("insert into \"customer\" values (3, 'Hedy')");
            assertTrue(event(client).startsWith("changed {\"type\":\"customer\",\"id\":\"3\""));
        }
    }

    @Test
    void theStreamOfARecordBeginsWithItsTokenAndIsAboutItAlone() throws Exception {
        try (TestGateway gateway = new TestGateway(CUSTOMERS);
                RawClient client = watch(gateway, "/changes/customer/2")) {
            assertTrue(event(client).startsWith("changed {\"type\":\"customer\",\"id\":\"2\""));
            assertEquals("ready {}", event(client));

            gateway.sql(
                    "update \"customer\" set \"name\" = 'x' where \"id\" = 1",
                    "delete from \"customer\" where \"id\" = 2");
            assertEquals("deleted {\"type\":\"customer\",\"id\":\"2\"}", event(client));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/changes", "/changes/nothing", "/changes/customer/x", "/changes/customer/1/name"})
    void whatDoesNotExistCannotBeWatched(String path) throws Exception {
        try (TestGateway gateway = new TestGateway(CUSTOMERS)) {
            assertEquals(404, gateway.get(path.substring(1)).statusCode());
        }
    }

    @Test
    void aTableThatIsTooLargeIsRefusedAndItsRecordsAreNot() throws Exception {
        try (TestGateway gateway = new TestGateway(
                        CUSTOMERS[0], "insert into \"customer\" select x, 'name' from system_range(1, 1001)");
                RawClient record = watch(gateway, "/changes/customer/1001")) {
            assertEquals(422, gateway.get("changes/customer").statusCode());
            assertTrue(event(record).startsWith("changed "));

            gateway.sql("delete from \"customer\" where \"id\" = 1");
            try (RawClient table = watch(gateway, "/changes/customer")) {
                assertEquals("ready {}", event(table));
                gateway.sql("insert into \"customer\" values (1, 'x')");
                assertEquals("too-many-rows {}", event(table));
            }
        }
    }

    @Test
    void onlySoManyMayWatchAndAClientThatLeavesMakesRoom() throws Exception {
        OpenStreams streams = new OpenStreams(1);
        assertTrue(streams.open());
        assertFalse(streams.open());
        streams.close();
        assertTrue(streams.open());
    }

    /** Between the two answers nothing has been sent. */
    @Test
    void ofTwoThatAskAtATimeForTheLastStreamOneIsAskedToComeAgain() throws Exception {
        try (GatewayShop shop = new GatewayShop(Engine.H2, LockingMode.OPTIONAL)) {
            ChangeHandler handler = new ChangeHandler(ResourceTypes.of(shop.store()), shop.store(), new OpenStreams(1));
            Answer first = GatewayShop.send(handler, "GET", "/changes/item/1", "", "");
            Answer second = GatewayShop.send(handler, "GET", "/changes/item", "", "");
            assertEquals(List.of(200, 503), List.of(first.status(), second.status()));

            assertEquals(
                    404,
                    GatewayShop.send(handler, "GET", "/changes/nothing", "", "").status());
            if (first.content() instanceof Content.Streamed(Content.Writer writer)) {
                writer.close();
            }
            assertEquals(
                    200,
                    GatewayShop.send(handler, "GET", "/changes/item", "", "").status());
        }
    }

    @Test
    void moreThanSixtyFourAreAskedToComeAgain() throws Exception {
        List<RawClient> clients = new ArrayList<>();
        try (TestGateway gateway = new TestGateway(CUSTOMERS)) {
            for (int i = 0; i < 64; i++) {
                RawClient client = watch(gateway, "/changes/customer/1");
                clients.add(client);
                event(client);
            }
            assertEquals(503, gateway.get("changes/customer").statusCode());
            assertEquals(200, gateway.get("health").statusCode());
        } finally {
            for (RawClient client : clients) {
                client.close();
            }
        }
    }

    @Test
    void askingForTheHeadersOpensNoStream() throws Exception {
        try (TestGateway gateway = new TestGateway(CUSTOMERS)) {
            for (int i = 0; i < 65; i++) {
                assertEquals(
                        200,
                        gateway.send(gateway.request("changes/customer").method("HEAD", BodyPublishers.noBody()))
                                .statusCode());
            }
        }
    }

    @Test
    void stoppingTheGatewayEndsTheStreamInOrderAndAtOnce() throws Exception {
        try (TestGateway gateway = new TestGateway(CUSTOMERS);
                RawClient client = watch(gateway, "/changes/customer")) {
            event(client);
            CompletableFuture<Boolean> stop =
                    CompletableFuture.supplyAsync(() -> gateway.gateway().stop());

            assertTrue(client.rest().endsWith("0\r\n\r\n"), "the stream ends as a whole");
            assertTrue(stop.join(), "nothing was cut off");
        }
    }

    @Test
    void aDatabaseThatCannotBeReadIsToldAndTheStreamGoesOn() throws Exception {
        try (TestGateway gateway = new TestGateway(CUSTOMERS);
                RawClient client = watch(gateway, "/changes/customer")) {
            event(client);
            gateway.closeDatabase();
            assertEquals("unavailable {}", event(client));
            gateway.gateway().stop();
            assertTrue(client.rest().endsWith("0\r\n\r\n"));
        }
    }

    @Test
    void whoComesBackIsToldWhatChangedMeanwhileAndNothingElse() throws Exception {
        try (TestGateway gateway = new TestGateway(CUSTOMERS)) {
            String first;
            String second;
            try (RawClient client = watch(gateway, "/changes/customer")) {
                first = id(client);
                gateway.sql("insert into \"customer\" values (3, 'Hedy')");
                second = id(client);
            }
            gateway.sql(
                    "update \"customer\" set \"name\" = 'Ada L.' where \"id\" = 1",
                    "delete from \"customer\" where \"id\" = 2");

            try (RawClient back = watchFrom(gateway, "/changes/customer", second)) {
                assertTrue(event(back).startsWith("changed {\"type\":\"customer\",\"id\":\"1\""));
                assertEquals("deleted {\"type\":\"customer\",\"id\":\"2\"}", event(back));
                assertEquals("ready {}", event(back));
                String now = id(back);
                try (RawClient again = watchFrom(gateway, "/changes/customer", now)) {
                    assertEquals("ready {}", event(again));
                }
            }
            try (RawClient late = watchFrom(gateway, "/changes/customer", first)) {
                assertTrue(event(late).startsWith("changed {\"type\":\"customer\",\"id\":\"1\""));
                assertTrue(event(late).startsWith("changed {\"type\":\"customer\",\"id\":\"3\""));
                assertTrue(event(late).startsWith("deleted {\"type\":\"customer\",\"id\":\"2\""));
                assertEquals("ready {}", event(late));
            }
        }
    }

    @Test
    void whoComesBackFromWhatIsNotKnownAnyMoreIsToldToReadAnew() throws Exception {
        try (TestGateway gateway = new TestGateway(CUSTOMERS);
                RawClient back = watchFrom(gateway, "/changes/customer", "00112233445566778899aabbccddeeff");
                RawClient odd = watchFrom(gateway, "/changes/customer", "\"x y\"")) {
            for (RawClient client : List.of(back, odd)) {
                assertEquals("reset {}", event(client));
                assertEquals("ready {}", event(client));
            }
        }
    }

    @Test
    void aRestartedGatewayKnowsThatNothingHasChanged() throws Exception {
        String id;
        try (TestGateway gateway = new TestGateway(CUSTOMERS);
                RawClient client = watch(gateway, "/changes/customer")) {
            id = id(client);
        }
        try (TestGateway gateway = new TestGateway(CUSTOMERS);
                RawClient client = watchFrom(gateway, "/changes/customer", id)) {
            assertEquals("ready {}", event(client));
        }
    }

    @Test
    void whoComesBackToARecordIsToldItsState() throws Exception {
        try (TestGateway gateway = new TestGateway(CUSTOMERS)) {
            String id;
            try (RawClient client = watch(gateway, "/changes/customer/1")) {
                id = id(client);
            }
            try (RawClient same = watchFrom(gateway, "/changes/customer/1", id)) {
                assertEquals("ready {}", event(same));
            }
            gateway.sql("update \"customer\" set \"name\" = 'Ada L.' where \"id\" = 1");
            try (RawClient changed = watchFrom(gateway, "/changes/customer/1", id)) {
                assertTrue(event(changed).startsWith("changed "));
                assertEquals("ready {}", event(changed));
            }
            gateway.sql("delete from \"customer\" where \"id\" = 1");
            try (RawClient gone = watchFrom(gateway, "/changes/customer/1", id)) {
                assertEquals("deleted {\"type\":\"customer\",\"id\":\"1\"}", event(gone));
                assertEquals("ready {}", event(gone));
            }
        }
    }

    /** Otherwise a client that is cut off between the two would never hear of the second one. */
    @Test
    void ofSeveralChangesAtATimeOnlyTheLastOneHasAnId() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new EventWriter(out, "customer")
                .rows(
                        List.of(
                                new SeenRows.Difference("1", Optional.of("\"a\"")),
                                new SeenRows.Difference("2", Optional.empty())),
                        Optional.of("name"));
        assertEquals("""
                event: changed
                data: {"type":"customer","id":"1","etag":"\\"a\\""}

                event: deleted
                data: {"type":"customer","id":"2"}
                id: name

                """, out.toString(StandardCharsets.UTF_8));
    }

    @OnEveryEngine
    void aTableThatLosesAColumnIsWatchedAsItIsThen(Engine engine) throws Exception {
        try (TestGateway gateway =
                        new TestGateway(GatewayOptions.local(0), engine.freshDatabase(), Policies.DEFAULT, CUSTOMERS);
                RawClient client = watch(gateway, "/changes/customer")) {
            assertEquals("ready {}", event(client));
            gateway.sql("alter table \"customer\" drop column \"name\"");
            String told = event(client);
            String now =
                    gateway.get("api/customer/1").headers().firstValue("ETag").orElseThrow();
            assertTrue(told.contains(now.replace("\"", "")), told);
        }
    }

    @Test
    void aThreadThatIsInterruptedEndsItsStreamAndStaysInterrupted() {
        Thread.currentThread().interrupt();
        assertFalse(new OpenStreams(1).pause(Duration.ofHours(1)));
        assertTrue(Thread.interrupted());
    }

    @Test
    void aDatabaseThatCannotBeReadIsLoggedOnceWithoutValues() throws Exception {
        List<String> lines = new CopyOnWriteArrayList<>();
        Handler log = new Handler() {
            @Override
            public void publish(LogRecord line) {
                lines.add(line.getMessage() + " " + List.of(line.getParameters()));
            }

            @Override
            public void flush() {
                // Nothing is kept back.
            }

            @Override
            public void close() {
                // Nothing is open.
            }
        };
        Logger logger = Logger.getLogger("dev.concord.app.gateway.change");
        logger.addHandler(log);
        try (TestGateway gateway = new TestGateway(CUSTOMERS);
                RawClient client = watch(gateway, "/changes/customer")) {
            event(client);
            gateway.closeDatabase();
            assertEquals("unavailable {}", event(client));
            gateway.gateway().stop();
        } finally {
            logger.removeHandler(log);
        }
        assertEquals(1, lines.size(), lines.toString());
        assertTrue(lines.getFirst().startsWith("Changes cannot be looked for at the moment"), lines.toString());
        assertFalse(lines.getFirst().contains("Ada"), lines.toString());
    }

    @Test
    void aTableThatIsDroppedHasNoRowsAnyMore() throws Exception {
        try (TestGateway gateway = new TestGateway(CUSTOMERS);
                RawClient client = watch(gateway, "/changes/customer")) {
            event(client);
            gateway.sql("drop table \"customer\"");
            assertTrue(event(client).startsWith("deleted "));
        }
    }
}
