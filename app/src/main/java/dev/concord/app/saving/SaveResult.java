package dev.concord.app.saving;

import dev.concord.merge.RecordMerge;
import dev.concord.record.Draft;
import dev.concord.record.Snapshot;
import dev.concord.ui.icon.Icon;
import java.util.List;
import java.util.Locale;

/** The result of one of many records. Every record has one at any time, so that none is skipped silently. */
public sealed interface SaveResult {

    /** Not tried yet. */
    record Waiting() implements SaveResult {}

    /**
     * In the database as edited, or as decided.
     *
     * @param sent what was written, on the row it was written to
     */
    record Saved(Draft sent, Snapshot now) implements SaveResult {}

    /**
     * In the database, together with what a colleague had changed.
     *
     * @param sent what was written, on the row it was written to
     * @param alsoKept the columns that hold the colleague's change
     */
    record Merged(Draft sent, Snapshot now, List<String> alsoKept) implements SaveResult {
        public Merged {
            alsoKept = List.copyOf(alsoKept);
        }
    }

    /** Not in the database any more, as wanted. */
    record Deleted() implements SaveResult {}

    /**
     * Not in the database any more, although somebody had changed it: a person decided so.
     *
     * @param row as it was when it was deleted
     */
    record DeletedAnyway(Snapshot row) implements SaveResult {}

    /** Left in the database as somebody changed it, though it was to be deleted: a person decided so. */
    record Kept(Snapshot theirs) implements SaveResult {}

    /** Not saved, because a person must decide. */
    record NeedsDecision(RecordMerge merge) implements SaveResult {}

    /**
     * Not deleted, because somebody changed the row meanwhile and a person must decide.
     *
     * @param mine the row as it was to be deleted
     * @param theirs the row in the database now
     */
    record NeedsDeletion(Snapshot mine, Snapshot theirs) implements SaveResult {}

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
        KEPT(Icon.CHOSEN),
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
            case Deleted _, DeletedAnyway _ -> Kind.DELETED;
            case Kept _ -> Kind.KEPT;
            case NeedsDecision _, NeedsDeletion _ -> Kind.NEEDS_DECISION;
            case Failed _ -> Kind.FAILED;
            case HeldBack _ -> Kind.HELD_BACK;
        };
    }
}
