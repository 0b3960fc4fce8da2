package dev.concord.app.conflict;

import dev.concord.merge.Change;
import dev.concord.merge.FieldMerge;
import dev.concord.merge.RecordMerge;
import java.util.List;
import java.util.Locale;

/** Which fields of a merge are shown. */
public enum FieldFilter {
    /** Fields that both changed, decided or not. */
    NEEDS_DECISION,
    /** Fields that were merged without asking. */
    MERGED,
    ALL;

    /** The last part of the message key. */
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The fields counted by this filter: those shown, without the ones the database sets. */
    List<FieldMerge> in(RecordMerge merge) {
        return merge.fields().stream()
                .filter(this::shows)
                .filter(field -> this == ALL || field.change() != Change.SET_BY_DATABASE)
                .toList();
    }

    boolean shows(FieldMerge field) {
        return switch (this) {
            case NEEDS_DECISION -> field.change() == Change.DECISION;
            case MERGED ->
                switch (field.change()) {
                    case MINE, THEIRS, EQUAL, MERGED -> true;
                    case SET_BY_DATABASE -> !field.base().equals(field.theirs());
                    case UNCHANGED, DECISION -> false;
                };
            case ALL -> true;
        };
    }
}
