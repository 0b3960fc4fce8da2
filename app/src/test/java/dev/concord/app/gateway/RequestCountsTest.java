package dev.concord.app.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.concord.app.gateway.http.Content;
import dev.concord.app.gateway.http.Served;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The figures are those of the requests, each of them. */
class RequestCountsTest {

    @Test
    void everyFigureCountsWhatItSays() {
        RequestCounts counts = new RequestCounts();
        counts.add(new Served("GET", List.of("api"), 200, 1000, Duration.ofMillis(20), true));
        counts.add(new Served("GET", List.of("api"), 200, 24, Duration.ofMillis(480), false));
        counts.add(new Served("PATCH", List.of("api"), 412, 100, Duration.ofSeconds(3), true));
        Content content = counts.answer(7).content();
        List<String> figures = new String(((Content.Bytes) content).bytes(), StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.startsWith("#"))
                .toList();
        assertEquals(
                List.of(
                        "concord_requests_total{method=\"GET\",status=\"200\"} 2",
                        "concord_requests_total{method=\"PATCH\",status=\"412\"} 1",
                        "concord_request_seconds_bucket{le=\"0.005\"} 0",
                        "concord_request_seconds_bucket{le=\"0.01\"} 0",
                        "concord_request_seconds_bucket{le=\"0.025\"} 1",
                        "concord_request_seconds_bucket{le=\"0.05\"} 1",
                        "concord_request_seconds_bucket{le=\"0.1\"} 1",
                        "concord_request_seconds_bucket{le=\"0.25\"} 1",
                        "concord_request_seconds_bucket{le=\"0.5\"} 2",
                        "concord_request_seconds_bucket{le=\"1.0\"} 2",
                        "concord_request_seconds_bucket{le=\"2.5\"} 2",
                        "concord_request_seconds_bucket{le=\"5.0\"} 3",
                        "concord_request_seconds_bucket{le=\"10.0\"} 3",
                        "concord_request_seconds_bucket{le=\"+Inf\"} 3",
                        "concord_request_seconds_sum 3.5",
                        "concord_request_seconds_count 3",
                        "concord_answer_bytes_total 1124",
                        "concord_answers_broken_off_total 1",
                        "concord_requests_in_flight 7"),
                figures);
    }
}
