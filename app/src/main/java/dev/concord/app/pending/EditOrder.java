package dev.concord.app.pending;

/** Numbers the steps of all edits of a window in the order they are made, so that the last one can be found. FX thread only. */
final class EditOrder {
    private long last;
    private long lastNew;
    private boolean together;

    /** The number of a step that is made now; all steps made {@link #together} have the same one. */
    long made() {
        lastNew = next();
        return lastNew;
    }

    /** The number of a step that is taken back or done again now. */
    long moved() {
        return next();
    }

    /** The number of the step that was made last; 0 before the first. */
    long lastMade() {
        return lastNew;
    }

    private long next() {
        if (!together) {
            last++;
        }
        return last;
    }

    /** Runs a task that changes several edits in one step. */
    void together(Runnable task) {
        if (together) {
            task.run();
            return;
        }
        last++;
        together = true;
        try {
            task.run();
        } finally {
            together = false;
        }
    }
}
