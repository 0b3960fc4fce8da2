package dev.concord.app.edit;

/** What the form shows. */
public enum EditMode {
    NOTHING,
    /** A record that cannot be changed; see {@link EditModel#readOnlyReason()}. */
    VIEWING,
    EDITING,
    /** A record that is not in the database yet. */
    NEW
}
