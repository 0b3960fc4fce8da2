package dev.concord.app.workspace;

import dev.concord.app.workspace.QuestionQueue.Asked;
import java.util.function.Function;

/** Where a part of the workspace asks and tells the user something. FX thread only. */
interface Prompt {
    /** Asks a question after those asked before; what is returned answers it and no other. */
    Asked ask(Question question);

    /**
     * Asks a question whose model has to answer it.
     *
     * @param question makes the question; called at once
     */
    Asked ask(Function<Asked, Question> question);

    /** Whether the user is being asked something. */
    boolean isAsking();

    /** Says something that needs no answer. */
    void say(Notice notice);
}
