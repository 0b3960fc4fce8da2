package dev.concord.app.gateway.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.concord.app.gateway.http.Answer;
import dev.concord.app.gateway.http.Content;
import dev.concord.app.gateway.http.Handler;
import dev.concord.app.gateway.http.Headers;
import dev.concord.app.gateway.http.Parameters;
import dev.concord.app.gateway.http.Request;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccessGateTest {
    private static final String READER = "reader-0123456789abcdef";
    private static final String WRITER = "writer-0123456789abcdef";

    private static Token token(String secret, Rights rights) {
        return Token.ofSecret("test", secret, rights).orElseThrow();
    }

    private static AccessPolicy withTokens(boolean readOnly) {
        Rights reading = new Rights(false, Optional.of(Set.of("customer")));
        return new AccessPolicy(
                List.of(token(READER, reading), token(WRITER, Rights.ALL)), Set.of(), Set.of(), readOnly);
    }

    /** Answers with what the client may do. */
    private static AccessGate gate(AccessPolicy policy) {
        Map<Rights, Handler> behind = new HashMap<>();
        policy.allRights()
                .forEach(rights -> behind.put(
                        rights,
                        _ -> Answer.of(
                                200,
                                "text/plain",
                                Content.text((rights.write() ? "write " : "read ")
                                        + rights.tables().map(Set::toString).orElse("all")))));
        return new AccessGate(
                policy,
                behind,
                request -> request.path().equals(List.of("health")),
                _ -> Answer.of(200, "text/plain", Content.text("up")));
    }

    private static Request request(String method, String origin, String path, String... headers) {
        return new Request(method, List.of(path), Parameters.NONE, Headers.of(headers), new byte[0], origin);
    }

    private static Request get(String... headers) {
        return request("GET", "http://localhost:5656", "api", headers);
    }

    private static String text(Answer answer) {
        return answer.content() instanceof Content.Bytes(byte[] bytes) ? new String(bytes, StandardCharsets.UTF_8) : "";
    }

    @Test
    void withoutTokensEverybodyOnThisComputerMayDoEverything() {
        assertEquals("write all", text(gate(AccessPolicy.LOCAL).answer(get())));
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://localhost:1", "http://LOCALHOST", "http://127.0.0.1:5656", "http://[::1]:5656"})
    void theNamesOfThisComputerForItselfAreServed(String origin) {
        assertEquals(
                200,
                gate(AccessPolicy.LOCAL).answer(request("GET", origin, "api")).status());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://evil.example:5656",
                "http://localhost.evil.example",
                "http://10.0.0.1:5656",
                "http://[::2]:5656",
                "http://0.0.0.0:5656"
            })
    void aNameThatWasMadeToLeadHereIsRefusedWhateverIsAskedFor(String origin) {
        for (String path : List.of("api", "health", "")) {
            Answer answer = gate(AccessPolicy.LOCAL).answer(request("GET", origin, path));

            assertEquals(421, answer.status());
            assertTrue(text(answer).contains("host-unknown"));
        }
    }

    @Test
    void aNameThatWasGivenIsServed() {
        AccessPolicy policy = new AccessPolicy(List.of(), Set.of("Records.example"), Set.of(), false);

        assertEquals(
                200,
                gate(policy)
                        .answer(request("GET", "https://records.EXAMPLE:8443", "api"))
                        .status());
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://evil.example", "null", "https://localhost:5656", "http://localhost:9999"})
    void pagesOfOtherOriginsMayNotAsk(String origin) {
        Answer answer = gate(AccessPolicy.LOCAL).answer(get("Origin", origin));

        assertEquals(403, answer.status());
        assertEquals(Optional.empty(), answer.headers().first("Access-Control-Allow-Origin"));
        assertEquals(
                403,
                gate(AccessPolicy.LOCAL)
                        .answer(get("Origin", "http://localhost:5656", "Origin", origin))
                        .status());
    }

    @Test
    void pagesOfTheGatewayItselfMayAsk() {
        assertEquals(
                200,
                gate(AccessPolicy.LOCAL)
                        .answer(get("Origin", "http://localhost:5656"))
                        .status());
    }

    @Test
    void pagesOfAnOriginThatWasAllowedMayAskAndReadTheETag() {
        AccessPolicy policy = new AccessPolicy(List.of(), Set.of(), Set.of("https://app.example"), false);
        Answer preflight = gate(policy)
                .answer(request(
                        "OPTIONS",
                        "http://localhost:5656",
                        "api",
                        "Origin",
                        "https://app.example",
                        "Access-Control-Request-Method",
                        "PATCH"));
        Answer answer = gate(policy).answer(get("Origin", "https://app.example"));

        assertEquals(204, preflight.status());
        assertTrue(preflight
                .headers()
                .first("Access-Control-Allow-Methods")
                .orElseThrow()
                .contains("PATCH"));
        assertTrue(preflight
                .headers()
                .first("Access-Control-Allow-Headers")
                .orElseThrow()
                .contains("If-Match"));
        assertEquals(
                "https://app.example",
                answer.headers().first("Access-Control-Allow-Origin").orElseThrow());
        assertTrue(answer.headers()
                .first("Access-Control-Expose-Headers")
                .orElseThrow()
                .contains("ETag"));
        assertTrue(answer.headers().all("Vary").contains("Origin"));
        assertEquals(Optional.empty(), answer.headers().first("Access-Control-Allow-Credentials"));
        assertEquals(
                403, gate(policy).answer(get("Origin", "https://other.example")).status());
        assertEquals(Optional.empty(), gate(policy).answer(get()).headers().first("Access-Control-Allow-Origin"));
    }

    @Test
    void aTokenIsNeededWhereThereAreAny() {
        AccessGate gate = gate(withTokens(false));
        Answer none = gate.answer(get());
        Answer wrong = gate.answer(get("Authorization", "Bearer " + READER + "x"));

        assertEquals(401, none.status());
        assertEquals("Bearer", none.headers().first("WWW-Authenticate").orElseThrow());
        assertEquals(401, wrong.status());
        assertTrue(text(wrong).contains("token-unknown"));
        assertEquals(401, gate.answer(get("Authorization", "Basic " + READER)).status());
        assertEquals(
                401,
                gate.answer(get("Authorization", "Bearer " + WRITER, "Authorization", "Bearer " + READER))
                        .status());
    }

    @Test
    void aTokenAllowsWhatItsRightsSay() {
        AccessGate gate = gate(withTokens(false));

        assertEquals("read [customer]", text(gate.answer(get("Authorization", "bearer " + READER))));
        assertEquals("write all", text(gate.answer(get("Authorization", "Bearer " + WRITER))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PATCH", "PUT", "DELETE"})
    void whoMayReadMayNotWrite(String method) {
        AccessGate gate = gate(withTokens(false));
        String origin = "http://localhost:5656";

        Answer reader = gate.answer(request(method, origin, "api", "Authorization", "Bearer " + READER));
        assertEquals(403, reader.status());
        assertTrue(text(reader).contains("read-only"));
        assertEquals(
                200,
                gate.answer(request(method, origin, "api", "Authorization", "Bearer " + WRITER))
                        .status());
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PATCH", "PUT", "DELETE"})
    void readOnlyHoldsForEveryClient(String method) {
        String origin = "http://localhost:5656";
        Answer writer =
                gate(withTokens(true)).answer(request(method, origin, "api", "Authorization", "Bearer " + WRITER));
        AccessPolicy open = new AccessPolicy(List.of(), Set.of(), Set.of(), true);

        assertEquals(403, writer.status());
        assertEquals(403, gate(open).answer(request(method, origin, "api")).status());
        assertEquals("read all", text(gate(open).answer(request("GET", origin, "api"))));
    }

    @Test
    void whatIsOpenNeedsNoToken() {
        assertEquals("up", text(gate(withTokens(false)).answer(request("GET", "http://localhost:5656", "health"))));
    }

    @Test
    void aSecretThatCouldBeGuessedIsNone() {
        assertEquals(Optional.empty(), Token.ofSecret("short", "0123456789abcde", Rights.ALL));
    }
}
