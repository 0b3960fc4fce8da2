package dev.concord.catalog;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Leaves out of a table what the user may not read. */
final class ReadableColumns {
    private ReadableColumns() {}

    /**
     * Returns the table without the columns that may not be read, and without the keys, references and checks that contain
     * one. Where none may be read, the table is returned as it is, and the database says so when its rows are read.
     */
    static Table of(Table table) {
        List<Column> readable = table.columns().stream()
                .filter(column -> column.rights().select())
                .toList();
        if (readable.size() == table.columns().size() || readable.isEmpty()) {
            return table;
        }
        Set<String> names = readable.stream().map(Column::name).collect(Collectors.toSet());
        return new Table(
                table.id(),
                table.type(),
                readable,
                table.primaryKey().filter(key -> names.containsAll(key.columns())),
                table.uniqueKeys().stream()
                        .filter(key -> names.containsAll(key.columns()))
                        .toList(),
                table.foreignKeys().stream()
                        .filter(key -> names.containsAll(key.columns()))
                        .toList(),
                table.checks().stream()
                        .filter(check -> names.containsAll(check.columns()))
                        .toList(),
                table.writable(),
                table.transactional(),
                false,
                table.comment());
    }
}
