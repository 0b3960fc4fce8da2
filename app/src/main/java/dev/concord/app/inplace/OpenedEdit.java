package dev.concord.app.inplace;

import dev.concord.app.pending.FieldLock;
import dev.concord.app.pending.PendingEdit;

/** What comes of opening a record for an edit in one of its cells. */
public sealed interface OpenedEdit {

    /** The record's edit. */
    record Ready(PendingEdit edit) implements OpenedEdit {}

    /** The value cannot be changed. */
    record Locked(FieldLock why) implements OpenedEdit {}

    /**
     * The record could not be read.
     *
     * @param sentence why
     */
    record Unread(String sentence) implements OpenedEdit {}
}
