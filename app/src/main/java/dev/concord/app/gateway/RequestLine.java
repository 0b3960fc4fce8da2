package dev.concord.app.gateway;

import dev.concord.app.gateway.http.Served;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A request as a line of the log, for example {@code GET /api/customer/* 200 312 bytes 4 ms}. What may be a value of a record
 * is a star: of an address only the words of the gateway and the names of tables are shown, where they have their place, and
 * never a parameter.
 *
 * @param tables whether a name is a table's
 */
record RequestLine(Predicate<String> tables) {
    /** The words of the gateway by their place in an address. */
    private static final List<Set<String>> WORDS = List.of(
            Set.of("api", "changes", "health", "metrics", "openapi.json", "page"),
            Set.of("operations"),
            Set.of(),
            Set.of("relationships", "increment"));

    private static final int TABLE = 1;

    String of(Served served) {
        List<String> shown = new ArrayList<>();
        for (String segment : served.path()) {
            shown.add(isKnown(segment, shown.size()) ? segment : "*");
        }
        return served.method()
                + " /" + String.join("/", shown)
                + " " + served.status()
                + " " + served.bytes() + " bytes "
                + served.time().toMillis() + " ms"
                + (served.whole() ? "" : " broken off");
    }

    private boolean isKnown(String segment, int place) {
        return (place < WORDS.size() && WORDS.get(place).contains(segment)) || (place == TABLE && tables.test(segment));
    }
}
