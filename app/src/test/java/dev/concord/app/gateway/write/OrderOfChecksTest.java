package dev.concord.app.gateway.write;

import static dev.concord.app.gateway.write.GatewayShop.at;
import static dev.concord.app.gateway.write.GatewayShop.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.app.gateway.http.Answer;
import dev.concord.record.Value;
import dev.concord.testing.Engine;
import dev.concord.version.LockingMode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each request is wrong in two ways whose checks are neighbours, and is answered by the first of them. */
class OrderOfChecksTest {
    private static final String STALE = "0".repeat(64);

    @ParameterizedTest(name = "{0} before {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "parse | missing | 99 | {'data': {'type': 'item', 'id': | | 400 | malformed",
                "missing | identity | 99 | {'data': {'type': 'item', 'id': '1'}} | | 404 | not-found",
                "identity | precondition | 1 | {'data': {'type': 'item', 'id': '2'}} | | 409 | identity",
                "type | precondition | 1 | {'data': {'type': 'city', 'id': '1'}} | | 409 | identity",
                "identity | tag | 1 | {'data': {'type': 'item', 'id': '2'}} | STALE | 409 | identity",
                "precondition | values | 1 | {'data': {'type': 'item', 'id': '1', 'attributes': {'stock': 'x'}}} | | 428 | precondition-required",
                "tag | checksum | 1 | {'data': {'type': 'item', 'id': '1', 'attributes': {'S_CheckSum': 'x'}}} | STALE | 412 | stale",
                "checksum | values | 1 | {'data': {'type': 'item', 'id': '1', 'attributes': {'S_CheckSum': 'x', 'stock': 'x'}}} | NOW | 409 | stale",
                "tag | values | 1 | {'data': {'type': 'item', 'id': '1', 'attributes': {'stock': -1}}} | STALE | 412 | stale",
                "checksum | constraint | 1 | {'data': {'type': 'item', 'id': '1', 'attributes': {'S_CheckSum': 'x', 'stock': -1}}} | | 409 | stale",
                "values | constraint | 1 | {'data': {'type': 'item', 'id': '1', 'attributes': {'stock': -1, 'price': 'x'}}} | NOW | 422 | invalid-value"
            })
    void theFirstCheckThatFailsIsTheAnswer(
            String first, String second, String id, String body, @Nullable String ifMatch, int status, String code) {
        try (GatewayShop shop = new GatewayShop(Engine.H2, LockingMode.REQUIRED)) {
            String tag = "NOW".equals(ifMatch) ? shop.etag("item", "1") : '"' + STALE + '"';
            String[] headers = ifMatch == null ? new String[0] : new String[] {"If-Match", tag};
            Answer answer = shop.send("PATCH", "/api/item/" + id, body, headers);
            assertThat(answer.status()).as(json(answer).toString()).isEqualTo(status);
            assertThat(at(answer, "/errors/0/code")).isEqualTo(code);
            assertThat(json(answer).path("errors")).hasSize(1);
            assertThat(shop.row("item", "1").row().get("stock")).isEqualTo(Value.of(10));
        }
    }
}
