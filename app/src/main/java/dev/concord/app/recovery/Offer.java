package dev.concord.app.recovery;

import dev.concord.catalog.Table;
import dev.concord.drafts.FoundDraft;
import dev.concord.drafts.KeptDraft;
import dev.concord.record.Snapshot;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.SequencedSet;

/**
 * Unsaved work that was found, against what the database holds. Immutable.
 *
 * @param found the edit, and whether it is discarded
 * @param state what the database holds
 * @param table the table as it is now; empty when there is none
 * @param row what the database has of a save that was under way; empty when there was none, or nothing of it is seen
 */
record Offer(FoundDraft found, RowState state, Optional<Table> table, Optional<Snapshot> row) {

    Offer(FoundDraft found, RowState state, Optional<Table> table) {
        this(found, state, table, Optional.empty());
    }

    KeptDraft draft() {
        return found.draft();
    }

    boolean isDiscarded() {
        return found.discarded().isPresent();
    }

    /** The columns with something to save. */
    SequencedSet<String> columns() {
        SequencedSet<String> columns =
                new LinkedHashSet<>(draft().draft().changes().columns().list());
        draft().unreadable().keySet().stream().sorted().forEach(columns::add);
        return columns;
    }
}
