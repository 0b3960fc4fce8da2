package dev.concord.diff;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LineEndTest {

    @Test
    void aTextIsConvertedFromItsFirstLineEndToItsLast() {
        assertThat(LineEnd.FEED.applied("\r\na\r\nb\n")).isEqualTo("\na\nb\n");
        assertThat(LineEnd.RETURN_AND_FEED.applied("\na\r\nb\n")).isEqualTo("\r\na\r\nb\r\n");
        assertThat(LineEnd.FEED.applied("a\rb")).isEqualTo("a\rb");
    }

    @Test
    void theEndsOfTheSideThatConvertedThemAreKept() {
        assertThat(LineEnd.merged("\na\n", "\r\na\r\n", "\nb\n")).contains(LineEnd.RETURN_AND_FEED);
        assertThat(LineEnd.merged("\na\n", "\nb\n", "\r\na\r\n")).contains(LineEnd.RETURN_AND_FEED);
        assertThat(LineEnd.merged("\r\na\r\n", "\na\n", "\r\nb\r\n")).contains(LineEnd.FEED);
        assertThat(LineEnd.merged("\r\na\r\n", "\r\nb\r\n", "\r\nc\r\n")).contains(LineEnd.RETURN_AND_FEED);
        assertThat(LineEnd.merged("a\n", "a\r\n", "b\r\n")).contains(LineEnd.RETURN_AND_FEED);
    }

    @Test
    void aTextOfSeveralLineEndsOrNoneHasNoneToConvert() {
        for (String mixed : new String[] {"a", "", "\na\r\n", "a\r\nb\n", "\r\na\n", "a\rb\n"}) {
            assertThat(LineEnd.merged(mixed, "a\n", "a\r\n")).as(mixed).isEmpty();
        }
        assertThat(LineEnd.merged("a\nb\n", "a\r\nb\n", "a\r\nb\r\n")).isEmpty();
        assertThat(LineEnd.merged("a\nb\n", "a\r\nb\n", "A\nb\n")).isEmpty();
    }
}
