package dev.concord.app.gateway.resource;

import dev.concord.record.Snapshot;
import java.util.HashMap;
import java.util.Map;

/**
 * The ids of the rows of one type in one document, all of them different. Rows without a key may be equal: the second of them is
 * {@code checksum.2}. For one document.
 */
public final class DocumentIds {
    private final ResourceType type;
    private final Map<String, Integer> used = new HashMap<>();

    /** @param type the type of the rows */
    public DocumentIds(ResourceType type) {
        this.type = type;
    }

    /** Returns the id of the next row of the document. */
    public String next(Snapshot row) {
        String id = type.id(row);
        if (type.addressable()) {
            return id;
        }
        int times = used.merge(id, 1, Integer::sum);
        return times == 1 ? id : id + "." + times;
    }
}
