package dev.concord.query;

import dev.concord.catalog.Column;
import dev.concord.catalog.ValueKind;
import dev.concord.record.Bytes;
import dev.concord.record.Row;
import dev.concord.record.StoredText;
import dev.concord.record.Value;
import dev.concord.sql.RenderedQuery;
import dev.concord.sql.TableAccess;
import dev.concord.sql.TableSql;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Select;

/** The columns of a page for looking at: the beginnings of long texts, and the numbers of bytes. */
final class PreviewColumns implements PageColumns {
    private final TableAccess table;
    private final TableSql sql;

    PreviewColumns(TableAccess table) {
        this.table = table;
        this.sql = table.sql();
    }

    /** What is read of each column where no other page follows. */
    List<Field<Value>> fields() {
        return sql.table().columns().stream().map(this::shown).toList();
    }

    /** The columns of the order are read whole, because the next page begins beside their values. */
    @Override
    public List<Field<?>> fields(PageOrder order) {
        return sql.table().columns().stream()
                .<Field<?>>map(column -> order.seekColumns().contains(column) ? sql.reading(column) : shown(column))
                .toList();
    }

    @Override
    public RenderedQuery query(Select<?> select, PageOrder order, Condition filter) {
        return table.queries().rendered(select, reads(order), filter);
    }

    /** The columns of the result. */
    private List<Column> reads(PageOrder order) {
        return sql.table().columns().stream()
                .map(column -> shownAsLength(column) && !order.seekColumns().contains(column) ? length(column) : column)
                .toList();
    }

    /**
     * A column of which a page shows a part.
     *
     * @param place where it is in a row
     * @param read whether it was read whole, for the next page
     */
    private record Part(String column, int place, boolean read) {
        Value of(Value value) {
            return switch (value) {
                // Some databases cut a beginning off in the middle of a character.
                case Value.Malformed malformed when !read -> StoredText.withoutCutCharacter(malformed);
                case Value.Text(String text) when read && text.length() > Page.TEXT_LENGTH -> Value.of(beginning(text));
                case Value.Binary(Bytes bytes) -> Value.of(bytes.size());
                default -> value;
            };
        }

        private static String beginning(String text) {
            boolean between = Character.isHighSurrogate(text.charAt(Page.TEXT_LENGTH - 1));
            // Never shorter, by which it is known that there may be more.
            return text.substring(0, between ? Page.TEXT_LENGTH + 1 : Page.TEXT_LENGTH);
        }
    }

    @Override
    public List<Row> rows(List<Row> read, PageOrder order) {
        List<Column> columns = sql.table().columns();
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            Column column = columns.get(i);
            if (!whole(column)) {
                parts.add(new Part(column.name(), i, order.seekColumns().contains(column)));
            }
        }
        if (parts.isEmpty()) {
            return read;
        }
        List<Row> shown = new ArrayList<>(read.size());
        for (Row row : read) {
            shown.add(shown(row, parts));
        }
        return shown;
    }

    private static Row shown(Row row, List<Part> parts) {
        Row shown = row;
        for (int i = 0; i < parts.size(); i++) {
            Part part = parts.get(i);
            Value value = row.at(part.place());
            Value seen = part.of(value);
            if (isAnother(seen, value)) {
                shown = shown.with(part.column(), seen);
            }
        }
        return shown;
    }

    @SuppressWarnings("ReferenceEquality") // What is not cut is the same object, and there are thousands.
    private static boolean isAnother(Value seen, Value value) {
        return seen != value;
    }

    private Field<Value> shown(Column column) {
        return whole(column) ? sql.reading(column) : sql.beginning(column, Page.TEXT_LENGTH);
    }

    private boolean whole(Column column) {
        return sql.keyColumns().contains(column.name()) || !mayBeLong(column);
    }

    private boolean shownAsLength(Column column) {
        return column.kind() == ValueKind.BINARY && !whole(column) && !sql.anyTypeAnywhere();
    }

    /** The number of a column's bytes, which the page shows in its place. */
    private static Column length(Column column) {
        return new Column(
                column.name(),
                "bigint",
                ValueKind.INTEGER,
                0,
                0,
                column.nullable(),
                Optional.empty(),
                Column.Generation.COMPUTED,
                List.of(),
                "");
    }

    private boolean mayBeLong(Column column) {
        return sql.anyTypeAnywhere()
                || switch (column.kind()) {
                    case TEXT -> column.size() == 0 || column.size() > Page.TEXT_LENGTH;
                    case JSON, BINARY, OTHER -> true;
                    default -> false;
                };
    }
}
