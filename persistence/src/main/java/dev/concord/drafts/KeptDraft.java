package dev.concord.drafts;

import dev.concord.record.Draft;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * One unsaved edit as it is kept on the disk. It holds the row it was made on with its token, so that it is saved and
 * merged like any other edit, whenever that is. Immutable.
 *
 * @param id names the edit from its first keystroke until it is saved, in whichever file it is
 * @param draft the row it was made on, and the values changed; a new row has no base
 * @param unreadable by column, text that is no value yet
 * @param decisions what a person decided so far of a merge of it
 * @param queued whether it was being saved together with others, and was not saved yet
 * @param title the record's title as it was displayed last
 * @param at when it was changed last, by this computer's clock
 * @param sending the save that was under way; empty when there was none
 */
public record KeptDraft(
        UUID id,
        Draft draft,
        Map<String, String> unreadable,
        Optional<KeptDecisions> decisions,
        boolean queued,
        String title,
        Instant at,
        Optional<Sending> sending) {
    public KeptDraft {
        unreadable = Map.copyOf(unreadable);
    }

    /** Returns the same edit; a clock that was set back makes no later state an earlier one. */
    KeptDraft notBefore(Instant before) {
        return at.isBefore(before)
                ? new KeptDraft(id, draft, unreadable, decisions, queued, title, before.plusNanos(1), sending)
                : this;
    }

    /** Returns the same edit, which is being saved, or not any more. */
    public KeptDraft sending(Optional<Sending> now) {
        return new KeptDraft(id, draft, unreadable, decisions, queued, title, at, now);
    }
}
