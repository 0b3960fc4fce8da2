package dev.concord.merge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.record.Value;
import dev.concord.testing.Effort;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How long JSON may be. */
class LargeJsonMergeTest {

    @Test
    void aMegabyteIsMergedInUnderThreeSecondsOfWork() {
        String base = members(40_000, 0, 0);
        String theirs = members(40_000, 7, 0);
        String mine = members(40_000, 0, 8);
        assertThat(base.length()).isGreaterThan(1_000_000);
        assertThat(Effort.atMost(Duration.ofSeconds(3), () -> merged(base, theirs, mine)))
                .isEqualTo(members(40_000, 7, 8));
    }

    private static String members(int count, int first, int last) {
        return IntStream.range(0, count)
                .mapToObj(i -> "\"member " + i + "\": {\"n\": " + (i == 0 ? first : i == count - 1 ? last : i) + "}")
                .collect(Collectors.joining(", ", "{", "}"));
    }

    private static String merged(String base, String theirs, String mine) {
        return JsonParts.of(new Value.Json(base), new Value.Json(theirs), new Value.Json(mine))
                .flatMap(parts -> parts.value(Map.of()))
                .orElseThrow()
                .text();
    }
}
