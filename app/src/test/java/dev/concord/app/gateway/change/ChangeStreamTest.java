package dev.concord.app.gateway.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.concord.app.gateway.TestGateway;
import dev.concord.app.gateway.http.Answer;
import dev.concord.app.gateway.http.Content;
import dev.concord.app.gateway.http.RawClient;
import dev.concord.app.gateway.resource.ResourceTypes;
import dev.concord.app.gateway.write.GatewayShop;
import dev.concord.database.DatabaseSettings;
import dev.concord.store.OnEveryEngine;
import dev.concord.testing.Engine;
import dev.concord.version.LockingMode;
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
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What clients of streams are told. */
@Timeout(60)
class ChangeStreamTest {
    private static final String TABLE = "/changes/customer";
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final String ADA = "/changes/customer/1";

    private static final String[] CUSTOMERS = {
        "create table \"customer\" (\"id\" integer primary key, \"name\" varchar(50))",
        "insert into \"customer\" values (1, 'Ada')"
    };

    private static RawClient watch(TestGateway gateway, String path) throws IOException {
        RawClient client = new RawClient(gateway.port())
                .send("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nAccept: text/event-stream\r\n\r\n");
        assertEquals("HTTP/1.1 200 OK", client.line());
        return client;
    }

    /** Returns the next event of a stream over HTTP, with its data in one text. */
    private static String event(RawClient client) throws IOException {
        for (int lines = 0; lines < 20; lines++) {
            String line = client.line();
            if (line.startsWith("event: ")) {
                return line.substring("event: ".length()) + client.line().substring("data:".length());
            }
        }
        throw new AssertionError("Nothing was told");
    }

    @Test
    void whatAColleagueWritesIsToldOverHttp() throws Exception {
        try (TestGateway gateway = new TestGateway(CUSTOMERS);
                RawClient client = watch(gateway, TABLE)) {
            assertEquals("ready {}", event(client));
            gateway.sql("update \"customer\" set \"name\" = 'Ada L.' where \"id\" = 1");
            assertTrue(event(client).startsWith("changed {\"type\":\"customer\",\"id\":\"1\",\"etag\":"));
        }
    }

    @OnEveryEngine
    void whatAColleagueWritesIsToldByKeyAndToken(Engine engine) throws Exception {
        try (WatchedShop shop = new WatchedShop(engine);
                EventClient client = shop.watch(TABLE)) {
            assertEquals("ready {}", client.event());

            shop.sql("update \"customer\" set \"name\" = 'Ada L.' where \"id\" = 1");
            String changed = client.event();
            assertTrue(
                    changed.matches(
                            "changed \\{\"type\":\"customer\",\"id\":\"1\",\"etag\":\"\\\\\"[0-9a-f]{64}\\\\\"\"}"),
                    changed);
            assertTrue(changed.contains(shop.etag("customer", 1).replace("\"", "")), changed);
            assertFalse(changed.contains("Ada"));

            shop.sql("delete from \"customer\" where \"id\" = 2");
            assertEquals("deleted {\"type\":\"customer\",\"id\":\"2\"}", client.event());
            shop.sql("insert into \"customer\" values (3, 'Hedy')");
            assertTrue(client.event().startsWith("changed {\"type\":\"customer\",\"id\":\"3\""));
        }
    }

