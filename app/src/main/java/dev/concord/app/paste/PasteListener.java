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
     * @param undo takes back what was done; empty where nothing was
     */
    void say(String sentence, Optional<Runnable> undo);
}
