package dev.concord.app.conflict;

import dev.concord.merge.Change;
import dev.concord.merge.FieldMerge;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;

/** The order of the fields: as in the form, but groups stand together, and fields set by the database come last. */
final class FieldOrder {
    private FieldOrder() {}

    static List<FieldMerge> inOrder(List<FieldMerge> fields) {
        SequencedSet<FieldMerge> ordered = new LinkedHashSet<>();
        List<FieldMerge> byDatabase = new ArrayList<>();
        for (FieldMerge field : fields) {
            if (field.change() == Change.SET_BY_DATABASE) {
                byDatabase.add(field);
            } else {
                ordered.add(field);
                ordered.addAll(together(field, fields));
            }
        }
        ordered.addAll(byDatabase);
        return List.copyOf(ordered);
    }

    private static List<FieldMerge> together(FieldMerge field, List<FieldMerge> fields) {
        return field.group().isEmpty()
                ? List.of(field)
                : fields.stream()
                        .filter(other -> other.group().equals(field.group()))
                        .toList();
    }
}
