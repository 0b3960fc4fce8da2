package dev.concord.app.gateway;

import dev.concord.app.gateway.http.Answer;
import dev.concord.app.gateway.http.Content;
import dev.concord.app.gateway.http.Served;
import java.util.Map;
import java.util.TreeMap;

/**
 * Figures about the requests of a gateway since its start, in the text format of Prometheus (version 0.0.4). They name no
 * table and no record. Safe to share between threads.
 */
final class RequestCounts {
    /** Upper bounds of the times counted, in seconds. */
    private static final double[] BOUNDS = {0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10};

    private static final String MEDIA_TYPE = "text/plain; version=0.0.4; charset=utf-8";

    private final Map<Label, Long> byStatus = new TreeMap<>();
    private final long[] byTime = new long[BOUNDS.length];
    private long count;
    private long brokenOff;
    private long bytes;
    private double seconds;

    private record Label(String method, int status) implements Comparable<Label> {
        @Override
        public int compareTo(Label other) {
            int methods = method.compareTo(other.method);
            return methods == 0 ? Integer.compare(status, other.status) : methods;
        }
    }

    synchronized void add(Served served) {
        byStatus.merge(new Label(served.method(), served.status()), 1L, Long::sum);
        count++;
        bytes += served.bytes();
        if (!served.whole()) {
            brokenOff++;
        }
        double taken = served.time().toNanos() / 1e9;
        seconds += taken;
        for (int i = 0; i < BOUNDS.length; i++) {
            if (taken <= BOUNDS[i]) {
                byTime[i]++;
            }
        }
    }

    /** Returns the figures. */
    Answer answer(int inFlight) {
        return Answer.of(200, MEDIA_TYPE, Content.text(text(inFlight)));
    }

    private synchronized String text(int inFlight) {
        StringBuilder text = new StringBuilder();
        head(text, "concord_requests_total", "counter", "Requests answered, by method and status.");
        byStatus.forEach((label, number) -> text.append("concord_requests_total{method=\"")
                .append(label.method())
                .append("\",status=\"")
                .append(label.status())
                .append("\"} ")
                .append(number)
                .append('\n'));
        head(text, "concord_request_seconds", "histogram", "Time from a request's headers to the end of its answer.");
        for (int i = 0; i < BOUNDS.length; i++) {
            line(text, "concord_request_seconds_bucket{le=\"" + BOUNDS[i] + "\"}", byTime[i]);
        }
        line(text, "concord_request_seconds_bucket{le=\"+Inf\"}", count);
        line(text, "concord_request_seconds_sum", seconds);
        line(text, "concord_request_seconds_count", count);
        head(text, "concord_answer_bytes_total", "counter", "Bytes of the contents of answers.");
        line(text, "concord_answer_bytes_total", bytes);
        head(text, "concord_answers_broken_off_total", "counter", "Answers that the client did not receive whole.");
        line(text, "concord_answers_broken_off_total", brokenOff);
        head(text, "concord_requests_in_flight", "gauge", "Requests that are being answered.");
        line(text, "concord_requests_in_flight", inFlight);
        return text.toString();
    }

    private static void head(StringBuilder text, String name, String type, String help) {
        text.append("# HELP ").append(name).append(' ').append(help).append('\n');
        text.append("# TYPE ").append(name).append(' ').append(type).append('\n');
    }

    private static void line(StringBuilder text, String name, Number value) {
        text.append(name).append(' ').append(value).append('\n');
    }
}
