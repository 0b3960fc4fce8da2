package dev.concord.app.gateway.atomic;

import static dev.concord.app.gateway.write.GatewayShop.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.concord.app.gateway.document.Answers;
import dev.concord.app.gateway.document.ApiError;
import dev.concord.app.gateway.document.JsonApi;
import dev.concord.app.gateway.http.Answer;
import dev.concord.app.gateway.http.Content;
import dev.concord.app.gateway.http.Handler;
import dev.concord.app.gateway.write.GatewayShop;
import dev.concord.query.PageRequest;
import dev.concord.record.Value;
import dev.concord.store.OnEveryEngine;
import dev.concord.testing.Engine;
import dev.concord.version.LockingMode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A request with a key is carried out once, and answered alike however often it is sent. */
class IdempotentHandlerTest {
    private static final String CITY = "{'data': {'type': 'city', 'id': '7', 'attributes': {'name': 'Wien'}}}";
    private static final String ITEM = "{'data': {'type': 'item', 'attributes': {'name': 'mate'}}}";

    @TempDir
    private Path folder;

    /** Case 77. */
    @OnEveryEngine
    void aReplayAfterALostAnswerIsAnsweredAlikeAlsoAfterARestart(Engine engine) throws Exception {
        GatewayShop.inEveryMode(engine, (shop, mode) -> {
            Answer first = send(keeping(shop), "POST", "/api/item", ITEM, mode + "-1");
            assertThat(first.status()).isEqualTo(201);
            Answer again = send(keeping(shop), "POST", "/api/item", ITEM, mode + "-1");
            assertAlike(again, first);
            assertThat(rows(shop, "item")).isEqualTo(2);

            String patch = "{'data': {'type': 'item', 'id': '1', 'attributes': {'stock': 4}}}";
            String tag = shop.etag("item", "1");
            Answer changed = send(keeping(shop), "PATCH", "/api/item/1", patch, mode + "-2", "If-Match", tag);
            assertThat(changed.status()).isEqualTo(200);
            shop.colleague().sql("update \"item\" set \"stock\" = 5 where \"id\" = 1");
            assertAlike(send(keeping(shop), "PATCH", "/api/item/1", patch, mode + "-2", "If-Match", tag), changed);
            assertThat(shop.row("item", "1").row().get("stock")).isEqualTo(Value.of(5));

            String id = at(first, "/data/id");
            String latest = shop.etag("item", id);
            Answer deleted = send(keeping(shop), "DELETE", "/api/item/" + id, "", mode + "-3", "If-Match", latest);
            assertThat(deleted.status()).isEqualTo(204);
            assertAlike(send(keeping(shop), "DELETE", "/api/item/" + id, "", mode + "-3", "If-Match", latest), deleted);
        });
    }

    @Test
    void aKeyIsForOneRequestOfOneClient() {
        try (GatewayShop shop = new GatewayShop(Engine.H2, LockingMode.OPTIONAL)) {
            Handler handler = keeping(shop);
            assertThat(send(handler, "POST", "/api/city", CITY, "k", "Authorization", "Bearer a")
                            .status())
                    .isEqualTo(201);
            for (String[] other : new String[][] {
                {"POST", "/api/city", CITY.replace("Wien", "Rom")},
                {"POST", "/api/item", CITY},
                {"PATCH", "/api/city", CITY}
            }) {
                Answer answer = send(handler, other[0], other[1], other[2], "k", "Authorization", "Bearer a");
                assertThat(answer.status()).isEqualTo(422);
                assertThat(at(answer, "/errors/0/code")).isEqualTo("key-reused");
            }
            assertThat(send(handler, "POST", "/api/city", CITY, "k", "Authorization", "Bearer a", "If-Match", "*")
                            .status())
                    .isEqualTo(422);
            assertThat(send(handler, "POST", "/api/city", CITY, "k", "Authorization", "Bearer b")
                            .status())
                    .isEqualTo(409);
        }
    }

    @Test
    void aRequestThatIsUnderWayIsNotCarriedOutBesides() throws Exception {
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch released = new CountDownLatch(1);
        AtomicInteger calls = new AtomicInteger();
        Handler handler = around(request -> {
            calls.incrementAndGet();
            inside.countDown();
            await(released);
            return Answer.of(204);
        });
        FutureTask<Answer> first = new FutureTask<>(() -> send(handler, "POST", "/api/city", CITY, "k"));
        Thread.ofVirtual().start(first);
        await(inside);
        Answer second = send(handler, "POST", "/api/city", CITY, "k");
        assertThat(second.status()).isEqualTo(409);
        assertThat(second.headers().first("Retry-After")).contains("1");
        released.countDown();
        assertThat(first.get(1, TimeUnit.MINUTES).status()).isEqualTo(204);
        assertThat(send(handler, "POST", "/api/city", CITY, "k").status()).isEqualTo(204);
        assertThat(calls).hasValue(1);
    }

    @Test
    void aWriteWhoseAnswerWasNeverKeptIsUnconfirmed() {
        AtomicInteger calls = new AtomicInteger();
        Handler broken = around(_ -> {
            calls.incrementAndGet();
            throw new IllegalStateException("the program ends here");
        });
        assertThatThrownBy(() -> send(broken, "POST", "/api/city", CITY, "k"))
                .isInstanceOf(IllegalStateException.class);
        Answer answer = send(broken, "POST", "/api/city", CITY, "k");
        assertThat(answer.status()).isEqualTo(504);
        assertThat(at(answer, "/errors/0/code")).isEqualTo("unconfirmed");
        assertThat(calls).hasValue(1);
    }

