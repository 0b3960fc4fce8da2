package dev.concord.app.gateway.change;

import dev.concord.record.Sha256;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What was seen of a table's rows: of each its id and 64 bits that tell one version of it from another, about 150 bytes a row. Look by look they are
 * compared with what is seen then. For one thread at a time.
 */
final class KnownRows {
    private final Map<String, Seen> rows = new HashMap<>();
    private int look;
    private long left;
    private long right;

    private static final class Seen {
        private long mark;
        private int look;
    }

    /** Begins a look, in which no row has been seen yet. */
    void beginLook() {
        look++;
    }

    /** Notes that a row is there, and returns whether it is new or another one than is known. */
    boolean differs(String id, long mark) {
        Seen seen = rows.get(id);
        if (seen == null) {
            return true;
        }
        seen.look = look;
        return seen.mark != mark;
    }

    /** Knows a row from now on. */
    void put(String id, long mark) {
        Seen seen = rows.get(id);
        if (seen == null) {
            seen = new Seen();
            rows.put(id, seen);
        } else {
            add(id, seen.mark, -1);
        }
        seen.mark = mark;
        seen.look = look;
        add(id, mark, 1);
    }

    /** Returns the ids of the rows that are known and were not seen in this look. */
    List<String> unseen() {
        return rows.entrySet().stream()
                .filter(row -> row.getValue().look != look)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Knows a row no more. */
    void remove(String id) {
        Seen seen = rows.remove(id);
        if (seen != null) {
            add(id, seen.mark, -1);
        }
    }

    int size() {
        return rows.size();
    }

    /** Returns a name that no other rows, and no other versions of these, have: the same in every gateway and after a restart. */
    String name() {
        return "%016x%016x".formatted(left, right);
    }

    /** The name is a sum over all rows, so that it need not be computed anew for each change. */
    private void add(String id, long mark, int times) {
        byte[] text = id.getBytes(StandardCharsets.UTF_8);
        ByteBuffer digest = ByteBuffer.wrap(Sha256.of(ByteBuffer.allocate(Long.BYTES + text.length)
                .putLong(mark)
                .put(text)
                .array()));
        left += times * digest.getLong();
        right += times * digest.getLong();
    }
}
