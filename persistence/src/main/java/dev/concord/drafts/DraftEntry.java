package dev.concord.drafts;

import java.time.Instant;
import java.util.UUID;

/** What a file says of one edit; the last entry of an edit counts. Immutable. */
sealed interface DraftEntry {
    /** Names the edit. */
    UUID id();

    /** The edit is not saved. */
    record Kept(KeptDraft draft) implements DraftEntry {
        @Override
        public UUID id() {
            return draft.id();
        }
    }

    /**
     * Its user has discarded the edit, and may restore it for some days.
     *
     * @param at when it was discarded
     */
    record Discarded(KeptDraft draft, Instant at) implements DraftEntry {
        @Override
        public UUID id() {
            return draft.id();
        }
    }

    /** The edit is saved, taken back or moved to another file. */
    record Removed(UUID id) implements DraftEntry {}
}
