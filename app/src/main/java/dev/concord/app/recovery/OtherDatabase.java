package dev.concord.app.recovery;

import dev.concord.drafts.DraftFolder;
import dev.concord.drafts.DraftedDatabase;
import dev.concord.drafts.KeptDraft;
import java.time.Instant;
import java.util.List;

/**
 * A database that is not open and has unsaved work. Immutable.
 *
 * @param database how it was opened last
 * @param folder its unsaved work
 * @param drafts what is offered, or what was discarded here; at least one, changed longest ago first
 * @param discarded whether it was discarded here
 */
public record OtherDatabase(DraftedDatabase database, DraftFolder folder, List<KeptDraft> drafts, boolean discarded) {
    public OtherDatabase {
        drafts = List.copyOf(drafts);
    }

    /** A short name to display. */
    public String label() {
        return database.label();
    }

    /** The records, by name. */
    public List<String> records() {
        return drafts.stream().map(KeptDraft::title).toList();
    }

    /** When it was changed last. */
    Instant at() {
        return drafts.getLast().at();
    }
}
