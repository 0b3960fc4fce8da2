package dev.concord.app.conflict.deletion;

import dev.concord.catalog.Table;
import dev.concord.outcome.RowAbsence;
import dev.concord.record.Draft;
import dev.concord.record.RecordKey;
import dev.concord.record.Snapshot;

/** Who deleted what while somebody else did something else. */
public sealed interface DeletionCase {

    /** The record is gone while the person edited it. */
    static DeletionCase underEdit(Table table, Draft mine, RowAbsence presence) {
        return switch (presence) {
            case DELETED -> new DeletedUnderEdit(table, mine);
            case HIDDEN, UNKNOWN -> new HiddenUnderEdit(table, mine);
        };
    }

    /** They deleted the record, the person edited it. */
    record DeletedUnderEdit(Table table, Draft mine) implements DeletionCase {}

    /** The record can no longer be seen by the person who edited it; whether it is deleted is not known. */
    record HiddenUnderEdit(Table table, Draft mine) implements DeletionCase {}

    /**
     * The person deletes the record, they edited it.
     *
     * @param mine the record as the person saw it
     * @param theirs the record in the database now
     */
    record ChangedUnderDelete(Table table, Snapshot mine, Snapshot theirs) implements DeletionCase {}

    /** Both deleted the record. */
    record DeletedByBoth(RecordKey key) implements DeletionCase {}
}
