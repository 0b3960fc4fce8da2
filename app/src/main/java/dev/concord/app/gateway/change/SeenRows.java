package dev.concord.app.gateway.change;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;

/**
 * What was seen of some rows at one look.
 *
 * @param etags the ETags of the rows by their ids
 */
record SeenRows(SequencedMap<String, String> etags) {
    private static final int NAME_BYTES = 16;

    /** No row. */
    static final SeenRows NONE = new SeenRows(new TreeMap<>());

    /**
     * What is different of one row.
     *
     * @param etag the row's new ETag; empty where it is gone
     */
    record Difference(String id, Optional<String> etag) {}

    /** Returns what is different in what was seen later. */
    List<Difference> differencesTo(SeenRows later) {
        List<Difference> differences = new ArrayList<>();
        later.etags.forEach((id, etag) -> {
            if (!etag.equals(etags.get(id))) {
                differences.add(new Difference(id, Optional.of(etag)));
            }
        });
        etags.keySet().forEach(id -> {
            if (!later.etags.containsKey(id)) {
                differences.add(new Difference(id, Optional.empty()));
            }
        });
        return differences;
    }

    /** Returns a name that no other rows, and no other ETags of these, have: the same in every gateway and after a restart. */
    String name() {
        MessageDigest digest = digest();
        for (Map.Entry<String, String> row : new TreeMap<>(etags).entrySet()) {
            digest.update(row.getKey().getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
            digest.update(row.getValue().getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
        }
        return HexFormat.of().formatHex(Arrays.copyOf(digest.digest(), NAME_BYTES));
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        }
    }
}
