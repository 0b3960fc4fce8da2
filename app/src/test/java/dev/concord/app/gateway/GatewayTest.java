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
    private static final String[] TABLES = {
        "create table \"customer\" (\"id\" integer primary key, \"name\" varchar(50))",
        "insert into \"customer\" values (4711, 'Ada')",
        "create table \"salary\" (\"id\" integer primary key, \"amount\" integer)",
        "insert into \"salary\" values (1, 100000)"
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
    void metricsCountWhatWasAnsweredAndNameNoTable() throws Exception {
        try (TestGateway gateway = new TestGateway(TABLES)) {
            gateway.get("health");
            gateway.get("api/customer/4711");
            gateway.awaitLines(2);
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

            List<String> lines = gateway.awaitLines(4);
            assertTrue(lines.get(1).matches("GET /api/(customer|\\*)/\\* \\d+ \\d+ bytes \\d+ ms"), lines.get(1));
            assertTrue(lines.get(2).matches("GET /api/(customer|\\*)/\\*/relationships/\\* .*"), lines.get(2));
            assertTrue(lines.get(3).startsWith("GET /*/* 404 "), lines.get(3));
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
        Token token = Token.ofSecret("test", "0123456789abcdef", Rights.ALL).orElseThrow();
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
                    .header("Authorization", "Bearer 0123456789abcdef")
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
