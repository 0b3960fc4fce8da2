package dev.concord.app.paste;

import java.util.Optional;

/** Is given what one change of many cells has to show. FX thread only. */
public interface PasteListener {

    /** The preview is to be shown, until the change has ended. */
    void ask();

    /** The change has ended, with or without effect; asked or not. */
    void ended();

    /**
     * One sentence is to be said that needs no answer.
     *
     * @param undo takes the last step of all edits back, which is what was done until something else is changed; empty where
     *     nothing was done
     */
    void say(String sentence, Optional<Runnable> undo);
}
