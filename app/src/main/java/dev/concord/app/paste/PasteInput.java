package dev.concord.app.paste;

import java.util.function.Supplier;

/** What a person chooses of a change of many cells. FX thread only. */
sealed interface PasteInput permits BlockInput, ValueInput, ReplaceInput, FillInput {

    /** Returns what reads the source as it is chosen now; to be run in the background. */
    Supplier<SourceReading> reader();

    /** Runs a task whenever something else is chosen. */
    void whenChanged(Runnable task);
}
