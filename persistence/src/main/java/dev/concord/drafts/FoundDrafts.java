package dev.concord.drafts;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What was found of one database. Immutable.
 *
 * @param drafts those of windows that do not exist any more, and those that were discarded, changed longest ago first
 * @param unread the files that could not be read, or not completely
 */
public record FoundDrafts(List<FoundDraft> drafts, List<Unread> unread) {
    /** Nothing was found. */
    public static final FoundDrafts NONE = new FoundDrafts(List.of(), List.of());

    public FoundDrafts {
        drafts = List.copyOf(drafts);
        unread = List.copyOf(unread);
    }

    /**
     * A file that was left as it is.
     *
     * @param file the file
     * @param why why not all of it was read
     */
    public record Unread(Path file, Why why) {}

    /** Why a file could not be read. */
    public enum Why {
        /** Another version of the program wrote it. */
        OTHER_VERSION,
        /** Its bytes are not those that were written; what stands before the damage was read. */
        DAMAGED,
        /** It could not be opened. */
        NOT_READABLE
    }

    /** Those that are offered, without those discarded. */
    public List<KeptDraft> offered() {
        return drafts.stream()
                .filter(found -> found.discarded().isEmpty())
                .map(FoundDraft::draft)
                .toList();
    }

    /** Returns the draft with an id. */
    public Optional<FoundDraft> find(UUID id) {
        return drafts.stream().filter(found -> found.draft().id().equals(id)).findFirst();
    }
}
