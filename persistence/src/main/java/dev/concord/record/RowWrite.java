package dev.concord.record;

import dev.concord.catalog.TableId;

/** One write of one row, as a value: what a batch consists of. Immutable. */
public sealed interface RowWrite {

    /**
     * A new row.
     *
     * @param draft without a base
     */
    record Insert(Draft draft) implements RowWrite {
        public Insert {
            if (draft.base().isPresent()) {
                throw new IllegalArgumentException("A draft with a base is updated, not inserted");
            }
        }

        @Override
        public TableId table() {
            return draft.table();
        }
    }

    /**
     * The changes of a row, if it is still the draft's base.
     *
     * @param draft with a base
     */
    record Update(Draft draft) implements RowWrite {
        public Update {
            if (draft.base().isEmpty() || draft.deleted()) {
                throw new IllegalArgumentException("A draft without a base is new, and a deleted one is not updated");
            }
        }

        @Override
        public TableId table() {
            return draft.table();
        }

        /** Returns the row as it was read. */
        public Snapshot base() {
            return draft.base().orElseThrow();
        }
    }

    /**
     * The deletion of a row, if it is still as it was read.
     *
     * @param row as it was read
     */
    record Delete(Snapshot row) implements RowWrite {
        @Override
        public TableId table() {
            return row.key().table();
        }
    }

    /** Returns the row's table. */
    TableId table();

    /** Returns what saves a draft: an insert of a new row, an update of its base, or the base's deletion. */
    static RowWrite of(Draft draft) {
        if (draft.deleted()) {
            return new Delete(draft.base().orElseThrow());
        }
        return draft.base().isPresent() ? new Update(draft) : new Insert(draft);
    }
}
