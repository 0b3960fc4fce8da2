package dev.concord.version;

import dev.concord.catalog.Column;
import dev.concord.catalog.Column.Generation;
import dev.concord.catalog.Key;
import dev.concord.catalog.Table;
import dev.concord.catalog.TableId;
import dev.concord.catalog.ValueKind;
import dev.concord.record.Row;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Tables for tests that need no database. */
final class Tables {
    private Tables() {}

    /** A table with just the row's columns. */
    static Table holding(String name, Row row) {
        return of(
                name,
                row.values().keySet().stream()
                        .map(column -> column(column, "varchar", ValueKind.TEXT, 0, 0))
                        .toArray(Column[]::new));
    }

    static Table of(String name, Column... columns) {
        return new Table(
                new TableId("", name),
                Table.Type.TABLE,
                Arrays.asList(columns),
                columns.length == 0 ? Optional.empty() : Optional.of(new Key("pk", List.of(columns[0].name()), true)),
                List.of(),
                List.of(),
                List.of(),
                true,
                "");
    }

    static Column column(String name, String type, ValueKind kind, int size, int scale) {
        return new Column(name, type, kind, size, scale, false, Optional.empty(), Generation.NONE, List.of(), "");
    }

    static Column computed(String name) {
        return new Column(
                name, "integer", ValueKind.INTEGER, 0, 0, true, Optional.empty(), Generation.COMPUTED, List.of(), "");
    }

    static Column nullable(Column column) {
        return changed(column, true, column.defaultExpression());
    }

    static Column withDefault(Column column, String expression) {
        return changed(column, column.nullable(), Optional.of(expression));
    }

    private static Column changed(Column column, boolean nullable, Optional<String> expression) {
        return new Column(
                column.name(),
                column.typeName(),
                column.kind(),
                column.size(),
                column.scale(),
                nullable,
                expression,
                column.generation(),
                column.allowedValues(),
                column.comment());
    }
}
