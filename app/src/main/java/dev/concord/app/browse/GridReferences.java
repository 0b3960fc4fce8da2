package dev.concord.app.browse;

import dev.concord.app.reference.ColumnReferences;
import dev.concord.app.reference.ReferenceModel;
import dev.concord.app.reference.ReferenceTarget;
import dev.concord.app.reference.ReferenceText;
import dev.concord.app.reference.ReferenceValues;
import dev.concord.catalog.Column;
import dev.concord.catalog.ForeignKey;
import dev.concord.catalog.Table;
import dev.concord.query.Page;
import dev.concord.record.Row;
import dev.concord.record.Value;
import dev.concord.ui.text.Texts;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The names of the rows that the cells of foreign keys lead to. A cell that asks has its name looked up. FX thread only. */
final class GridReferences {
    private final ReferenceModel names;
    private final ReferenceText words;
    private final Map<String, ForeignKey> named = new HashMap<>();

    GridReferences(ReferenceModel names, Texts texts) {
        this.names = names;
        this.words = new ReferenceText(texts);
    }

    /** The cells are those of another table. */
    void show(Table table) {
        named.clear();
        for (Column column : table.columns()) {
            ColumnReferences.namedIn(table, column.name()).ifPresent(key -> named.put(column.name(), key));
        }
    }

    /** Whether a column shows the names of the rows that it leads to. */
    boolean names(Column column) {
        return named.containsKey(column.name());
    }

    /** What a row leads to by the reference of a column; empty where it leads nowhere. */
    Optional<ReferenceValues> values(Row row, Column column) {
        return Optional.ofNullable(named.get(column.name()))
                .flatMap(key -> ReferenceValues.of(key, name -> known(row, name)));
    }

    /** The beginning of a long key is no key. */
    private static Optional<Value> known(Row row, String column) {
        return Optional.of(row.get(column)).filter(value -> value.text().length() < Page.TEXT_LENGTH);
    }

    /**
     * The text of a cell: the name with the key, or that there is no such row.
     *
     * @param key the text of the value
     * @return empty where the key alone is shown: it leads nowhere, to a row without a name, or to one that is not known yet
     */
    Optional<String> text(Row row, Column column, String key) {
        return values(row, column).flatMap(names::target).flatMap(target -> switch (target) {
            case ReferenceTarget.Found(String label) ->
                label.isEmpty() ? Optional.empty() : Optional.of(words.named(label, key));
            case ReferenceTarget.Missing _ -> Optional.of(words.missing(key));
            case ReferenceTarget.Unknown _ -> Optional.empty();
        });
    }
}
