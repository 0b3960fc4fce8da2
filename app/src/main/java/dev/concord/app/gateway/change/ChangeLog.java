package dev.concord.app.gateway.change;

import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * What has changed in a table lately, in the order in which it was found out, so that each client is told what it has not been told yet. The oldest changes are
 * forgotten. For one thread at a time.
 */
final class ChangeLog {
    /** The most changes that are known one by one, of some 200 bytes each. */
    static final int MOST = 10_000;

    private final ArrayDeque<Difference> differences = new ArrayDeque<>();

    /** How many changes there were before the first one that is known. */
    private long begin;

    /** How many changes there were when the table had a name. */
    private final SequencedMap<String, Long> places = new LinkedHashMap<>();

    private String name = "";

    /** Adds what a look has found out, after which the table has a name. */
    void add(List<Difference> found, String newName) {
        differences.addAll(found);
        while (differences.size() > MOST) {
            differences.removeFirst();
            begin++;
        }
        name(newName);
    }

    /** Forgets all, because more has changed than can be told one by one: whoever has not been told meanwhile reads the rows anew. */
    void forget(String newName) {
        begin = end() + 1;
        differences.clear();
        name(newName);
    }

    private void name(String newName) {
        name = newName;
        places.remove(newName);
        places.put(newName, end());
        Iterator<Long> oldest = places.values().iterator();
        while (oldest.next() < begin) {
            oldest.remove();
        }
    }

    /** Returns the name that the table has now. */
    String name() {
        return name;
    }

    /** Returns how many changes there have been. */
    long end() {
        return begin + differences.size();
    }

    /** Returns how many changes there had been when the table had a name last; empty where that is not known. */
    Optional<Long> place(String former) {
        return Optional.ofNullable(places.get(former));
    }

    /** Returns what has changed since there were so many changes, each row once as it is now; empty where that is not known. */
    Optional<List<Difference>> since(long place) {
        if (place < begin) {
            return Optional.empty();
        }
        Map<String, Difference> last = new LinkedHashMap<>();
        differences.stream().skip(place - begin).forEach(difference -> {
            last.remove(difference.id());
            last.put(difference.id(), difference);
        });
        return Optional.of(List.copyOf(last.values()));
    }
}
