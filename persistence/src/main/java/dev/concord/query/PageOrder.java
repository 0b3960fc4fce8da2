package dev.concord.query;

import dev.concord.catalog.Column;
import dev.concord.catalog.ValueKind;
import dev.concord.dialect.Dialect;
import dev.concord.query.PageRequest.Sort;
import dev.concord.record.Value;
import dev.concord.sql.TableSql;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.Field;
import org.jooq.SortField;

/**
 * The order of a page: the columns asked for, then the row key, NULLs last in either direction on every database.
 * Where every column of the order can be compared for equality, a page can start after the last row of the one before.
 *
 * @param sql the table
 * @param terms the columns in order
 * @param byPosition whether a page can start after a row's values
 */
record PageOrder(TableSql sql, List<Term> terms, boolean byPosition) {

    /** 1024 bytes at four bytes a character. */
    private static final int SORTED_CHARACTERS = 256;

    /** One column and its direction. */
    record Term(Column column, boolean ascending) {}

    static PageOrder of(TableSql sql, List<Sort> sorts) {
        Map<String, Term> terms = new LinkedHashMap<>();
        boolean comparable = !sql.keyColumns().isEmpty();
        for (Sort sort : sorts) {
            // A column that was dropped meanwhile is left out.
            var column = sql.table().column(sort.column());
            if (column.isPresent()) {
                terms.putIfAbsent(sort.column(), new Term(column.get(), sort.ascending()));
                comparable &= comparable(column.get(), sql);
            }
        }
        for (String key : sql.keyColumns()) {
            Column column = sql.table().column(key).orElseThrow();
            terms.putIfAbsent(key, new Term(column, true));
            comparable &= column.kind() == ValueKind.BINARY || comparable(column, sql);
        }
        return new PageOrder(sql, List.copyOf(terms.values()), comparable);
    }

    /** Returns the same order without the key: ties come as the database delivers them, and rows are counted off. */
    PageOrder withoutKey(List<Sort> sorts) {
        List<String> asked = sorts.stream().map(Sort::column).toList();
        return new PageOrder(
                sql,
                terms.stream()
                        .filter(term -> asked.contains(term.column().name()))
                        .toList(),
                false);
    }

    /** Whether the columns of the key are part of the order. */
    boolean hasKey() {
        return terms.stream().map(term -> term.column().name()).toList().containsAll(sql.keyColumns());
    }

    /** The columns whose whole values the next page needs; none when rows are counted off. */
    List<Column> seekColumns() {
        return byPosition ? terms.stream().map(Term::column).toList() : List.of();
    }

    /** The whole order, for rows that are counted off. */
    List<SortField<?>> fields(boolean forwards) {
        List<SortField<?>> fields = new ArrayList<>();
        for (Term term : terms) {
            Field<Value> field = orderable(term.column());
            SortField<Value> sorted = term.ascending() == forwards ? field.asc() : field.desc();
            fields.add(!term.column().nullable() ? sorted : forwards ? sorted.nullsLast() : sorted.nullsFirst());
        }
        return fields;
    }

    /** Types without an order of their own are ordered by their text. */
    private Field<Value> orderable(Column column) {
        boolean orderless = column.kind() == ValueKind.JSON || column.kind() == ValueKind.OTHER;
        return orderless && !sql.anyTypeAnywhere() ? sql.asText(column, Page.TEXT_LENGTH) : sql.stored(column.name());
    }

    private static boolean comparable(Column column, TableSql sql) {
        return switch (column.kind()) {
            case FLOAT32, JSON, BINARY, OTHER, ENUM -> sql.anyTypeAnywhere();
            case TEXT -> !sortedByBeginning(column, sql.dialect());
            default -> true;
        };
    }

    /** MariaDB and MySQL sort by the first 1024 bytes of a text (max_sort_length), but compare all of it. */
    private static boolean sortedByBeginning(Column column, Dialect dialect) {
        boolean mayBeLonger = column.size() == 0 || column.size() > SORTED_CHARACTERS;
        return mayBeLonger && (dialect == Dialect.MARIADB || dialect == Dialect.MYSQL);
    }
}
