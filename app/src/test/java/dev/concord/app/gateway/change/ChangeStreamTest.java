package dev.concord.app.gateway.change;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.concord.app.gateway.GatewayOptions;
import dev.concord.app.gateway.TestGateway;
import dev.concord.app.gateway.http.RawClient;
import dev.concord.store.OnEveryEngine;
import dev.concord.testing.Engine;
import dev.concord.version.Policies;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
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
        RawClient client = new RawClient(gateway.port())
                .send("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nAccept: text/event-stream\r\n\r\n");
        assertEquals("HTTP/1.1 200 OK", client.line());
        return client;
    }

    /** Returns the next event with its data in one text. */
    private static String event(RawClient client) throws IOException {
        String line = client.line();
        while (!line.startsWith("event: ")) {
            line = client.line();
        }
        return line.substring("event: ".length()) + " " + client.line().substring("data: ".length());
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
    void aTableThatIsDroppedHasNoRowsAnyMore() throws Exception {
        try (TestGateway gateway = new TestGateway(CUSTOMERS);
                RawClient client = watch(gateway, "/changes/customer")) {
            event(client);
            gateway.sql("drop table \"customer\"");
            assertTrue(event(client).startsWith("deleted "));
        }
    }
}
