package dev.concord.app.gateway.resource;

import dev.concord.catalog.Column;
import dev.concord.catalog.Key;
import dev.concord.catalog.Table;
import dev.concord.record.RecordKey;
import dev.concord.record.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Keys of rows as ids of resources. Each key has one id, and no two keys have the same: see {@link IdText} for a key of one
 * column. The values of a key of several columns are joined by {@code _} in the key's order; in them {@code _} is {@code ~1}.
 *
 * <p>Ids of several values that are joined by {@code _} without escapes, as other programs make them, are read as well where only one
 * way to divide them gives values of the columns' types.
 */
public final class ResourceIds {
    private static final String JOIN = "_";

    /** The number of ways to divide an id explodes with its parts, except where each column has one. */
    private static final int MOST_PARTS = 12;

    private final Table table;
    private final List<IdText> texts;

    private ResourceIds(Table table, List<IdText> texts) {
        this.table = table;
        this.texts = texts;
    }

    /**
     * Returns the ids of a table's rows. Where the table has no key that names one row, no id is any row's.
     */
    public static ResourceIds of(Table table) {
        List<Column> columns = table.rowKey().map(Key::columns).orElse(List.of()).stream()
                .map(name -> table.column(name).orElseThrow())
                .toList();
        boolean joined = columns.size() > 1;
        return new ResourceIds(
                table,
                columns.stream().map(column -> new IdText(column, joined)).toList());
    }

    /** Returns the id of a row. */
    public String id(RecordKey key) {
        return texts.stream()
                .map(text -> text.of(key.columns().get(text.column().name())))
                .collect(Collectors.joining(JOIN));
    }

    /** Returns the key that an id names, whether there is such a row or not; empty where it can name none. */
    public Optional<RecordKey> key(String id) {
        if (texts.isEmpty()) {
            return Optional.empty();
        }
        List<String> parts = texts.size() == 1 ? List.of(id) : List.of(id.split(JOIN, -1));
        List<Row> found = parts.size() > Math.max(MOST_PARTS, texts.size()) ? List.of() : rows(parts, 0, Row.EMPTY);
        return found.size() == 1 ? Optional.of(new RecordKey(table.id(), found.getFirst())) : Optional.empty();
    }

    /** Returns the keys of all ways to divide the parts among the columns from one on. */
    private List<Row> rows(List<String> parts, int column, Row before) {
        IdText text = texts.get(column);
        int columnsAfter = texts.size() - column - 1;
        List<Row> rows = new ArrayList<>();
        for (int own = columnsAfter == 0 ? parts.size() : 1; own <= parts.size() - columnsAfter; own++) {
            List<String> rest = parts.subList(own, parts.size());
            text.read(String.join(JOIN, parts.subList(0, own)))
                    .map(value -> before.with(text.column().name(), value))
                    .ifPresent(row -> rows.addAll(columnsAfter == 0 ? List.of(row) : rows(rest, column + 1, row)));
        }
        return rows;
    }
}
