package dev.concord.merge;

/** How a value both sides changed was settled without asking. Shown as "by rule", so that nobody takes it for a choice. */
public enum Rule {
    /** One side changed no more than spaces, line endings or the form of letters; the other's edit was kept. */
    SPACING,
    /** Each side changed other lines or words. */
    TEXT,
    /** Each side changed other paths of the JSON. */
    JSON,
    /** What each side added to and removed from a set, or changed in a list. */
    ITEMS,
    /** Both changes of a quantity were added up; only where the table's rules say so. */
    QUANTITY
}
