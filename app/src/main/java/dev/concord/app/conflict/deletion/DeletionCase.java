package dev.concord.app.conflict.deletion;

import dev.concord.catalog.Table;
import dev.concord.outcome.RowAbsence;
import dev.concord.record.Draft;
import dev.concord.record.Snapshot;

/** Which side deleted a record, and what the other side did to it. */
public sealed interface DeletionCase {

    /** The row of a record that the person edited was not found. */
    static DeletionCase underEdit(Table table, Draft mine, RowAbsence absence) {
        return switch (absence) {
            case DELETED -> new DeletedUnderEdit(table, mine);
            case HIDDEN, UNKNOWN -> new HiddenUnderEdit(table, mine);
        };
    }

    /** Another user deleted the record, the person edited it. */
    record DeletedUnderEdit(Table table, Draft mine) implements DeletionCase {}

    /** The person who edited the record can no longer read it; whether it was deleted is not known. */
    record HiddenUnderEdit(Table table, Draft mine) implements DeletionCase {}

    /**
     * The person deletes the record, another user edited it.
     *
     * @param mine the record as the person saw it
     * @param theirs the record in the database now
     */
    record ChangedUnderDelete(Table table, Snapshot mine, Snapshot theirs) implements DeletionCase {}

    /**
     * Both deleted the record.
     *
     * @param mine the record as the person saw it last
     */
    record DeletedByBoth(Table table, Snapshot mine) implements DeletionCase {}
}
