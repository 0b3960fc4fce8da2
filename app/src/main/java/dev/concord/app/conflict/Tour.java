package dev.concord.app.conflict;

import dev.concord.merge.FieldMerge;
import java.util.List;
import java.util.Optional;

/** The way from one field to the next, around the end to the beginning. */
final class Tour {
    private Tour() {}

    /**
     * Returns the next stop after a column, or before it.
     *
     * @param fields all fields in order
     * @param stops the fields to stop at
     * @param by 1 for the next, -1 for the previous
     */
    static Optional<String> step(List<FieldMerge> fields, List<FieldMerge> stops, String column, int by) {
        List<String> order = fields.stream().map(FieldMerge::name).toList();
        List<String> names = stops.stream().map(FieldMerge::name).toList();
        int here = Math.max(order.indexOf(column), 0);
        for (int i = 1; i <= order.size(); i++) {
            String next = order.get(Math.floorMod(here + by * i, order.size()));
            if (names.contains(next)) {
                return Optional.of(next);
            }
        }
        return Optional.empty();
    }
}
