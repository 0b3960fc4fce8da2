package dev.concord.app.gateway.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.SynchronousQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class HttpListenerTest {
    private static Answer text(String text) {
        return Answer.of(200, "text/plain", Content.text(text));
    }

    private static HttpLimits limits(int body, int requests, Duration bodyTime, Duration stall) {
        return new HttpLimits(body, requests, bodyTime, stall);
    }

    private static final Duration LONG = Duration.ofSeconds(30);
    private static final Duration SHORT = Duration.ofMillis(200);

    @Test
    void aRequestArrivesAsAValue() throws Exception {
        SynchronousQueue<Request> seen = new SynchronousQueue<>();
        try (TestSite site = new TestSite(request -> {
            seen.offer(request);
            return text("ok");
        })) {
            var answer = CompletableFuture.supplyAsync(() -> {
                try {
                    return site.send(site.request("/api/Caf%C3%A9/a%2Fb/?page%5Blimit%5D=5&x=1+2&x=%2B")
                            .header("If-Match", "\"a\"")
                            .POST(BodyPublishers.ofString("body")));
                } catch (IOException | InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            });
            Request request = seen.take();

            assertEquals("ok", answer.join().body());
            assertEquals("POST", request.method());
            assertEquals(List.of("api", "Café", "a/b"), request.path());
            assertEquals(List.of("page[limit]", "x"), request.parameters().names());
            assertEquals(List.of("1 2", "+"), request.parameters().all("x"));
            assertEquals("\"a\"", request.headers().first("if-match").orElseThrow());
            assertEquals("body", new String(request.body(), StandardCharsets.UTF_8));
            assertEquals("http://localhost:" + site.listener().port(), request.origin());
        }
    }

    @Test
    void headHasTheHeadersOfGetAndNoContent() throws Exception {
        try (TestSite site = new TestSite(request -> text(request.method()).with("ETag", "\"a\""))) {
            HttpResponse<String> head = site.send(site.request("/").method("HEAD", BodyPublishers.noBody()));

            assertEquals("", head.body());
            assertEquals("3", head.headers().firstValue("Content-Length").orElseThrow());
            assertEquals("\"a\"", head.headers().firstValue("ETag").orElseThrow());
            assertEquals("GET", site.send(site.request("/")).body());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "GET /a%zz HTTP/1.1, 400",
        "GET /a%C3 HTTP/1.1, 400",
        "GET /?a=%FF HTTP/1.1, 400",
        "GET /a#b HTTP/1.1, 400",
        "GET //elsewhere/a HTTP/1.1, 400",
        "GET http://elsewhere/ HTTP/1.1, 400",
        "GET, 400",
        "TRACE / HTTP/1.1, 405",
        "BREW / HTTP/1.1, 405",
        "get / HTTP/1.1, 405",
        "GET http://localhost/ HTTP/1.1, 200"
    })
    void anAddressOrMethodThatIsNoneIsRefused(String line, int status) throws IOException {
        try (TestSite site = new TestSite(_ -> text("ok"));
                RawClient client = site.connect()) {
            assertTrue(client.send(line + "\r\nHost: localhost\r\n\r\n").line().startsWith("HTTP/1.1 " + status));
        }
    }

    @ParameterizedTest
    @CsvSource({"''", "Host: a\\r\\nHost: b\\r\\n", "Host: a/b\\r\\n", "Host: user@a\\r\\n", "Host:\\r\\n"})
    void aRequestNamesOneHost(String hosts) throws IOException {
        try (TestSite site = new TestSite(_ -> text("ok"));
                RawClient client = site.connect()) {
            client.send("GET / HTTP/1.1\r\n" + hosts.replace("\\r\\n", "\r\n") + "\r\n");

            assertEquals("HTTP/1.1 400 Bad Request", client.line());
        }
    }

    @Test
    void aBodyThatIsTooLongIsRefusedWhetherItsLengthIsSaidOrNot() throws Exception {
        try (TestSite site = new TestSite(limits(10, 8, LONG, LONG), request -> text("" + request.body().length))) {
            byte[] eleven = new byte[11];

            assertEquals(
                    "10",
                    site.send(site.request("/").POST(BodyPublishers.ofByteArray(new byte[10])))
                            .body());
            HttpResponse<String> said = site.send(site.request("/").POST(BodyPublishers.ofByteArray(eleven)));
            HttpResponse<String> chunked =
                    site.send(site.request("/").POST(BodyPublishers.fromPublisher(BodyPublishers.ofByteArray(eleven))));

            assertEquals(413, said.statusCode());
            assertEquals("body-too-large", said.body());
            assertEquals(413, chunked.statusCode());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Content-Length: 10000000", "Content-Length: 99000000000", "Transfer-Encoding: chunked"})
    void whatIsRefusedWhateverItSendsIsAnsweredBeforeItsBody(String announced) throws Exception {
        try (TestSite site = new TestSite(limits(10_000_000, 8, LONG, LONG), _ -> text("ok"));
                RawClient client = site.connect()) {
            client.send("POST /refused HTTP/1.1\r\nHost: a\r\n" + announced + "\r\n\r\n");

            assertEquals("HTTP/1.1 401 Unauthorized", client.line());
            String rest = client.rest();
            assertTrue(rest.toLowerCase(Locale.ROOT).contains("connection: close"), rest);
            assertTrue(rest.endsWith("refused0"), rest);
            assertEquals(List.of(), site.faults());
        }
    }

    @Test
    void whatIsRefusedWithoutABodyKeepsItsConnection() throws Exception {
        try (TestSite site = new TestSite(_ -> text("ok"));
                RawClient client = site.connect()) {
            client.send("GET /refused HTTP/1.1\r\nHost: a\r\n\r\n");
            assertEquals("HTTP/1.1 401 Unauthorized", client.line());
            client.send("GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");

            assertTrue(client.rest().endsWith("ok"));
        }
    }

    @Test
    void aClientThatKeepsSendingTooMuchSeesTheAnswer() throws Exception {
        try (TestSite site = new TestSite(limits(100_000, 8, LONG, LONG), _ -> text("ok"));
                RawClient client = site.connect()) {
            client.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 150000\r\n\r\n");
            client.send(new byte[150_000]);

            assertEquals("HTTP/1.1 413 Request Entity Too Large", client.line());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "-2710", "zz", "", "99999999999999999999"})
    void aChunkWithoutASizeEndsItsConnectionAlone(String size) throws Exception {
        try (TestSite site = new TestSite(_ -> text("ok"));
                RawClient client = site.connect()) {
            client.send(
                    "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n" + size + "\r\nabc\r\n0\r\n\r\n");

            assertEquals("", client.line());
            assertEquals("ok", site.send(site.request("/")).body());
            assertEquals(List.of(), site.faults());
            try (RawClient refused = site.connect()) {
                refused.send("POST /refused HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n" + size
                        + "\r\nabc\r\n0\r\n\r\n");
                assertEquals("HTTP/1.1 401 Unauthorized", refused.line());
                refused.rest();
            }
            assertEquals(List.of(), site.faults());
        }
    }

    @Test
    void aBodyThatComesTooSlowlyEndsItsConnectionAlone() throws Exception {
        try (TestSite site = new TestSite(limits(1000, 8, SHORT, LONG), _ -> text("ok"));
                RawClient slow = site.connect()) {
            slow.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\n12345");

            assertEquals("", slow.line());
            assertEquals("ok", site.send(site.request("/")).body());
        }
    }

    @Test
    void aClientThatDoesNotReceiveItsAnswerEndsItsConnectionAlone() throws Exception {
        CountDownLatch ended = new CountDownLatch(1);
        try (TestSite site = new TestSite(
                        limits(1000, 8, LONG, SHORT),
                        request -> request.path().isEmpty()
                                ? text("ok")
                                : new Answer(200, Headers.NONE, new Content.Streamed(out -> {
                                    try {
                                        for (byte[] block = new byte[10_000]; ; ) {
                                            out.write(block);
                                        }
                                    } finally {
                                        ended.countDown();
                                    }
                                })));
                RawClient slow = site.connect()) {
            slow.send("GET /endless HTTP/1.1\r\nHost: a\r\n\r\n");

            ended.await();
            assertEquals("ok", site.send(site.request("/")).body());
            assertTrue(site.served().stream().anyMatch(one -> !one.whole() && one.bytes() > 0));
        }
    }

    @Test
    void anAnswerOfMillionsOfBytesIsStreamed() throws Exception {
        byte[] block = new byte[100_000];
        try (TestSite site = new TestSite(_ -> new Answer(200, Headers.NONE, new Content.Streamed(out -> {
            for (int i = 0; i < 100; i++) {
                out.write(block);
            }
        })))) {
            assertEquals(10_000_000, site.send(site.request("/")).body().length());
        }
    }

    @Test
    void anAnswerThatFailsInTheMiddleIsNotTakenForAWholeOne() throws Exception {
        try (TestSite site = new TestSite(_ -> new Answer(200, Headers.NONE, new Content.Streamed(out -> {
            out.write(new byte[100_000]);
            throw new IllegalStateException("a fault");
        })))) {
            assertThrows(IOException.class, () -> site.send(site.request("/")));
        }
    }

    @ParameterizedTest
    @CsvSource({"GET, false", "HEAD, false", "GET, true"})
    void whatAContentHoldsIsGivenBackWhenTheAnswerIsOver(String method, boolean fails) throws Exception {
        CountDownLatch closed = new CountDownLatch(1);
        Content content = new Content.Streamed(new Content.Writer() {
            @Override
            public void writeTo(OutputStream out) throws IOException {
                out.write('a');
                if (fails) {
                    throw new IOException("the client is gone");
                }
            }

            @Override
            public void close() {
                closed.countDown();
            }
        });
        try (TestSite site = new TestSite(_ -> new Answer(200, Headers.NONE, content));
                RawClient client = site.connect()) {
            client.send(method + " / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
            client.rest();

            closed.await();
        }
    }

    @Test
    void aFaultIsAnsweredWithoutAWordAboutIt() throws Exception {
        try (TestSite site = new TestSite(_ -> {
            throw new IllegalStateException("SELECT secret FROM /home/me");
        })) {
            HttpResponse<String> answer = site.send(site.request("/"));

            assertEquals(500, answer.statusCode());
            assertEquals("fault", answer.body());
        }
    }

    @Test
    void moreRequestsThanAllowedAreAskedToComeAgain() throws Exception {
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        try (TestSite site = new TestSite(limits(1000, 1, LONG, LONG), _ -> {
                    inside.countDown();
                    await(go);
                    return text("ok");
                });
                RawClient first = site.connect()) {
            first.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
            inside.await();
            HttpResponse<String> second = site.send(site.request("/"));
            go.countDown();

            assertEquals(503, second.statusCode());
            assertEquals("1", second.headers().firstValue("Retry-After").orElseThrow());
            assertEquals("HTTP/1.1 200 OK", first.line());
        }
    }

    @Test
    void stoppingFinishesWhatWasBegunAndRefusesWhatComesMeanwhile() throws Exception {
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        try (TestSite site = new TestSite(request -> {
                    if (request.path().isEmpty()) {
                        return text("at once");
                    }
                    inside.countDown();
                    await(go);
                    return text("finished");
                });
                RawClient first = site.connect()) {
            first.send("GET /slow HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
            inside.await();
            CompletableFuture<Boolean> stop =
                    CompletableFuture.supplyAsync(() -> site.listener().stop(LONG));
            HttpResponse<String> meanwhile = site.send(site.request("/"));
            while (meanwhile.statusCode() == 200) {
                meanwhile = site.send(site.request("/"));
            }

            assertEquals(503, meanwhile.statusCode());
            assertFalse(stop.isDone());
            go.countDown();
            assertTrue(first.rest().endsWith("finished"));
            assertTrue(stop.join());
            assertThrows(IOException.class, () -> site.connect().close());
        }
    }

    @Test
    void stoppingCutsOffWhatTakesTooLong() throws Exception {
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        try (TestSite site = new TestSite(_ -> {
                    inside.countDown();
                    await(go);
                    return text("late");
                });
                RawClient client = site.connect()) {
            client.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
            inside.await();

            assertFalse(site.listener().stop(Duration.ofMillis(1)));
            assertEquals("", client.line());
            go.countDown();
        }
    }

    @Test
    void whatWasServedIsToldWithItsSize() throws Exception {
        try (TestSite site = new TestSite(_ -> text("12345"))) {
            site.send(site.request("/api/Customer"));
            site.send(site.request("/").method("HEAD", BodyPublishers.noBody()));

            site.listener().stop(LONG);
            Served get = site.served().getFirst();
            assertEquals(List.of("api", "Customer"), get.path());
            assertEquals(5, get.bytes());
            assertTrue(get.whole());
            assertEquals("HEAD", site.served().getLast().method());
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
