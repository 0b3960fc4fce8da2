package dev.concord.app.place;

import dev.concord.app.browse.RowsModel;
import dev.concord.catalog.Table;
import dev.concord.catalog.TableSummary;
import dev.concord.outcome.ReadOutcome;
import dev.concord.query.Page;
import dev.concord.store.RecordStore;
import java.util.List;
import java.util.Optional;

/**
 * The first contents a window shows of a database, read together: its tables, and the rows of the table to show.
 * Immutable.
 *
 * @param tables all tables and views
 * @param rows the table to show and its first rows; empty when there is none, or when it could not be read and has to
 *     be read again, by itself, to report why
 */
public record InitialContents(List<TableSummary> tables, Optional<Rows> rows) {
    public InitialContents {
        tables = List.copyOf(tables);
    }

    /** A table and its first rows. */
    public record Rows(Table table, Page page) {}

    /**
     * Reads the first contents of a database. Blocks until the database has answered; never call it on the FX thread.
     *
     * @param table the table wanted, by its name; the first one when empty
     */
    public static InitialContents at(RecordStore store, Optional<String> table) {
        List<TableSummary> tables = store.catalog().tables();
        return new InitialContents(tables, wanted(tables, table).flatMap(found -> rows(store, found)));
    }

    /** Reads the same, and returns as an outcome whatever the database reports against it. */
    public static ReadOutcome<InitialContents> outcomeAt(RecordStore store, Optional<String> table) {
        return store.reading(from -> at(from, table));
    }

    private static Optional<Rows> rows(RecordStore store, TableSummary wanted) {
        ReadOutcome<Optional<Rows>> outcome = store.reading(from -> from.catalog()
                .table(wanted.id())
                .map(found -> new Rows(found, from.page(RowsModel.firstPage(found.id())))));
        return switch (outcome) {
            case ReadOutcome.Read<Optional<Rows>>(Optional<Rows> rows) -> rows;
            case ReadOutcome.Unreadable<Optional<Rows>> toBeToldWhenAskedAgain -> Optional.empty();
        };
    }

    private static Optional<TableSummary> wanted(List<TableSummary> tables, Optional<String> table) {
        return table.isPresent()
                ? table.flatMap(name -> named(tables, name))
                : tables.stream().findFirst();
    }

    /** Finds a table by a typed name, with or without its schema. */
    static Optional<TableSummary> named(List<TableSummary> tables, String name) {
        return tables.stream()
                .filter(table -> table.id().name().equalsIgnoreCase(name)
                        || table.id().qualifiedName().equalsIgnoreCase(name))
                .findFirst();
    }
}
