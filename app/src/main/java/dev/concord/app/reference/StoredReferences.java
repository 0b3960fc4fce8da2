package dev.concord.app.reference;

import dev.concord.app.control.Parsed;
import dev.concord.app.control.ValueText;
import dev.concord.catalog.Column;
import dev.concord.catalog.ForeignKey;
import dev.concord.outcome.ReadOutcome;
import dev.concord.query.ReferencedRow;
import dev.concord.record.Row;
import dev.concord.record.Value;
import dev.concord.store.RecordStore;
import dev.concord.ui.text.Texts;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the rows that foreign keys refer to from the store. In the background only. */
public final class StoredReferences implements ReferenceAccess {
    /** The most rows to refer to that are listed; a person finds others by typing more. */
    public static final int MOST = 50;

    private final RecordStore store;
    private final ValueText values;

    /** @param texts say how a key is typed */
    public StoredReferences(RecordStore store, Texts texts) {
        this.store = store;
        this.values = new ValueText(texts);
    }

    @Override
    public Map<Row, ReferenceTarget> targets(ForeignKey reference, Collection<Row> from) {
        Map<Row, ReferencedRow> rows =
                store.reading(read -> read.references().look(reference, from)) instanceof ReadOutcome.Read(var found)
                        ? found
                        : Map.of();
        Map<Row, ReferenceTarget> targets = new HashMap<>();
        from.forEach(row -> targets.put(row, target(Optional.ofNullable(rows.get(row)))));
        return targets;
    }

    private static ReferenceTarget target(Optional<ReferencedRow> row) {
        return row.<ReferenceTarget>map(found ->
                        found.exists() ? new ReferenceTarget.Found(found.label()) : new ReferenceTarget.Missing())
                .orElseGet(ReferenceTarget.Unknown::new);
    }

    @Override
    public ReadOutcome<TargetRows> search(ForeignKey reference, String typed) {
        return store.reading(
                read -> rows(read.references().search(reference, typed.strip(), key -> value(typed, key), MOST + 1)));
    }

    @Override
    public ReadOutcome<TargetRows> closest(ForeignKey reference, String typed) {
        return store.reading(read -> rows(read.references().closest(reference, typed.strip(), MOST + 1)));
    }

    private Optional<Value> value(String typed, Column column) {
        return values.parse(typed.strip(), column) instanceof Parsed.Read(Value value)
                ? Optional.of(value)
                : Optional.empty();
    }

    private static TargetRows rows(List<ReferencedRow> found) {
        return new TargetRows(
                found.stream()
                        .limit(MOST)
                        .map(row -> new TargetRow(row.key(), row.label()))
                        .toList(),
                found.size() > MOST);
    }
}