    @Test
    void theStreamOfARecordBeginsWithItsTokenAndIsAboutItAlone() throws Exception {
        try (WatchedShop shop = new WatchedShop(Engine.H2);
                EventClient client = shop.watch("/changes/customer/2")) {
            assertTrue(client.event().startsWith("changed {\"type\":\"customer\",\"id\":\"2\""));
            assertEquals("ready {}", client.event());

            shop.sql(
                    "update \"customer\" set \"name\" = 'x' where \"id\" = 1",
                    "delete from \"customer\" where \"id\" = 2");
            assertEquals("deleted {\"type\":\"customer\",\"id\":\"2\"}", client.event());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/changes", "/changes/nothing", "/changes/customer/x", "/changes/customer/1/name"})
    void whatDoesNotExistCannotBeWatched(String path) {
        try (WatchedShop shop = new WatchedShop(Engine.H2)) {
            assertEquals(404, shop.get(path).status());
        }
    }

    @Test
    void aTableThatIsTooLargeIsRefusedAndItsRecordsAreNot() throws Exception {
        try (WatchedShop shop = new WatchedShop(Engine.H2);
                EventClient table = shop.watch(TABLE)) {
            assertEquals("ready {}", table.event());
            shop.sql("insert into \"customer\" select x + 2, 'name' from system_range(1, " + (WatchedShop.ROOM - 1)
                    + ")");
            assertEquals("too-many-rows {}", table.event());
            assertEquals("end", table.event());
            assertEquals(422, shop.get(TABLE).status());
            try (EventClient record = shop.watch(ADA)) {
                assertTrue(record.event().startsWith("changed "));
            }
        }
    }

    @Test
    void onlySoManyMayWatchAndAClientThatLeavesMakesRoom() {
        try (WatchedShop shop = new WatchedShop(Engine.H2)) {
            for (int i = 0; i < OpenStreams.MOST; i++) {
                assertTrue(shop.streams().open());
            }
            assertFalse(shop.streams().open());
            shop.streams().close();
            assertTrue(shop.streams().open());
        }
    }

    /** Between the two answers nothing has been sent. */
    @Test
    void ofTwoThatAskAtATimeForTheLastStreamOneIsAskedToComeAgain() throws Exception {
        try (GatewayShop shop = new GatewayShop(Engine.H2, LockingMode.OPTIONAL)) {
            ChangeHandler handler = new ChangeHandler(
                    ResourceTypes.of(shop.store()),
                    shop.store(),
                    new OpenStreams(shop.store(), 1, OpenStreams.PAUSE, OpenStreams.MOST_ROWS, System::nanoTime));
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
                RawClient client = watch(gateway, ADA);
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
                RawClient client = watch(gateway, TABLE)) {
            event(client);
            CompletableFuture<Boolean> stop =
                    CompletableFuture.supplyAsync(() -> gateway.gateway().stop());

            assertTrue(client.rest().endsWith("0\r\n\r\n"), "the stream ends as a whole");
            assertTrue(stop.join(), "nothing was cut off");
        }
    }

    @Test
    void whoComesBackIsToldWhatChangedMeanwhileAndNothingElse() throws Exception {
        try (WatchedShop shop = WatchedShop.withStoppedClock(Engine.H2)) {
            String first;
            String second;
            try (EventClient client = shop.watch(TABLE)) {
                first = client.id();
                shop.sql("insert into \"customer\" values (3, 'Hedy')");
                shop.pass(SECOND);
                second = client.id();
            }
            shop.sql(
                    "update \"customer\" set \"name\" = 'Ada L.' where \"id\" = 1",
                    "delete from \"customer\" where \"id\" = 2");
            shop.pass(SECOND);

            try (EventClient back = shop.watch(TABLE, "Last-Event-ID", second)) {
                assertTrue(back.event().startsWith("changed {\"type\":\"customer\",\"id\":\"1\""));
                assertEquals("deleted {\"type\":\"customer\",\"id\":\"2\"}", back.event());
                String now = back.id();
                try (EventClient again = shop.watch(TABLE, "Last-Event-ID", now)) {
                    assertEquals("ready {}", again.event());
                }
            }
            try (EventClient late = shop.watch(TABLE, "Last-Event-ID", first)) {
                assertTrue(late.event().startsWith("changed {\"type\":\"customer\",\"id\":\"3\""));
                assertTrue(late.event().startsWith("changed {\"type\":\"customer\",\"id\":\"1\""));
                assertEquals("deleted {\"type\":\"customer\",\"id\":\"2\"}", late.event());
                assertEquals("ready {}", late.event());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"00112233445566778899aabbccddeeff", "\"x y\""})
    void whoComesBackFromWhatIsNotKnownAnyMoreIsToldToReadAnew(String id) throws Exception {
        try (WatchedShop shop = new WatchedShop(Engine.H2);
                EventClient back = shop.watch(TABLE, "Last-Event-ID", id)) {
            assertEquals("reset {}", back.event());
            assertEquals("ready {}", back.event());
        }
    }

    @OnEveryEngine
    void anotherGatewayKnowsThatNothingHasChanged(Engine engine) throws Exception {
        DatabaseSettings database = WatchedShop.database(engine);
        for (String table : List.of("/changes/customer", "/changes/counted")) {
            String id;
            try (WatchedShop shop = WatchedShop.beside(engine, database);
                    EventClient client = shop.watch(table)) {
                id = client.id();
            }
            try (WatchedShop shop = WatchedShop.beside(engine, database);
                    EventClient client = shop.watch(table, "Last-Event-ID", id)) {
                assertEquals("ready {}", client.event());
            }
        }
    }

    @Test
    void whoComesBackToARecordIsToldItsState() throws Exception {
        try (WatchedShop shop = new WatchedShop(Engine.H2)) {
            String id;
            try (EventClient client = shop.watch(ADA)) {
                id = client.id();
            }
            try (EventClient same = shop.watch(ADA, "Last-Event-ID", id)) {
                assertEquals("ready {}", same.event());
            }
            shop.sql("update \"customer\" set \"name\" = 'Ada L.' where \"id\" = 1");
            try (EventClient changed = shop.watch(ADA, "Last-Event-ID", id)) {
                assertTrue(changed.event().startsWith("changed "));
                assertEquals("ready {}", changed.event());
            }
            shop.sql("delete from \"customer\" where \"id\" = 1");
            try (EventClient gone = shop.watch(ADA, "Last-Event-ID", id)) {
                assertEquals("deleted {\"type\":\"customer\",\"id\":\"1\"}", gone.event());
                assertEquals("ready {}", gone.event());
            }
        }
    }

    /** Otherwise a client that is cut off between the two would never hear of the second one. */
    @Test
    void ofSeveralChangesAtATimeOnlyTheLastOneHasAnId() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new EventWriter(out, "customer")
                .rows(
                        List.of(new Difference("1", Optional.of("\"a\"")), new Difference("2", Optional.empty())),
                        Optional.of("name"));
        assertEquals("""
                event: changed
                data: {"type":"customer","id":"1","etag":"\\"a\\""}

                event: deleted
                data: {"type":"customer","id":"2"}
                id: name

                """, out.toString(StandardCharsets.UTF_8));
    }

    @Test
    void aThreadThatIsInterruptedEndsItsStreamAndStaysInterrupted() {
        try (WatchedShop shop = new WatchedShop(Engine.H2)) {
            OpenStreams streams =
                    new OpenStreams(shop.store(), 1, Duration.ofHours(1), OpenStreams.MOST_ROWS, System::nanoTime);
            Thread.currentThread().interrupt();
            assertFalse(streams.pause());
            assertTrue(Thread.interrupted());
        }
    }

    /** However many clients watch. */
    @ParameterizedTest
    @CsvSource({TABLE + ",a table", ADA + ",a record"})
    void aDatabaseThatCannotBeReadIsToldOnceToEachAndLoggedWithoutValues(String path, String of) throws Exception {
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
        try (WatchedShop shop = new WatchedShop(Engine.H2);
                EventClient client = shop.watch(path)) {
            client.id();
            shop.closeDatabase();
            assertEquals("unavailable {}", client.event());
            shop.streams().stop();
            assertEquals("end", client.event());
        } finally {
            logger.removeHandler(log);
        }
        assertThat(lines).singleElement().asString().startsWith("Changes of " + of + " cannot be looked for");
        assertFalse(lines.getFirst().contains("Ada"), lines.toString());
    }

    @OnEveryEngine
    void aRecordOfATableThatLosesAColumnIsWatchedAsItIsThen(Engine engine) throws Exception {
        try (WatchedShop shop = new WatchedShop(engine);
                EventClient client = shop.watch(ADA)) {
            client.id();
            shop.sql("alter table \"customer\" drop column \"name\"");
            assertThat(client.event()).contains(shop.etag("customer", 1).replace("\"", ""));
        }
    }
}
