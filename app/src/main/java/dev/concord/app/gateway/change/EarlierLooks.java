package dev.concord.app.gateway.change;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What was seen of whole tables lately, so that a client that comes back is told what changed meanwhile and nothing else. Kept in memory alone:
 * the oldest are forgotten. Safe to share between threads.
 */
final class EarlierLooks {
    /** Up to 1,000 rows each, of some 200 bytes. */
    private static final int MOST = 32;

    private final Map<Look, SeenRows> looks = new LinkedHashMap<>();

    private record Look(String type, String name) {}

    synchronized void keep(String type, SeenRows seen) {
        Look look = new Look(type, seen.name());
        looks.remove(look);
        looks.put(look, seen);
        if (looks.size() > MOST) {
            looks.remove(looks.keySet().iterator().next());
        }
    }

    /** Returns what was seen of a table when it had that {@linkplain SeenRows#name name}; empty where that is not known any more. */
    synchronized Optional<SeenRows> find(String type, String name) {
        return Optional.ofNullable(looks.get(new Look(type, name)));
    }
}