    @Test
    void whatWasNotCarriedOutMayBeSentAgain() {
        try (GatewayShop shop = new GatewayShop(Engine.H2, LockingMode.OPTIONAL)) {
            AtomicReference<Answer> answer = new AtomicReference<>(
                    Answers.error(ApiError.of(503, "unavailable", "The database is not available", "Try again.")));
            Handler handler = around(_ -> answer.get());
            assertThat(send(handler, "POST", "/api/city", CITY, "k").status()).isEqualTo(503);
            answer.set(Answer.of(204));
            assertThat(send(handler, "POST", "/api/city", CITY, "k").status()).isEqualTo(204);

            assertThat(send(keeping(shop), "POST", "/api/city", "{", "k2").status())
                    .isEqualTo(400);
            assertThat(send(keeping(shop), "POST", "/api/city", CITY, "k2").status())
                    .isEqualTo(201);
        }
    }

    @Test
    void anAnswerIsKeptForADay() {
        AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-01-01T00:00:00Z"));
        InstantSource clock = now::get;
        AtomicInteger calls = new AtomicInteger();
        Handler handler = new IdempotentHandler(
                new AnswerFolder(folder, clock), "shop", _ -> Answer.of(200 + calls.getAndIncrement()));
        assertThat(send(handler, "POST", "/api/city", CITY, "k").status()).isEqualTo(200);
        now.set(now.get().plus(Duration.ofHours(23)));
        assertThat(send(handler, "POST", "/api/city", CITY, "k").status()).isEqualTo(200);
        now.set(now.get().plus(Duration.ofHours(2)));
        assertThat(send(handler, "POST", "/api/city", CITY, "k").status()).isEqualTo(201);
    }

    @Test
    void oldAnswersAreDeleted() throws IOException {
        AtomicReference<Instant> now = new AtomicReference<>(Instant.now());
        Handler handler = new IdempotentHandler(new AnswerFolder(folder, now::get), "shop", _ -> Answer.of(204));
        send(handler, "POST", "/api/city", CITY, "old");
        now.set(now.get().plus(Duration.ofDays(3)));
        send(handler, "POST", "/api/city", CITY, "new");
        assertThat(files()).hasSize(1);
    }

    /** A line that was not written to its end is none. */
    @Test
    void aFileThatWasCutAnywhereNeverAnswersWrongly() throws IOException {
        AtomicInteger calls = new AtomicInteger();
        Handler handler = around(_ -> {
            calls.incrementAndGet();
            return Answer.of(201, "application/json", Content.text("{}"));
        });
        send(handler, "POST", "/api/city", CITY, "k");
        Path file = files().getFirst();
        byte[] whole = Files.readAllBytes(file);
        int begun = new String(whole, StandardCharsets.UTF_8).indexOf('\n') + 1;
        for (int length = 0; length < whole.length; length++) {
            Files.write(file, Arrays.copyOf(whole, length));
            int before = calls.get();
            int status = send(handler, "POST", "/api/city", CITY, "k").status();
            assertThat(status).as("cut at " + length).isEqualTo(length < begun ? 201 : 504);
            assertThat(calls.get() - before).isEqualTo(length < begun ? 1 : 0);
        }
        Files.write(file, whole);
        assertThat(send(handler, "POST", "/api/city", CITY, "k").status()).isEqualTo(201);
    }

    @Test
    void whatIsKeptNamesNeitherTheKeyNorTheToken() throws IOException {
        Handler handler = around(_ -> Answer.of(204));
        send(handler, "POST", "/api/city", CITY, "secret-key", "Authorization", "Bearer secret-token");
        Path file = files().getFirst();
        assertThat(file.toString() + Files.readString(file)).doesNotContain("secret", "Wien");
    }

    @Test
    void nothingIsWrittenIfTheAnswerCannotBeKept() throws IOException {
        Path file = Files.createFile(folder.resolve("no-folder"));
        AtomicInteger calls = new AtomicInteger();
        Handler handler =
                new IdempotentHandler(new AnswerFolder(file), "shop", _ -> Answer.of(200 + calls.incrementAndGet()));
        assertThat(send(handler, "POST", "/api/city", CITY, "k").status()).isEqualTo(503);
        assertThat(calls).hasValue(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "\u00e9"})
    void malformedKeysAreRefused(String key) {
        assertThat(send(around(_ -> Answer.of(204)), "POST", "/api/city", CITY, key)
                        .status())
                .isEqualTo(400);
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(1, TimeUnit.MINUTES)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** Another handler on the same folder, as after a restart. */
    private Handler keeping(GatewayShop shop) {
        return around(shop.handler());
    }

    private Handler around(Handler handler) {
        return new IdempotentHandler(new AnswerFolder(folder), "shop", handler);
    }

    private static int rows(GatewayShop shop, String table) {
        return shop.store()
                .page(PageRequest.first(shop.colleague().id(table), List.of(), 10))
                .rows()
                .size();
    }

    private static void assertAlike(Answer again, Answer first) {
        assertThat(again.status()).isEqualTo(first.status());
        assertThat(again.headers()).isEqualTo(first.headers().with("Idempotency-Replayed", "true"));
        assertThat(GatewayShop.json(again)).isEqualTo(GatewayShop.json(first));
    }

    private static Answer send(
            Handler handler, String method, String path, String body, String key, String... headers) {
        String[] all = Arrays.copyOf(headers, headers.length + 2);
        all[headers.length] = IdempotentHandler.KEY;
        all[headers.length + 1] = key;
        return GatewayShop.send(handler, method, path, JsonApi.MEDIA_TYPE, body, all);
    }
}
