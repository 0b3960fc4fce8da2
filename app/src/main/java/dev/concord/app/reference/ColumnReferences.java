package dev.concord.app.reference;

import dev.concord.catalog.ForeignKey;
import dev.concord.catalog.Table;
import java.util.Comparator;
import java.util.Optional;

/** Which foreign key stands in a column of a table. */
public final class ColumnReferences {
    private ColumnReferences() {}

    /** Returns the reference a column is part of; the one with the fewest columns where it is part of several. */
    public static Optional<ForeignKey> of(Table table, String column) {
        return table.foreignKeys().stream()
                .filter(reference -> reference.columns().contains(column))
                .min(Comparator.comparingInt(reference -> reference.columns().size()));
    }

    /** Returns the reference whose name is shown in a column: in the last one of its columns. */
    public static Optional<ForeignKey> namedIn(Table table, String column) {
        return of(table, column).filter(reference -> isNamedIn(reference, column));
    }

    /** Whether a column is the one that shows the name of a reference. */
    public static boolean isNamedIn(ForeignKey reference, String column) {
        return reference.columns().getLast().equals(column);
    }
}
