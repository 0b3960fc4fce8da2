package dev.concord.merge;

/** How one column changed since the draft's base was read; decides whether a person must choose. */
public enum Change {
    /** Nobody changed it. */
    UNCHANGED,
    /** Only the person editing changed it: the edit is kept. */
    MINE,
    /** Only the database's value changed: it is taken over. */
    THEIRS,
    /** Both changed it, to the same value. */
    EQUAL,
    /** Both changed it, and a {@link Rule} merges both changes. */
    MERGED,
    /** A person must choose: both changed it to different values, or both changed its group. */
    DECISION,
    /** The database sets the value (generated, identity, version, trigger): never a decision. */
    SET_BY_DATABASE;

    /** Compares three values of one column, or of one part of it. */
    static <T> Change between(T base, T theirs, T mine) {
        boolean byThem = !theirs.equals(base);
        boolean byMe = !mine.equals(base);
        if (byThem && byMe) {
            return theirs.equals(mine) ? EQUAL : DECISION;
        }
        return byThem ? THEIRS : byMe ? MINE : UNCHANGED;
    }
}
