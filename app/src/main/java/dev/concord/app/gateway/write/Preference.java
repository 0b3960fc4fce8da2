package dev.concord.app.gateway.write;

import dev.concord.app.gateway.http.Headers;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** What a client prefers (RFC 7240). The one preference that is understood is to merge what needs no decision. */
final class Preference {
    /** To merge with what somebody else has written, where nobody has to decide. */
    static final String MERGE = "resolution=merge";

    private static final Pattern BETWEEN = Pattern.compile("[,;]");

    private Preference() {}

    /** Whether the client prefers a merge. */
    static boolean merge(Headers headers) {
        List<String> values = headers.all("Prefer");
        return values.stream()
                .flatMap(BETWEEN::splitAsStream)
                .map(one -> one.replace("\"", "").replace(" ", "").toLowerCase(Locale.ROOT))
                .anyMatch(MERGE::equals);
    }
}
