package dev.concord.query;

import dev.concord.catalog.Column;
import dev.concord.catalog.ForeignKey;
import dev.concord.dialect.SqlFault;
import dev.concord.outcome.StoreFault;
import dev.concord.record.RecordKey;
import dev.concord.record.Row;
import dev.concord.record.Value;
import dev.concord.sql.Transactions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Finds the rows that foreign keys refer to, with their names to display, and the rows they could refer to. Safe to
 * share between threads; never call it on the FX thread.
 *
 * <pre>{@code
 * Map<Row, ReferencedRow> suppliers = store.references().look(key, List.of(base.row(), theirs.row(), mine.row()));
 * }</pre>
 */
public final class ReferenceLookup {
    /** The most references looked up by one query. */
    private static final int AT_ONCE = 64;

    /** The most names looked for by one query, which reads all names of the table. */
    private static final int NAMES_AT_ONCE = 256;

    private final ReadableTables tables;
    private final Transactions transactions;

    public ReferenceLookup(ReadableTables tables, Transactions transactions) {
        this.tables = tables;
        this.transactions = transactions;
    }

    /**
     * Looks many references up with few queries.
     *
     * @param values rows that contain the referring columns, and possibly others
     * @return what each row refers to. Without those where a part of the key is NULL, which refer to nothing; without
     *     any where the table referred to does not exist or may not be read
     * @throws StoreFault when the database cannot be read
     */
    public Map<Row, ReferencedRow> look(ForeignKey key, Collection<Row> values) {
        return read(key, Map.of(), target -> {
            Map<Row, List<Row>> askedBy = new LinkedHashMap<>();
            for (Row row : new LinkedHashSet<>(values)) {
                Row reference = row.only(key.columns());
                if (key.columns().stream()
                        .noneMatch(column -> reference.get(column).isNull())) {
                    askedBy.computeIfAbsent(reference, _ -> new ArrayList<>()).add(row);
                }
            }
            List<Row> references = List.copyOf(askedBy.keySet());
            Map<Row, ReferencedRow> found = new LinkedHashMap<>();
            for (int from = 0; from < references.size(); from += AT_ONCE) {
                List<Row> some = references.subList(from, Math.min(from + AT_ONCE, references.size()));
                target.look(some).forEach((reference, referenced) -> askedBy.getOrDefault(reference, List.of())
                        .forEach(row -> found.put(row, referenced)));
            }
            return found;
        });
    }

    /**
     * Returns the key of the record a reference leads to, which may be another one than the reference names.
     *
     * @param from a row with the referring columns
     * @return empty where there is no such record, its table has no key, or may not be read
     * @throws StoreFault when the database cannot be read
     */
    public Optional<RecordKey> record(ForeignKey key, Row from) {
        boolean some =
                key.columns().stream().noneMatch(column -> from.get(column).isNull());
        return some ? read(key, Optional.empty(), target -> target.record(from)) : Optional.empty();
    }

    /**
     * Looks for records to refer to. Where more than enough records contain the text, not all of them are read, because a table may
     * have millions, and {@link #closest} finds the better ones.
     *
     * @param text what the key or the name of a record contains, in whatever case as far as the database knows letters
     *     (SQLite knows those of English); any record for an empty text, by key
     * @param asKey returns what the text means as a value of the key's only column; empty where it is none
     * @param most the most records to return, at least 1
     * @return those whose key is the text first, then those whose name is, then those whose name begins with it, each by name and
     *     key; none where the table referred to does not exist or may not be read
     * @throws StoreFault when the database cannot be read
     */
    public List<ReferencedRow> search(ForeignKey key, String text, Function<Column, Optional<Value>> asKey, int most) {
        return read(key, List.of(), target -> target.search(text, asKey, most));
    }

    /**
     * Looks for the records whose name is a text, or begins with it, in whatever case. Reads all rows of the table where they are few.
     *
     * @param most the most records to return, at least 1
     * @return those whose name is the text first
     * @throws StoreFault when the database cannot be read
     */
    public List<ReferencedRow> closest(ForeignKey key, String text, int most) {
        return read(key, List.of(), target -> target.closest(text, most));
    }

    /**
     * Looks for the records that have exactly one of some names, in capital or small letters as far as the database knows them
     * (SQLite knows those of English).
     *
     * @param names texts that one of the columns of a record's name (see {@link dev.concord.record.RecordNames}) may hold
     * @return by name, at most two records of it, which is enough to know that there are several. Without names that nobody has;
     *     without any where the table referred to does not exist or may not be read
     * @throws StoreFault when the database cannot be read
     */
    public Map<String, List<ReferencedRow>> named(ForeignKey key, Collection<String> names) {
        return read(key, Map.of(), target -> {
            List<String> wanted = List.copyOf(new LinkedHashSet<>(names));
            Map<String, List<ReferencedRow>> found = new LinkedHashMap<>();
            for (int from = 0; from < wanted.size(); from += NAMES_AT_ONCE) {
                found.putAll(target.named(wanted.subList(from, Math.min(from + NAMES_AT_ONCE, wanted.size()))));
            }
            return found;
        });
    }

    private <T> T read(ForeignKey key, T nothing, Function<ReferencedTable, T> work) {
        try {
            return tables.read(key.target(), table -> work.apply(new ReferencedTable(table, key, tables.names())))
                    .orElse(nothing);
        } catch (StoreFault fault) {
            if (transactions.reported(fault, SqlFault.Kind.NOT_PERMITTED)) {
                return nothing;
            }
            throw fault;
        }
    }
}
