package dev.concord.app.gateway.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Bodies that a stranger sent are read exactly or refused with 400 and the place. */
class StrictJsonTest {
    private static final byte[] BROKEN_UTF8 = {'"', (byte) 0xFC, '"'};

    @ParameterizedTest(name = "{0} at {1}")
    @MethodSource
    void refusesWithThePlace(String body, String pointer) {
        assertThatThrownBy(() -> StrictJson.read(body.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOfSatisfying(RequestRefused.class, refused -> {
                    ApiError error = refused.errors().getFirst();
                    assertThat(error.status()).isEqualTo(400);
                    assertThat(error.source()).isEqualTo(new ErrorSource.Pointer(pointer));
                });
    }

    static Stream<Arguments> refusesWithThePlace() {
        return Stream.of(
                Arguments.of("", ""),
                Arguments.of("  ", ""),
                Arguments.of("{} {}", ""),
                Arguments.of("{\"a\":{\"b\":1,\"b\":2}}", "/a/b"),
                Arguments.of("{\"a\":[1,tru]}", "/a/1"),
                Arguments.of("{\"a\":", "/a"),
                Arguments.of("{\"a\":NaN}", "/a"),
                Arguments.of("{'a':1}", ""),
                Arguments.of("{\"a\":01}", "/a"),
                Arguments.of("{\"a\":1e1001}", "/a"),
                Arguments.of("{\"a\":1e-99999999999}", "/a"),
                Arguments.of("{\"a\":1.5e2147483647}", "/a"),
                Arguments.of("{\"a\":1.5e-2147483647}", "/a"),
                Arguments.of("{\"a\":1e2147483648}", "/a"),
                Arguments.of("{\"a\":" + "9".repeat(1001) + "}", "/a"),
                Arguments.of("{\"a/b\":\"\\ud800\"}", "/a~1b"),
                Arguments.of("{\"a\":{\"\\udfff\":1}}", "/a"));
    }

    @Test
    void refusesWhatIsNotUtf8() {
        assertThatThrownBy(() -> StrictJson.read(BROKEN_UTF8)).isInstanceOf(RequestRefused.class);
    }

    @Test
    void refusesMoreThanAHundredLevels() {
        assertThat(StrictJson.read(nested(100)).isArray()).isTrue();
        assertThatThrownBy(() -> StrictJson.read(nested(101))).isInstanceOf(RequestRefused.class);
    }

    private static byte[] nested(int levels) {
        return ("[".repeat(levels) + "]".repeat(levels)).getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void keepsNumbersExactly() {
        var read = StrictJson.read("[9007199254740993, 0.10, 1e3]".getBytes(StandardCharsets.UTF_8));
        assertThat(read.path(0).decimalValue()).isEqualTo("9007199254740993");
        assertThat(read.path(1).decimalValue().toPlainString()).isEqualTo("0.10");
        assertThat(read.path(2).decimalValue()).isEqualByComparingTo("1000");
    }
}
