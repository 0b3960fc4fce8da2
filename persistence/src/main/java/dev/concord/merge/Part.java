package dev.concord.merge;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One part of a value that is merged in parts: a run of lines, a path of JSON, an item of a set or list.
 *
 * @param name what it is called: the path of JSON, the item; empty for runs of lines or of a list's items, which are
 *     known by their place
 * @param change how it changed; never {@link Change#SET_BY_DATABASE}
 * @param base as it was when the record was opened; empty when it was not there
 * @param theirs as it is in the database now; empty when it is not there
 * @param mine as edited; empty when it is not there
 * @param settled the merged text; empty when a person must decide, and when it is not there
 */
public record Part(
        String name,
        Change change,
        Optional<String> base,
        Optional<String> theirs,
        Optional<String> mine,
        Optional<String> settled) {

    /** A part that no rule merged. */
    public Part(String name, Change change, Optional<String> base, Optional<String> theirs, Optional<String> mine) {
        this(
                name,
                change,
                base,
                theirs,
                mine,
                switch (change) {
                    case UNCHANGED, THEIRS, EQUAL -> theirs;
                    case MINE -> mine;
                    case MERGED, DECISION, SET_BY_DATABASE -> Optional.empty();
                });
    }

    /** Whether it is the same part of the same three values. */
    boolean same(Part other) {
        return name.equals(other.name)
                && base.equals(other.base)
                && theirs.equals(other.theirs)
                && mine.equals(other.mine);
    }

    /** The answer given, or the one that needs no person; empty for a decision nobody answered. */
    Optional<PartAnswer> answer(@Nullable PartAnswer given) {
        return Optional.ofNullable(given).or(() -> switch (change) {
            case MINE -> Optional.of(new PartAnswer.Mine());
            case UNCHANGED, THEIRS, EQUAL, SET_BY_DATABASE -> Optional.of(new PartAnswer.Theirs());
            case MERGED, DECISION -> Optional.empty();
        });
    }
}
