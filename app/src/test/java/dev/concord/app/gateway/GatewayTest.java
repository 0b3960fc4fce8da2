package dev.concord.app.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.concord.app.gateway.access.AccessPolicy;
import dev.concord.app.gateway.access.Rights;
import dev.concord.app.gateway.access.SelfSigned;
import dev.concord.app.gateway.access.TlsKey;
import dev.concord.app.gateway.access.Token;
import dev.concord.app.gateway.http.HttpLimits;
import dev.concord.app.gateway.http.RawClient;
import dev.concord.app.gateway.read.PageLimits;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class GatewayTest {
    private static final String SECRET = "0123456789abcdef";
    private static final String[] TABLES = {
        "create table \"customer\" (\"id\" integer primary key, \"name\" varchar(50))",
        "insert into \"customer\" values (4711, 'Ada')",
        "create table \"salary\" (\"id\" integer primary key, \"amount\" integer)",
        "insert into \"salary\" values (1, 100000)",
        "create table \"orders\" (\"id\" integer primary key, \"customer\" integer references \"customer\")",
        "insert into \"orders\" values (1, 4711)"
    };

    @Test
    void healthSaysWhetherTheDatabaseAnswers() throws Exception {
        try (TestGateway gateway = new TestGateway(TABLES)) {
            assertEquals("{\"status\":\"up\"}", gateway.get("health").body());

            gateway.closeDatabase();
            HttpResponse<String> down = gateway.get("health");
            assertEquals(503, down.statusCode());
            assertEquals("{\"status\":\"database unreachable\"}", down.body());
        }
    }

    @Test
    void recordsAreReadWithTheirTagsAndDescribed() throws Exception {
        try (TestGateway gateway = new TestGateway(TABLES)) {
            HttpResponse<String> record = gateway.get("api/customer/4711/");
            assertEquals(200, record.statusCode());
            String etag = record.headers().firstValue("ETag").orElseThrow();
            assertTrue(record.body().contains("\"name\":\"Ada\""), record.body());
            assertEquals(
                    304, gateway.get("api/customer/4711", "If-None-Match", etag).statusCode());
            HttpResponse<String> head = gateway.send(
                    gateway.request("api/customer/4711").method("HEAD", HttpRequest.BodyPublishers.noBody()));
            assertEquals(Optional.of(etag), head.headers().firstValue("ETag"));
            assertEquals("", head.body());
            assertEquals(200, gateway.get("api/customer?page%5Blimit%5D=1").statusCode());
            assertTrue(gateway.get("openapi.json").body().contains("/api/customer/{id}"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "HEAD", "PUT", "DELETE"})
    void anAddressThatIsOnlyPostedToSaysSoToEveryOtherMethod(String method) throws Exception {
        try (TestGateway gateway = new TestGateway(TABLES)) {
            gateway.sql(
                    "create table \"increment\" (\"id\" integer primary key)",
                    "create table \"step\" (\"id\" integer primary key, \"of\" integer references \"increment\")",
                    "insert into \"step\" values (1, null)");
            for (String path :
                    List.of("api/operations", "api/customer/4711/increment", "api/customer/4711/increment/")) {
                HttpResponse<String> answer =
                        gateway.send(gateway.request(path).method(method, HttpRequest.BodyPublishers.noBody()));
                assertEquals(405, answer.statusCode(), path);
                assertEquals(Optional.of("POST"), answer.headers().firstValue("Allow"), path);
            }
            assertEquals(404, gateway.get("api/nothing/1/increment").statusCode());
            assertEquals(200, gateway.get("api/step/1/increment").statusCode(), "a relationship of that name");
        }
    }

    @Test
    void metricsCountWhatWasAnsweredAndNameNoTable() throws Exception {
        try (TestGateway gateway = new TestGateway(TABLES)) {
            gateway.get("health");
            gateway.get("api/customer/4711");
            gateway.awaitLines(2);
            while (gateway.gateway().inFlight() > 0) {
                Thread.onSpinWait();
            }
            HttpResponse<String> metrics = gateway.get("metrics");

            assertEquals(
                    "text/plain; version=0.0.4; charset=utf-8",
                    metrics.headers().firstValue("Content-Type").orElseThrow());
            assertTrue(metrics.body().contains("concord_requests_total{method=\"GET\",status=\"200\"} "));
            assertTrue(metrics.body().contains("concord_request_seconds_count 2\n"));
            assertTrue(metrics.body().contains("concord_requests_in_flight 1\n"));
            assertFalse(metrics.body().contains("customer"));
        }
    }

    @Test
    void theLogHasALineForEachRequestAndNoValue() throws Exception {
        try (TestGateway gateway = new TestGateway(TABLES)) {
            gateway.get("api/customer?page%5Bsize%5D=1");
            gateway.get("api/customer/4711?secret=1");
            gateway.get("api/customer/4711/relationships/Ada");
            gateway.get("4711/Ada");

            // A line is written after its answer was sent, so their order may be another one.
            List<String> lines = gateway.awaitLines(4).stream()
                    .map(line -> line.replaceAll("[0-9]+ bytes [0-9]+ ms", "…"))
                    .sorted()
                    .toList();
            assertEquals(
                    List.of(
                            "GET /*/* 404 …",
                            "GET /api/customer 200 …",
                            "GET /api/customer/* 400 …",
                            "GET /api/customer/*/relationships/* 404 …"),
                    lines);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "POST /api/customer, Host: localhost, 401 Unauthorized",
                "PATCH /api/customer/4711, Host: localhost, 401 Unauthorized",
                "POST /api/operations, Host: localhost, 401 Unauthorized",
                "GET /api/customer, Host: localhost, 401 Unauthorized",
                "POST /nowhere, Host: localhost, 401 Unauthorized",
                "POST /health, Host: localhost, 405 Method Not Allowed",
                "POST /api/customer, Host: evil.example, 421",
                "POST /api/customer, Host: localhost\r\nOrigin: https://evil.example, 403 Forbidden"
            })
    void whoMayNotWriteIsAnsweredBeforeTheBodyIsRead(String request) throws Exception {
        Token token = Token.ofSecret("test", SECRET, Rights.ALL).orElseThrow();
        String[] parts = request.split(", ", -1);
        try (TestGateway gateway = new TestGateway(with(token), TABLES)) {
            for (String credentials : List.of("", "Authorization: Bearer x" + SECRET + "\r\n")) {
                try (RawClient client = new RawClient(gateway.port())) {
                    client.send(parts[0] + " HTTP/1.1\r\n" + parts[1] + "\r\n" + credentials
                            + "Content-Type: application/vnd.api+json\r\nContent-Length: 10000000\r\n\r\n");

                    String line = client.line();
                    assertTrue(line.startsWith("HTTP/1.1 " + parts[2]), line);
                }
            }
        }
    }

    private static GatewayOptions with(Token token) {
        GatewayOptions local = GatewayOptions.local(0);
        return new GatewayOptions(
                local.address(),
                Optional.empty(),
                new AccessPolicy(List.of(token), Set.of(), Set.of(), false),
                local.limits(),
                local.pages(),
                local.patience());
    }

    @Test
    void aTokenForOneTableShowsNothingOfTheOthers() throws Exception {
        Token orders = Token.ofSecret("test", SECRET, new Rights(true, Optional.of(Set.of("orders"))))
                .orElseThrow();
        String bearer = "Bearer " + SECRET;
        try (TestGateway gateway = new TestGateway(with(orders), TABLES)) {
            HttpResponse<String> order = gateway.get("api/orders/1", "Authorization", bearer);
            assertEquals(200, order.statusCode());
            assertFalse(order.body().contains("\"relationships\""), order.body());

            assertEquals(
                    404,
                    gateway.get("api/customer/4711", "Authorization", bearer).statusCode());
            assertEquals(
                    404, gateway.get("api/customer", "Authorization", bearer).statusCode());
            assertEquals(
                    404,
                    gateway.get("changes/customer", "Authorization", bearer).statusCode());
            assertEquals(
                    400,
                    gateway.get("api/orders/1?include=customer", "Authorization", bearer)
                            .statusCode());
            assertEquals(
                    404,
                    gateway.get("api/orders/1/customer", "Authorization", bearer)
                            .statusCode());
            for (String path : List.of("api", "api/orders", "metrics")) {
                HttpResponse<String> answer = gateway.get(path, "Authorization", bearer);
                assertEquals(200, answer.statusCode(), path);
                assertFalse(answer.body().contains("salary"), path);
            }
            String body = "{\"data\":{\"type\":\"salary\",\"id\":\"2\",\"attributes\":{\"amount\":1}}}";
            assertEquals(
                    404,
                    gateway.send("POST", "api/salary", body, "Authorization", bearer)
                            .statusCode());
            assertEquals(
                    404,
                    gateway.send("DELETE", "api/salary/1", "", "Authorization", bearer)
                            .statusCode());
        }
    }

    @Test
    void everyAnswerForbidsToBeKeptAndToBeTakenForSomethingElse() throws Exception {
        try (TestGateway gateway = new TestGateway(TABLES)) {
            for (String path : List.of("health", "api/customer/4711", "nothing", "metrics")) {
                HttpResponse<String> answer = gateway.get(path);
                assertEquals(
                        "nosniff",
                        answer.headers().firstValue("X-Content-Type-Options").orElseThrow());
                assertTrue(answer.headers().firstValue("Cache-Control").isPresent(), path);
            }
        }
    }

    @Test
    void whatIsNotHttpIsAnsweredWithADocument() throws Exception {
        try (TestGateway gateway = new TestGateway(TABLES);
                RawClient client = new RawClient(gateway.port())) {
            client.send("GET /%zz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
            String answer = client.rest();

            assertTrue(answer.startsWith("HTTP/1.1 400"), answer);
        }
        try (TestGateway gateway = new TestGateway(TABLES);
                RawClient client = new RawClient(gateway.port())) {
            client.send("GET /%C3 HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
            String answer = client.rest();

            assertTrue(answer.contains("\"code\":\"address-unreadable\""), answer);
        }
    }

    @Test
    void anAddressThatIsTakenIsAFailureToStart() throws Exception {
        try (TestGateway first = new TestGateway(TABLES)) {
            assertThrows(IOException.class, () -> new TestGateway(GatewayOptions.local(first.port()), TABLES).close());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"RSA", "EC"})
    void overTlsATokenIsNeverSentInTheClear(String algorithm, @TempDir Path directory) throws Exception {
        SelfSigned made = new SelfSigned(directory, algorithm);
        Token token = Token.ofSecret("test", SECRET, Rights.ALL).orElseThrow();
        GatewayOptions options = new GatewayOptions(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                Optional.of(TlsKey.read(made.certificate(), made.key())),
                new AccessPolicy(List.of(token), Set.of(), Set.of(), false),
                HttpLimits.DEFAULT,
                PageLimits.DEFAULT,
                Duration.ofSeconds(10));
        try (TestGateway gateway = new TestGateway(options, TABLES);
                HttpClient client =
                        HttpClient.newBuilder().sslContext(made.trusted()).build();
                RawClient plain = new RawClient(gateway.port())) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(gateway.address() + "metrics"))
                    .header("Authorization", "Bearer " + SECRET)
                    .build();
            assertTrue(gateway.address().startsWith("https://localhost:"));
            assertEquals(
                    200,
                    client.send(request, HttpResponse.BodyHandlers.ofString()).statusCode());

            plain.send("GET /health HTTP/1.1\r\nHost: localhost\r\n\r\n");
            assertFalse(plain.line().startsWith("HTTP/"));
        }
    }

    @Test
    void aKeyOfAnotherCertificateIsRefused(@TempDir Path directory) throws Exception {
        SelfSigned rsa = new SelfSigned(directory, "RSA");
        SelfSigned ec = new SelfSigned(directory, "EC");

        assertThrows(GeneralSecurityException.class, () -> TlsKey.read(rsa.certificate(), ec.key()));
        assertThrows(GeneralSecurityException.class, () -> TlsKey.read(rsa.key(), rsa.key()));
        assertThrows(GeneralSecurityException.class, () -> TlsKey.read(rsa.certificate(), rsa.certificate()));
        assertThrows(IOException.class, () -> TlsKey.read(directory.resolve("none"), rsa.key()));
    }
}
