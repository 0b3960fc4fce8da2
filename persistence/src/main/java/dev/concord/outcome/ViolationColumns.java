package dev.concord.outcome;

import dev.concord.catalog.Check;
import dev.concord.catalog.Column;
import dev.concord.catalog.ForeignKey;
import dev.concord.catalog.Key;
import dev.concord.catalog.Table;
import dev.concord.dialect.SqlFault;
import dev.concord.record.Row;
import java.util.List;
import java.util.stream.Stream;

/**
 * Finds the columns a broken constraint is about, so that the message can be shown at their fields: those the error names, or
 * else those of the constraint it names, or else those of the written values it can be about.
 */
public final class ViolationColumns {
    /** MariaDB and MySQL give every primary key this name. */
    private static final String PRIMARY = "PRIMARY";

    private ViolationColumns() {}

    /**
     * Returns the columns, as the table spells them; none where that is uncertain.
     *
     * @param written the values that were to be written
     */
    public static List<String> of(SqlFault fault, Table table, Row written) {
        // The error names the columns of the referring table, which the form of this row does not have.
        if (fault.kind() == SqlFault.Kind.STILL_REFERENCED) {
            return List.of();
        }
        List<String> named =
                fault.columns().isEmpty() ? ofConstraint(fault, table) : spelledAsInTable(fault.columns(), table);
        return named.isEmpty() ? new UnfitValues(fault, table, written).columns() : named;
    }

    private static List<String> ofConstraint(SqlFault fault, Table table) {
        String name = fault.constraint();
        if (name.isEmpty()) {
            return List.of();
        }
        Stream<List<String>> primary = table.primaryKey().stream()
                .filter(key -> name.equalsIgnoreCase(PRIMARY) || name.equalsIgnoreCase(key.name()))
                .map(Key::columns);
        Stream<List<String>> unique = table.uniqueKeys().stream()
                .filter(key -> name.equalsIgnoreCase(key.name()))
                .map(Key::columns);
        Stream<List<String>> references = table.foreignKeys().stream()
                .filter(key -> name.equalsIgnoreCase(key.name()))
                .map(ForeignKey::columns);
        Stream<List<String>> checks = table.checks().stream()
                .filter(check -> name.equalsIgnoreCase(check.name()))
                .map(Check::columns);
        return Stream.of(primary, unique, references, checks)
                .flatMap(columns -> columns)
                .findFirst()
                .orElseGet(() -> inlineCheck(fault, table));
    }

    /** MariaDB gives a check that is declared with a column the column's name. */
    private static List<String> inlineCheck(SqlFault fault, Table table) {
        return fault.kind() == SqlFault.Kind.CHECK
                ? table.column(fault.constraint()).map(Column::name).stream().toList()
                : List.of();
    }

    private static List<String> spelledAsInTable(List<String> names, Table table) {
        return names.stream()
                .flatMap(name -> table.columns().stream()
                        .map(Column::name)
                        .filter(name::equalsIgnoreCase)
                        .limit(1))
                .toList();
    }
}
