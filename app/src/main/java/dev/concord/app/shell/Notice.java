package dev.concord.app.shell;

import java.util.List;

/**
 * One sentence over the rows that needs no answer.
 *
 * @param sentence what happened; empty when there is nothing to say
 * @param offers what can be done about it
 */
record Notice(String sentence, List<Offer> offers) {

    static final Notice NONE = new Notice("");

    /** Something to press beside a notice. */
    record Offer(String label, Runnable action) {}

    Notice {
        offers = List.copyOf(offers);
    }

    Notice(String sentence) {
        this(sentence, List.of());
    }
}
