package dev.concord.query;

import dev.concord.catalog.Column;
import dev.concord.catalog.ForeignKey;
import dev.concord.catalog.Key;
import dev.concord.query.PageRequest.Sort;
import dev.concord.record.RecordKey;
import dev.concord.record.RecordNames;
import dev.concord.record.Row;
import dev.concord.record.Value;
import dev.concord.sql.TableAccess;
import dev.concord.sql.TableSql;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.SortField;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** The table a foreign key points to, read by the columns it is referred to by. */
final class ReferencedTable {
    private static final char ESCAPE = '!';
    /** The most records that one query for many names returns. */
    private static final int MOST_NAMED = 2_000;
    /** So many records of one name are several. */
    private static final int SEVERAL = 2;

    private final TableAccess table;
    private final TableSql sql;
    private final ForeignKey key;
    private final List<Column> keyColumns;
    private final List<Column> names;

    ReferencedTable(TableAccess table, ForeignKey key, RecordNames naming) {
        this.table = table;
        this.sql = table.sql();
        this.key = key;
        this.keyColumns = key.targetColumns().stream().map(sql::column).toList();
        // The columns of the key are shown as the key.
        this.names = naming.columns(table.table()).stream()
                .filter(column -> !keyColumns.contains(column))
                .toList();
    }

    /**
     * Looks each key up by a query of its own within one statement: so the database compares keys by its own equality, and uses
     * its index.
     */
    Map<Row, ReferencedRow> look(List<Row> references) {
        List<Select<Record>> each = new ArrayList<>();
        for (int i = 0; i < references.size(); i++) {
            each.add(one(i, references.get(i)));
        }
        Select<Record> all = each.stream().reduce(Select::unionAll).orElseThrow();
        Map<Row, ReferencedRow> found = new LinkedHashMap<>();
        references.forEach(reference -> found.put(reference, new ReferencedRow(reference, "", false)));
        table.transactions().read(transaction -> transaction.dsl().fetch(all)).forEach(record -> {
            Row reference = references.get(record.get(names.size(), Integer.class));
            found.put(reference, new ReferencedRow(reference, label(record), true));
        });
        return found;
    }

    /** Finds the key of the row that a reference leads to. */
    Optional<RecordKey> record(Row reference) {
        List<Column> columns = table.table().rowKey().map(Key::columns).orElse(List.of()).stream()
                .map(sql::column)
                .toList();
        if (columns.isEmpty()) {
            return Optional.empty();
        }
        return table
                .transactions()
                .read(transaction -> transaction
                        .dsl()
                        .select(columns.stream().map(sql::reading).toList())
                        .from(sql.from())
                        .where(same(reference))
                        .limit(1)
                        .fetch(record -> new RecordKey(table.table().id(), sql.row(record, columns))))
                .stream()
                .findFirst();
    }

    private List<Condition> same(Row reference) {
        List<Condition> same = new ArrayList<>();
        for (int i = 0; i < keyColumns.size(); i++) {
            same.add(
                    sql.is(keyColumns.get(i).name(), reference.get(key.columns().get(i))));
        }
        return same;
    }

    /** Reads no more rows than are wanted of each kind, in no order: the order of a million names is not worth waiting for. */
    List<ReferencedRow> search(String text, Function<Column, Optional<Value>> asKey, int most) {
        Map<Row, ReferencedRow> found = new LinkedHashMap<>();
        if (text.isEmpty()) {
            add(found, DSL.noCondition(), PageOrder.of(sql, byKey()).fields(true), most);
        } else {
            keyOf(asKey).ifPresent(is -> add(found, is, List.of(), most));
            add(found, anyOf(text, "%", "%"), List.of(), most);
        }
        return found.values().stream().sorted(bestFirst(text)).limit(most).toList();
    }

    /** The names themselves, and then the beginnings of names: where they are few, all rows are read to find them. */
    List<ReferencedRow> closest(String text, int most) {
        Map<Row, ReferencedRow> found = new LinkedHashMap<>();
        add(found, anyName(text, "", ""), List.of(), most);
        add(found, anyName(text, "", "%"), List.of(), most);
        return found.values().stream().sorted(bestFirst(text)).limit(most).toList();
    }

    private Optional<Condition> keyOf(Function<Column, Optional<Value>> asKey) {
        return keyColumns.size() == 1
                ? asKey.apply(keyColumns.getFirst())
                        .filter(value -> !value.isNull())
                        .map(value -> sql.is(keyColumns.getFirst().name(), value))
                : Optional.empty();
    }

    private void add(Map<Row, ReferencedRow> found, Condition wanted, List<SortField<?>> order, int most) {
        List<Field<?>> fields = new ArrayList<>(shownNames());
        keyColumns.forEach(column -> fields.add(sql.reading(column)));
        table.transactions()
                .read(transaction -> transaction
                        .dsl()
                        .select(fields)
                        .from(sql.from())
                        .where(wanted)
                        .orderBy(order)
                        .limit(most)
                        .fetch(record -> new ReferencedRow(reference(record), label(record), true)))
                .forEach(row -> found.putIfAbsent(row.key(), row));
    }

