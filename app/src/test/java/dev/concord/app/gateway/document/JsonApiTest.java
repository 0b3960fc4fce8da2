package dev.concord.app.gateway.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which media types are read and sent. */
class JsonApiTest {
    private static final Set<String> NONE = Set.of();
    private static final Set<String> ATOMIC = Set.of(JsonApi.ATOMIC);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/vnd.api+json",
                "Application/VND.api+json",
                "application/vnd.api+json; profile=\"https://example.com/a https://example.com/b\"",
                "application/vnd.api+json;profile=x",
                "application/json",
                "application/json; charset=UTF-8"
            })
    void readsBodies(String contentType) {
        assertThatCode(() -> JsonApi.checkBody(Optional.of(contentType), NONE)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "text/plain",
                "application/vnd.api+json; charset=utf-8",
                "application/vnd.api+json; ext=\"https://example.com/unknown\"",
                "application/vnd.api+json; ext=\"https://jsonapi.org/ext/atomic https://example.com/unknown\"",
                "application/vnd.api+json, application/json",
                "application/vnd.api+json; ext=\"broken",
                "application/vnd.api+json; profile=a; profile=b",
                "application/json; charset=latin1"
            })
    void refusesOtherBodies(String contentType) {
        refuses(415, () -> JsonApi.checkBody(Optional.of(contentType), ATOMIC));
    }

    @Test
    void refusesABodyOfNoType() {
        refuses(415, () -> JsonApi.checkBody(Optional.empty(), NONE));
    }

    @Test
    void takesAnExtensionOnlyWhereItIsUnderstood() {
        Optional<String> atomic = Optional.of(JsonApi.mediaType(JsonApi.ATOMIC));
        assertThat(JsonApi.checkBody(atomic, ATOMIC)).containsExactly(JsonApi.ATOMIC);
        refuses(415, () -> JsonApi.checkBody(atomic, NONE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*/*",
                "text/html",
                "broken",
                "application/vnd.api+json;q=0.5",
                "application/vnd.api+json; charset=utf-8, application/vnd.api+json",
                "application/vnd.api+json; ext=\"https://example.com/x\", application/vnd.api+json; profile=\"y\""
            })
    void sendsJsonApi(String accept) {
        assertThatCode(() -> JsonApi.checkAccept(List.of(accept), NONE)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/vnd.api+json; charset=utf-8",
                "application/json, application/vnd.api+json; version=1",
                "application/vnd.api+json; ext=\"https://example.com/x\""
            })
    void refusesParametersOfTheClientsOwn(String accept) {
        refuses(406, () -> JsonApi.checkAccept(List.of(accept), NONE));
    }

    private static void refuses(int status, ThrowingCallable check) {
        assertThatThrownBy(check).isInstanceOfSatisfying(RequestRefused.class, refused -> assertThat(
                        refused.errors().getFirst().status())
                .isEqualTo(status));
    }
}
