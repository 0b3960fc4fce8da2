package dev.concord.app.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.concord.database.DatabaseSettings;
import dev.concord.testing.Engine;
import dev.concord.version.Policies;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Gateways know nothing of each other; the database checks every write. */
@Timeout(120)
class SeveralGatewaysTest {
    private static final int CLIENTS = 8;
    private static final int EACH = 10;
    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest
    @EnumSource(
            value = Engine.class,
            names = {"POSTGRESQL", "MARIADB"})
    void noUpdateOfTheirClientsIsLost(Engine engine) throws Exception {
        DatabaseSettings settings = engine.freshDatabase();
        try (TestGateway one = new TestGateway(
                        GatewayOptions.local(0),
                        settings,
                        Policies.DEFAULT,
                        "create table \"counter\" (\"id\" integer primary key, \"value\" integer)",
                        "insert into \"counter\" values (1, 0)");
                TestGateway other = new TestGateway(GatewayOptions.local(0), settings, Policies.DEFAULT);
                ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Void>> all = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                all.add(clients.submit(counting(i % 2 == 0 ? one : other)));
            }
            for (Future<Void> client : all) {
                client.get();
            }
            assertEquals(CLIENTS * EACH, value(one.get("api/counter/1")));
        }
    }

    private static Callable<Void> counting(TestGateway gateway) {
        return () -> {
            for (int done = 0; done < EACH; ) {
                HttpResponse<String> read = gateway.get("api/counter/1");
                int next = value(read) + 1;
                String body = "{\"data\":{\"type\":\"counter\",\"id\":\"1\",\"attributes\":{\"value\":" + next + "}}}";
                HttpResponse<String> written = gateway.send(
                        "PATCH",
                        "api/counter/1",
                        body,
                        "If-Match",
                        read.headers().firstValue("ETag").orElseThrow());
                if (written.statusCode() == 200) {
                    done++;
                }
            }
            return null;
        };
    }

    private static int value(HttpResponse<String> row) throws Exception {
        JsonNode value = JSON.readTree(row.body()).at("/data/attributes/value");
        return value.asInt(-1);
    }
}
