package dev.concord.app.inplace;

/** Where the current cell goes when an edit ends. */
public enum CellMove {
    NONE,
    UP,
    DOWN,
    LEFT,
    RIGHT,
    /** To the next cell, as Tab does. */
    NEXT,
    /** To the previous cell. */
    PREVIOUS
}
