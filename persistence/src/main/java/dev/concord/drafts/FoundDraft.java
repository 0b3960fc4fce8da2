package dev.concord.drafts;

import java.time.Instant;
import java.util.Optional;

/**
 * Unsaved work that was found on the disk. Immutable.
 *
 * @param draft the edit
 * @param discarded when its user discarded it; empty when it is offered
 */
public record FoundDraft(KeptDraft draft, Optional<Instant> discarded) {}
