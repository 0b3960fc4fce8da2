package dev.concord.app.question;

import dev.concord.app.question.QuestionQueue.Asked;
import java.util.function.Function;

/** Shows the questions and messages of a part of the workspace to the user. FX thread only. */
public interface Prompt {
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

    /** Shows a message that needs no answer. */
    void say(Notice notice);

    /** Takes a message back, if it is still shown. */
    void unsay(Notice notice);
}
