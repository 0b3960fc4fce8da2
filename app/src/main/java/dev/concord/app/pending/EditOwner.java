package dev.concord.app.pending;

/**
 * What an edit needs of the window's other edits. FX thread only.
 *
 * @param <E> the edits
 */
interface EditOwner<E> {

    /**
     * An edit has changed; called before all other listeners.
     *
     * @param before what it was
     */
    void changed(E edit, EditState before);

    /** Numbers the steps of all edits. */
    EditOrder order();

    /** Where it is noted that edits are written. */
    SaveNotes notes();

    /** Takes a step back, of all records it changed. */
    void undo(long step);

    /** Does a step again that was taken back, of all records it changed. */
    void redo(long step);
}
