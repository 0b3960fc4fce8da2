package dev.concord.app.workspace;

/** Where a part of the workspace asks and tells the user something. FX thread only. */
interface Prompt {
    /** Asks a question. */
    void ask(Question question);

    /** Ends the question shown. */
    void answered();

    /** Says something that needs no answer. */
    void say(Notice notice);
}
