package dev.concord.app.saving;

import dev.concord.merge.RecordMerge;
import dev.concord.record.Snapshot;
import dev.concord.ui.icon.Icon;
import java.util.List;
import java.util.Locale;

/** The result of one of many records. Every record has one at any time, so that none is skipped silently. */
public sealed interface SaveResult {

    /** Not tried yet. */
    record Waiting() implements SaveResult {}

    /** In the database as edited, or as decided. */
    record Saved(Snapshot now) implements SaveResult {}

    /**
     * In the database, together with what a colleague had changed.
     *
     * @param alsoKept the columns that hold the colleague's change
     */
    record Merged(Snapshot now, List<String> alsoKept) implements SaveResult {
        public Merged {
            alsoKept = List.copyOf(alsoKept);
        }
    }

    /** Not in the database any more, as wanted. */
    record Deleted() implements SaveResult {}

    /** Not saved, because a person must decide. */
    record NeedsDecision(RecordMerge merge) implements SaveResult {}

    /**
     * Not saved.
     *
     * @param why one sentence
     */
    record Failed(String why) implements SaveResult {}

    /** Not saved, because another record of all or nothing could not be saved. */
    record HeldBack() implements SaveResult {}

    /** The kind of a result, shown as an icon, a word and a colour. */
    enum Kind {
        WAITING(Icon.SAME),
        SAVED(Icon.CHOSEN),
        MERGED(Icon.MERGED),
        DELETED(Icon.DELETE),
        NEEDS_DECISION(Icon.UNDECIDED),
        FAILED(Icon.ERROR),
        HELD_BACK(Icon.DISCARD);

        private final Icon icon;

        Kind(Icon icon) {
            this.icon = icon;
        }

        Icon icon() {
            return icon;
        }

        /** The style class, and the last part of the message key. */
        String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** The kind of this result. */
    default Kind kind() {
        return switch (this) {
            case Waiting _ -> Kind.WAITING;
            case Saved _ -> Kind.SAVED;
            case Merged _ -> Kind.MERGED;
            case Deleted _ -> Kind.DELETED;
            case NeedsDecision _ -> Kind.NEEDS_DECISION;
            case Failed _ -> Kind.FAILED;
            case HeldBack _ -> Kind.HELD_BACK;
        };
    }
}
