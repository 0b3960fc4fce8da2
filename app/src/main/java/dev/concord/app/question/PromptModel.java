package dev.concord.app.question;

import dev.concord.app.question.QuestionQueue.Asked;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** What a workspace asks in its window's queue, and the message that is shown over its rows. FX thread only. */
public final class PromptModel implements Prompt, AutoCloseable {
    private final QuestionQueue.Source questions;
    private final ObjectBinding<Question> question;
    private final ReadOnlyObjectWrapper<Notice> notice = new ReadOnlyObjectWrapper<>(this, "notice", Notice.NONE);

    /** @param questions the window's */
    public PromptModel(QuestionQueue questions) {
        this.questions = questions.source();
        // Bindings observe weakly: the queue lives as long as its window, the workspace does not.
        this.question = Bindings.createObjectBinding(
                () -> questions.shown().get().map(Asked::question).orElseGet(Question.None::new), questions.shown());
    }

    /** The question the window shows at the moment, whoever asks it. */
    public ObjectBinding<Question> question() {
        return question;
    }

    /** The message shown over the rows. */
    public ReadOnlyObjectProperty<Notice> notice() {
        return notice.getReadOnlyProperty();
    }

    /** Whether every question of this workspace is answered. */
    public boolean isEmpty() {
        return questions.isEmpty();
    }

    @Override
    public boolean isAsking() {
        return !(question.get() instanceof Question.None);
    }

    @Override
    public Asked ask(Question asked) {
        return questions.ask(asked);
    }

    @Override
    public Asked ask(Function<Asked, Question> asked) {
        return questions.ask(asked);
    }

    @Override
    public void say(Notice said) {
        notice.set(said);
    }

    @Override
    public void unsay(Notice said) {
        if (notice.get().equals(said)) {
            notice.set(Notice.NONE);
        }
    }

    /** Drops the questions that are not answered, and asks nothing any more. */
    @Override
    public void close() {
        questions.close();
    }
}
