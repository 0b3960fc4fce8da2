package dev.concord.merge;

/** How a value both sides changed was merged without asking. Shown as "by rule", to distinguish it from a choice. */
public enum Rule {
    /** One side changed only spaces, line ends or the Unicode form; the other's edit was kept. */
    SPACING,
    /** The sides changed different lines or words. */
    TEXT,
    /** The sides changed different paths of the JSON. */
    JSON,
    /** What each side added to and removed from a set, or changed in a list. */
    ITEMS,
    /** Both changes of a quantity were added up; only where the table's rules say so. */
    QUANTITY
}
