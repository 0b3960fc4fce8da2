package dev.concord.app.pending;

import dev.concord.catalog.Column;
import dev.concord.catalog.Column.Generation;
import dev.concord.catalog.ColumnRights;
import dev.concord.catalog.Table;
import dev.concord.record.Value;
import dev.concord.version.TableGuard;
import dev.concord.version.TablePolicy;
import java.util.Set;

/**
 * Which columns of a table's records can be changed by hand, and why the others cannot. Immutable.
 *
 * @param version the columns that saves move, although the catalog does not show it
 */
public record EditableColumns(Table table, Set<String> version) {

    public EditableColumns {
        version = Set.copyOf(version);
    }

    /** The columns of a table that is guarded by a policy. */
    public static EditableColumns of(Table table, TablePolicy policy) {
        return new EditableColumns(
                table,
                TableGuard.of(policy, table)
                        .version()
                        .map(step -> Set.of(step.column().name()))
                        .orElse(Set.of()));
    }

    /**
     * Why a column of a record cannot be changed.
     *
     * @param isNew whether the record is not in the database yet
     */
    public FieldLock lock(Column column, boolean isNew) {
        if (table.readOnlyReason().isPresent()) {
            return FieldLock.RECORD;
        }
        if (column.generation() == Generation.COMPUTED) {
            return FieldLock.COMPUTED;
        }
        if (version.contains(column.name())) {
            return FieldLock.VERSION;
        }
        if (column.generation() == Generation.IDENTITY) {
            return FieldLock.IDENTITY;
        }
        ColumnRights rights = column.rights();
        return (isNew ? rights.insert() : rights.update()) ? FieldLock.NONE : FieldLock.RIGHTS;
    }

    /** Why one value of a record cannot be changed. */
    public FieldLock lock(Column column, boolean isNew, Value value) {
        FieldLock byColumn = lock(column, isNew);
        return byColumn == FieldLock.NONE && value instanceof Value.Large ? FieldLock.LARGE : byColumn;
    }
}
