package dev.concord.app.question;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.app.question.QuestionQueue.Asked;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class QuestionQueueTest {
    private static final Question FIRST = new Question.Delete("customer 17", List.of(), () -> {});
    private static final Question SECOND = new Question.Delete("customer 18", List.of(), () -> {});
    private static final Question THIRD = new Question.Delete("customer 19", List.of(), () -> {});

    private final QuestionQueue queue = new QuestionQueue();
    private final QuestionQueue.Source workspace = queue.source();
    private final QuestionQueue.Source window = queue.source();

    @Test
    void aQuestionWaitsUntilTheOneBeforeIsAnswered() {
        Asked first = workspace.ask(FIRST);
        Asked second = workspace.ask(SECOND);
        assertThat(queue.shown().get()).contains(first);
        first.answered();
        assertThat(queue.shown().get()).contains(second);
        second.answered();
        assertThat(queue.shown().get()).isEmpty();
    }

    @Test
    void anAnswerRemovesItsOwnQuestionOnly() {
        Asked first = workspace.ask(FIRST);
        Asked second = workspace.ask(SECOND);
        second.answered();
        second.answered();
        assertThat(queue.shown().get()).contains(first);
        first.answered();
        assertThat(queue.shown().get()).isEmpty();
    }

    @Test
    void theSameQuestionAskedTwiceIsTwoQuestions() {
        Asked first = workspace.ask(FIRST);
        Asked again = workspace.ask(FIRST);
        first.answered();
        assertThat(queue.shown().get()).contains(again);
    }

    @Test
    void aQuestionThatFollowsAnotherTakesItsPlace() {
        Asked first = workspace.ask(FIRST);
        Asked waiting = workspace.ask(SECOND);
        Asked next = first.followedBy(THIRD);
        assertThat(queue.shown().get().map(Asked::question)).contains(THIRD);
        first.answered();
        assertThat(queue.shown().get()).contains(next);
        next.answered();
        assertThat(queue.shown().get()).contains(waiting);
    }

    @Test
    void aQuestionThatFollowsAnAnsweredOneIsAskedLast() {
        Asked first = workspace.ask(FIRST);
        Asked waiting = workspace.ask(SECOND);
        first.answered();
        first.followedBy(THIRD);
        assertThat(queue.shown().get()).contains(waiting);
        waiting.answered();
        assertThat(queue.shown().get().map(Asked::question)).contains(THIRD);
    }

    @Test
    void aQuestionKnowsItselfWhenItIsMade() {
        List<Asked> known = new ArrayList<>();
        Asked asked = workspace.ask(itself -> {
            known.add(itself);
            return FIRST;
        });
        assertThat(known).containsExactly(asked);
    }

    @Test
    void aClosedSourceTakesItsOwnQuestionsWithItAndAsksNoMore() {
        Asked before = workspace.ask(FIRST);
        Asked ofTheWindow = window.ask(SECOND);
        workspace.close();
        assertThat(queue.shown().get()).contains(ofTheWindow);
        workspace.ask(THIRD);
        before.followedBy(THIRD);
        ofTheWindow.answered();
        assertThat(queue.shown().get()).isEmpty();
        assertThat(workspace.isEmpty()).isTrue();
    }

    @Test
    void whatIsAskedOnceIsNotAskedAgainWhileItWaits() {
        window.askOnce(new Question.Fault("broken"));
        window.askOnce(new Question.Fault("broken"));
        queue.shown().get().orElseThrow().answered();
        assertThat(queue.shown().get()).isEmpty();
        window.askOnce(new Question.Fault("broken"));
        assertThat(queue.shown().get().map(Asked::question)).contains(new Question.Fault("broken"));
    }

    @Test
    void onlyAChangeOfTheQuestionShownIsTold() {
        List<Optional<Asked>> told = new ArrayList<>();
        Asked first = workspace.ask(FIRST);
        queue.shown().subscribe((was, now) -> told.add(now));
        Asked second = workspace.ask(SECOND);
        workspace.ask(THIRD).answered();
        assertThat(told).isEmpty();
        first.answered();
        assertThat(told).containsExactly(Optional.of(second));
    }
}
