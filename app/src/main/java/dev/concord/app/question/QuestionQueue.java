package dev.concord.app.question;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * The questions of one window. They are shown one at a time, in the order they were asked; a question stays until it is
 * answered, and no other question replaces it. FX thread only.
 */
public final class QuestionQueue {
    private final List<Asked> waiting = new ArrayList<>();
    private final ReadOnlyObjectWrapper<Optional<Asked>> shown =
            new ReadOnlyObjectWrapper<>(this, "shown", Optional.empty());

    /** The question to be answered now; empty when nothing is asked. */
    public ReadOnlyObjectProperty<Optional<Asked>> shown() {
        return shown.getReadOnlyProperty();
    }

    /** Returns a new source, whose questions can be dropped together. */
    public Source source() {
        return new Source();
    }

    private void update() {
        shown.set(waiting.stream().findFirst());
    }

    /** A part of the program that asks questions. Closing it drops those of its questions that are not answered yet. */
    public final class Source implements AutoCloseable {
        private boolean closed;

        private Source() {}

        /** Asks a question after those that wait already. A closed source asks nothing. */
        public Asked ask(Question question) {
            return ask(asked -> question);
        }

        /**
         * Asks a question that has to know which one it is, so that its model can answer it.
         *
         * @param question makes the question; called at once
         */
        public Asked ask(Function<Asked, Question> question) {
            Asked asked = new Asked(this, question);
            if (!closed) {
                waiting.add(asked);
                update();
            }
            return asked;
        }

        /** Asks a question, unless this source asks the same already. */
        public void askOnce(Question question) {
            if (waiting.stream().noneMatch(asked -> asked.by == this && asked.question.equals(question))) {
                ask(question);
            }
        }

        /** Whether every question of this source is answered. */
        public boolean isEmpty() {
            return waiting.stream().noneMatch(asked -> asked.by == this);
        }

        @Override
        public void close() {
            closed = true;
            waiting.removeIf(asked -> asked.by == this);
            update();
        }
    }

    /** One question that was asked. Equal to no other, whatever the other asks. */
    public final class Asked {
        private final Source by;
        private final Question question;

        private Asked(Source by, Function<Asked, Question> question) {
            this.by = by;
            this.question = question.apply(this);
        }

        /** What is asked. */
        public Question question() {
            return question;
        }

        /** Removes this question and no other. Does nothing when it is answered already. */
        public void answered() {
            waiting.remove(this);
            update();
        }

        /**
         * Answers this question and asks another in its place, before everything that waits. When this one is answered
         * already, the other is asked last.
         */
        public Asked followedBy(Question next) {
            int place = waiting.indexOf(this);
            if (place < 0) {
                return by.ask(next);
            }
            Asked asked = new Asked(by, itself -> next);
            waiting.set(place, asked);
            update();
            return asked;
        }
    }
}
