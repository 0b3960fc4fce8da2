package dev.concord.app.gateway;

import dev.concord.app.gateway.atomic.KeptAnswers;
import dev.concord.app.gateway.resource.Aliases;
import dev.concord.app.journal.MergedWrites;
import dev.concord.merge.Merging;
import dev.concord.store.RecordStore;
import java.util.Optional;

/**
 * The database that a gateway serves. Who opened it closes it, after the gateway has stopped.
 *
 * @param merges the store, and where its merges are kept
 * @param merging the merge rules of its tables
 * @param answers where answers to requests with an {@code Idempotency-Key} are kept; without it the header is ignored
 * @param aliases other names of its tables and columns
 */
public record ServedDatabase(MergedWrites merges, Merging merging, Optional<KeptAnswers> answers, Aliases aliases) {

    /** A database whose tables and columns are known by their own names. */
    public ServedDatabase(MergedWrites merges, Merging merging, Optional<KeptAnswers> answers) {
        this(merges, merging, answers, Aliases.NONE);
    }

    /** A database whose answers are not kept. */
    public ServedDatabase(MergedWrites merges, Merging merging) {
        this(merges, merging, Optional.empty());
    }

    /** Returns this database with other names of its tables and columns. */
    public ServedDatabase with(Aliases other) {
        return new ServedDatabase(merges, merging, answers, other);
    }

    /** Returns its rows. */
    public RecordStore store() {
        return merges.store();
    }
}
