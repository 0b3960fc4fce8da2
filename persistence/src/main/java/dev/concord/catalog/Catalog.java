package dev.concord.catalog;

import dev.concord.catalog.RowEstimate.Precision;
import dev.concord.database.Database;
import dev.concord.dialect.Dialect;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jooq.Name;
import org.jooq.Record;
import org.jooq.SQLDialect;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;

/**
 * Reads the tables, columns and keys of an open database. The list of tables takes one query; a table's columns and
 * keys are read when first requested and cached until {@link #forget}. Methods that query the database throw
 * {@link CatalogFault} when the query fails. Safe to share between threads; never call it on the FX thread.
 */
public final class Catalog {
    private static final int MOST_ROWS_COUNTED = 10_000;

    private final Database database;
    private final Dictionary dictionary;
    private final SQLDialect sql;
    private final Map<TableId, Table> known = new ConcurrentHashMap<>();

    /** Reads the given database. */
    public Catalog(Database database) {
        this.database = database;
        this.dictionary = switch (database.dialect()) {
            case H2 -> new H2Dictionary();
            case POSTGRESQL -> new PostgresDictionary();
            case MARIADB -> new MariaDbDictionary(Dialect.MARIADB);
            case MYSQL -> new MariaDbDictionary(Dialect.MYSQL);
            case SQLITE -> new SqliteDictionary();
        };
        this.sql = switch (database.dialect()) {
            case H2 -> SQLDialect.H2;
            case POSTGRESQL -> SQLDialect.POSTGRES;
            case MARIADB -> SQLDialect.MARIADB;
            case MYSQL -> SQLDialect.MYSQL;
            case SQLITE -> SQLDialect.SQLITE;
        };
    }

    /**
     * Returns every table and view of the user's schemas, sorted by name; the database's own are left out, and so are
     * PostgreSQL's partitions, whose rows the partitioned table shows.
     */
    public List<TableSummary> tables() {
        return asking(dsl -> dictionary.tables(dsl)).stream()
                .sorted((a, b) -> a.id().compareTo(b.id()))
                .toList();
    }

    /** Returns one table; empty when there is none of that name. */
    public Optional<Table> table(TableId id) {
        Table remembered = known.get(id);
        if (remembered != null) {
            return Optional.of(remembered);
        }
        Optional<Table> read = asking(dsl -> dictionary.table(dsl, id, database.readOnly()))
                .map(ReadableColumns::of)
                .map(CheckedWords::of);
        read.ifPresent(table -> known.put(id, table));
        return read;
    }

    /**
     * Whether in PostgreSQL the row a statement returns is the row the next read returns, because no trigger fires after the
     * statement and no rule applies. Queries the database each time, and may be wrong a moment later; false in the others.
     */
    public boolean settledByStatement(TableId id) {
        return asking(dsl -> dictionary.settledByStatement(dsl, id));
    }

    /** Whether PostgreSQL has triggers that run during COMMIT. Queries the database each time; false in the others. */
    public boolean hasDeferredTriggers() {
        return asking(dictionary::hasDeferredTriggers);
    }

    /**
     * Returns what a write to a table may leave behind although it is rolled back: in MariaDB and MySQL a trigger may write to a table
     * without transactions. Empty where nothing is left as far as the user may see; that he may not see a table's triggers is a
     * reason, too. Queries the database each time.
     *
     * @param event {@code INSERT} or {@code UPDATE}
     */
    public Optional<LastingEffect> lastingEffect(TableId id, String event) {
        return asking(dsl -> dictionary.lastingEffect(dsl, id, event));
    }

    /** Returns the foreign keys that refer to a table, by the tables they are of. Queries the database each time. */
    public List<ReferringKey> referring(TableId id) {
        Map<List<String>, List<Record>> keys = new LinkedHashMap<>();
        for (Record part : asking(dsl -> dictionary.referring(dsl, id))) {
            List<String> name =
                    List.of(Rows.text(part, "from_schema"), Rows.text(part, "from_name"), Rows.text(part, "own_key"));
            keys.computeIfAbsent(name, _ -> new ArrayList<>()).add(part);
        }
        return keys.values().stream().map(parts -> referring(parts, id)).toList();
    }

    /** Removes a table from the cache, after DDL or after a write that failed because of the table's columns. */
    public void forget(TableId id) {
        known.remove(id);
    }

    /**
     * Returns the approximate number of rows of a table, from the database's statistics, or by counting up to 10,000
     * where it keeps none. Empty if the table does not exist, and for a view, whose whole query might run to count its
     * rows.
     */
    public Optional<RowEstimate> estimate(TableId id) {
        if (table(id).filter(table -> table.type() == Table.Type.TABLE).isEmpty()) {
            return Optional.empty();
        }
        return asking(dsl -> {
            Optional<Long> statistics = dictionary.statistics(dsl, id);
            return Optional.of(
                    statistics.isPresent() ? new RowEstimate(statistics.get(), Precision.ABOUT) : counted(dsl, id));
        });
    }

    private static ReferringKey referring(List<Record> parts, TableId target) {
        Record first = parts.getFirst();
        ForeignKey key = new ForeignKey(
                Rows.text(first, "own_key"),
                Rows.texts(parts, "own_column"),
                target,
                Rows.texts(parts, "target_column"));
        return new ReferringKey(
                new TableId(Rows.text(first, "from_schema"), Rows.text(first, "from_name")),
                key,
                ReferringKey.OnDelete.valueOf(Rows.text(first, "rule")));
    }

    private <T> T asking(Function<DSLContext, T> question) {
        try {
            return database.read(connection -> question.apply(DSL.using(connection, sql)));
        } catch (SQLException | DataAccessException e) {
            throw new CatalogFault(e);
        }
    }

    private static RowEstimate counted(DSLContext dsl, TableId id) {
        Name name = id.schema().isEmpty() ? DSL.name(id.name()) : DSL.name(id.schema(), id.name());
        int rows = dsl.fetchCount(dsl.selectOne().from(DSL.table(name)).limit(MOST_ROWS_COUNTED + 1));
        return rows > MOST_ROWS_COUNTED
                ? new RowEstimate(MOST_ROWS_COUNTED, Precision.AT_LEAST)
                : new RowEstimate(rows, Precision.EXACT);
    }
}