    private Condition anyOf(String text, String before, String after) {
        return any(Stream.concat(
                keyColumns.stream()
                        .filter(column -> mayContain(column, text))
                        .map(column -> like(column, before, text, after)),
                Stream.of(anyName(text, before, after))));
    }

    private Condition anyName(String text, String before, String after) {
        return any(names.stream().map(column -> like(column, before, text, after)));
    }

    /** A number is not read as text to look for letters in it. */
    private static boolean mayContain(Column column, String text) {
        return !column.kind().isNumber() || text.chars().noneMatch(Character::isLetter);
    }

    /** By key, then by name, then by the beginning of the name; rows without a name come last. */
    private static Comparator<ReferencedRow> bestFirst(String text) {
        String wanted = folded(text);
        return Comparator.comparing((ReferencedRow row) -> !key(row).equals(wanted))
                .thenComparing(row -> row.label().isEmpty())
                .thenComparing(row -> !folded(row.label()).equals(wanted))
                .thenComparing(row -> !folded(row.label()).startsWith(wanted))
                .thenComparing(row -> folded(row.label()));
    }

    private static String key(ReferencedRow row) {
        return folded(row.key().values().values().stream().map(Value::text).collect(Collectors.joining(", ")));
    }

    /**
     * Looks for records of some names. The database finds them by its own letters and accents, of which only capital and small
     * letters are taken for the same: a person is not taken for another one.
     */
    Map<String, List<ReferencedRow>> named(List<String> wanted) {
        Map<String, List<ReferencedRow>> found = new LinkedHashMap<>();
        if (names.isEmpty()) {
            return found;
        }
        List<Record> rows = withNames(wanted, MOST_NAMED);
        if (rows.size() == MOST_NAMED && wanted.size() > 1) {
            wanted.forEach(name -> found.putAll(named(List.of(name))));
            return found;
        }
        Map<String, List<Record>> byName = new HashMap<>();
        for (Record row : rows) {
            sql.row(row, names).values().values().stream()
                    .map(value -> folded(value.text()))
                    .distinct()
                    .forEach(name ->
                            byName.computeIfAbsent(name, _ -> new ArrayList<>()).add(row));
        }
        for (String name : wanted) {
            List<ReferencedRow> same = byName.getOrDefault(folded(name), List.of()).stream()
                    .limit(SEVERAL)
                    .map(row -> new ReferencedRow(reference(row), label(row), true))
                    .toList();
            if (!same.isEmpty()) {
                found.put(name, same);
            }
        }
        return found;
    }

    private List<Record> withNames(List<String> wanted, int most) {
        List<Field<?>> fields = new ArrayList<>(shownNames());
        keyColumns.forEach(column -> fields.add(sql.reading(column)));
        List<Field<String>> lower =
                wanted.stream().map(name -> DSL.lower(DSL.val(name.strip()))).toList();
        return table.transactions().read(transaction -> transaction
                .dsl()
                .select(fields)
                .from(sql.from())
                .where(any(names.stream().map(column -> lower(column).in(lower))))
                .limit(most)
                .fetch());
    }

    private static String folded(String name) {
        return name.strip().toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    }

    private Select<Record> one(int index, Row reference) {
        List<Field<?>> fields = new ArrayList<>(shownNames());
        fields.add(DSL.inline(index));
        return DSL.select(fields).from(sql.from()).where(same(reference));
    }

    private List<Field<Value>> shownNames() {
        return names.stream()
                .map(column -> sql.beginning(column, Page.TEXT_LENGTH))
                .toList();
    }

    private String label(Record record) {
        return RecordNames.of(names, sql.row(record, names)).orElse("");
    }

    private Row reference(Record record) {
        LinkedHashMap<String, Value> values = new LinkedHashMap<>();
        for (int i = 0; i < keyColumns.size(); i++) {
            values.put(key.columns().get(i), (Value) record.get(names.size() + i));
        }
        return Row.of(values);
    }

    private List<Sort> byKey() {
        return keyColumns.stream().map(column -> new Sort(column.name(), true)).toList();
    }

    private Condition like(Column column, String before, String text, String after) {
        String pattern = before + DSL.escape(text, ESCAPE) + after;
        return lower(column).like(DSL.lower(DSL.val(pattern)), ESCAPE);
    }

    private static Condition any(Stream<Condition> conditions) {
        return conditions.reduce(DSL.falseCondition(), Condition::or);
    }

    private Field<String> lower(Column column) {
        return DSL.lower(text(column));
    }

    /** The part of the column's text by which rows are found and ordered. */
    private Field<String> text(Column column) {
        return DSL.field("{0}", SQLDataType.VARCHAR, sql.asText(column, Page.TEXT_LENGTH));
    }
}
