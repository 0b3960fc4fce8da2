package dev.concord.app.related;

import dev.concord.app.control.Caption;
import dev.concord.catalog.ReferringKey;
import dev.concord.record.Row;
import dev.concord.record.Value;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The rows of one table that refer to the record shown by one foreign key. FX thread only. */
public final class RelatedTab {
    private final ReferringKey key;
    private final String title;
    private final ReadOnlyObjectWrapper<Count> count = new ReadOnlyObjectWrapper<>(this, "count", new Count.Unknown());

    /** How many rows there are. */
    public sealed interface Count {
        /** Nobody has counted them yet. */
        record Unknown() implements Count {}

        /** They were counted. */
        record Counted(long rows) implements Count {}

        /** They cannot be counted, for example because this user may not read them. */
        record Refused() implements Count {}
    }

    /** @param ambiguous whether the table refers to the record's by several keys, so that its name does not say which */
    RelatedTab(ReferringKey key, boolean ambiguous) {
        this.key = key;
        String table = Caption.of(key.from().name());
        this.title = ambiguous
                ? table + " (" + key.key().columns().stream().map(Caption::of).collect(Collectors.joining(", ")) + ")"
                : table;
    }

    /** One tab for each key that refers to a table; those of the table itself come last. */
    static List<RelatedTab> of(List<ReferringKey> keys) {
        return keys.stream()
                .sorted(Comparator.comparing(key -> key.from().equals(key.key().target())))
                .map(key -> new RelatedTab(
                        key,
                        keys.stream()
                                        .filter(other -> other.from().equals(key.from()))
                                        .count()
                                > 1))
                .toList();
    }

    /** The key by which the rows refer to the record. */
    public ReferringKey key() {
        return key;
    }

    /** The table's name, and the columns of the key where the name alone does not say which rows they are. */
    public String title() {
        return title;
    }

    /** How many rows refer to the record. */
    public ReadOnlyObjectProperty<Count> count() {
        return count.getReadOnlyProperty();
    }

    void count(Count now) {
        count.set(now);
    }

    /** What rows hold that refer to a record; empty where it has nothing that can be referred to. */
    Optional<Row> within(Row record) {
        SequencedMap<String, Value> values = new LinkedHashMap<>();
        List<String> columns = key.key().columns();
        for (int i = 0; i < columns.size(); i++) {
            Value value = record.get(key.key().targetColumns().get(i));
            if (value.isNull()) {
                return Optional.empty();
            }
            values.put(columns.get(i), value);
        }
        return Optional.of(Row.of(values));
    }
}
