package dev.concord.query;

import dev.concord.catalog.Catalog;
import dev.concord.catalog.ReferringKey;
import dev.concord.catalog.TableId;
import dev.concord.dialect.SqlFault;
import dev.concord.outcome.StoreFault;
import dev.concord.record.Row;
import dev.concord.record.Value;
import dev.concord.sql.TableSql;
import dev.concord.sql.Transactions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;

/**
 * Counts the rows that refer to some others, before these are deleted: what the database will delete too, and what makes it
 * refuse. Safe to share between threads; never call it on the FX thread.
 */
public final class DependentRows {
    /** The most rows one query asks about. */
    private static final int AT_ONCE = 256;

    /** How many deletions that follow from each other are followed. */
    private static final int DEEPEST = 3;

    private final ReadableTables tables;
    private final Catalog catalog;
    private final Transactions transactions;

    /** Reads the keys from the catalog, and the rows from the tables. */
    public DependentRows(ReadableTables tables, Catalog catalog, Transactions transactions) {
        this.tables = tables;
        this.catalog = catalog;
        this.transactions = transactions;
    }

    /**
     * The rows of one table that refer to others by one key.
     *
     * @param rows how many there are, at least 1; empty when they may not be counted
     * @param further the rows that refer to these, where these are deleted too
     */
    public record Dependents(ReferringKey key, Optional<Long> rows, List<Dependents> further) {
        public Dependents {
            further = List.copyOf(further);
        }
    }

    /**
     * Counts what refers to rows.
     *
     * @param rows the rows of one table, with every column that keys refer to
     * @return without keys by which nothing refers to them. Rows of the same table that are among those given are not counted,
     *     as far as they are asked about together
     * @throws StoreFault when the database cannot be read
     */
    public List<Dependents> of(TableId table, List<Row> rows) {
        List<Dependents> found = new ArrayList<>();
        for (ReferringKey key : catalog.referring(table)) {
            count(key, sql -> referring(sql, key, rows), DEEPEST).ifPresent(found::add);
        }
        return found;
    }

    /** Makes the conditions on the rows of one table: a row that is meant meets one of them. */
    private interface Meant {
        List<Condition> in(TableSql sql);
    }

    private Optional<Dependents> count(ReferringKey key, Meant meant, int deeper) {
        try {
            return tables.read(key.from(), table -> {
                        List<Condition> conditions = meant.in(table.sql());
                        long rows = table.transactions().read(transaction -> conditions.stream()
                                .mapToLong(condition -> transaction
                                        .dsl()
                                        .selectCount()
                                        .from(table.sql().from())
                                        .where(condition)
                                        .fetchOptional(0, Long.class)
                                        .orElse(0L))
                                .sum());
                        boolean follows = rows > 0 && deeper > 0 && key.onDelete() == ReferringKey.OnDelete.DELETE;
                        List<Dependents> further =
                                follows ? further(table.sql(), key.from(), conditions, deeper - 1) : List.of();
                        return new Dependents(key, Optional.of(rows), further);
                    })
                    .filter(found -> found.rows().orElse(0L) > 0);
        } catch (StoreFault fault) {
            if (transactions.reported(fault, SqlFault.Kind.NOT_PERMITTED)) {
                return Optional.of(new Dependents(key, Optional.empty(), List.of()));
            }
            throw fault;
        }
    }

    /** Counts what refers to the rows of a table that meet some conditions. */
    private List<Dependents> further(TableSql deleted, TableId table, List<Condition> conditions, int deeper) {
        List<Dependents> found = new ArrayList<>();
        for (ReferringKey key : catalog.referring(table)) {
            if (key.from().equals(table)) {
                // A tree that deletes itself is counted by its first step only.
                continue;
            }
            Meant meant = sql -> conditions.stream()
                    .map(condition -> DSL.row(fields(sql, key.key().columns()))
                            .in(DSL.select(fields(deleted, key.key().targetColumns()))
                                    .from(deleted.from())
                                    .where(condition)))
                    .toList();
            count(key, meant, deeper).ifPresent(found::add);
        }
        return found;
    }

    private static List<Field<Value>> fields(TableSql sql, List<String> columns) {
        return columns.stream().map(sql::stored).toList();
    }

    /** Some conditions, which no row meets two of: the rows that refer to one of those given, but not these themselves. */
    private static List<Condition> referring(TableSql sql, ReferringKey key, List<Row> rows) {
        List<Condition> conditions = new ArrayList<>();
        for (int from = 0; from < rows.size(); from += AT_ONCE) {
            List<Row> some = rows.subList(from, Math.min(from + AT_ONCE, rows.size()));
            Condition refers = any(
                    some, row -> equal(sql, key.key().columns(), row, key.key().targetColumns()));
            boolean same = key.from().equals(key.key().target());
            conditions.add(
                    same
                            ? refers.andNot(any(some, row -> equal(sql, sql.keyColumns(), row, sql.keyColumns())))
                            : refers);
        }
        return conditions;
    }

    private static Condition any(List<Row> rows, Function<Row, Condition> condition) {
        return rows.stream().map(condition).reduce(Condition::or).orElseThrow();
    }

    private static Condition equal(TableSql sql, List<String> columns, Row row, List<String> from) {
        List<Condition> equal = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            Value value = row.get(from.get(i));
            equal.add(value.isNull() ? DSL.falseCondition() : sql.is(columns.get(i), value));
        }
        return DSL.and(equal);
    }
}
