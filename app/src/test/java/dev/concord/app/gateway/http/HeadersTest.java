package dev.concord.app.gateway.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HeadersTest {
    @Test
    void namesAreTheSameInAnyCase() {
        Headers headers = Headers.of("If-Match", "\"a\"", "Accept", "*/*", "IF-MATCH", "\"b\"");

        assertEquals(Optional.of("\"a\""), headers.first("if-match"));
        assertEquals(List.of("\"a\"", "\"b\""), headers.all("if-match"));
        assertEquals(Headers.of("accept", "x"), Headers.of("Accept", "x"));
    }

    @Test
    void aHeaderIsAddedAfterTheOthersOfItsName() {
        Headers one = Headers.of("Vary", "Origin");

        assertEquals(List.of("Origin", "Accept"), one.with("vary", "Accept").all("Vary"));
        assertEquals(List.of("Origin"), one.all("Vary"));
    }

    @Test
    void aNameWithoutAValueIsAMistakeOfTheCaller() {
        assertThrows(IllegalArgumentException.class, () -> Headers.of("Vary"));
    }

    @Test
    void theTextHasNoValue() {
        assertFalse(Headers.of("Authorization", "Bearer secret").toString().contains("secret"));
    }
}
