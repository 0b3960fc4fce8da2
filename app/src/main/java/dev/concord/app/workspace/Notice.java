package dev.concord.app.workspace;

import java.util.List;

/**
 * One sentence over the rows that needs no answer.
 *
 * @param sentence what happened; empty when there is nothing to say
 * @param offers what can be done about it
 */
public record Notice(String sentence, List<Offer> offers) {

    static final Notice NONE = new Notice("");

    /** Something to press beside a notice. */
    public record Offer(String label, Runnable action) {}

    public Notice {
        offers = List.copyOf(offers);
    }

    public Notice(String sentence) {
        this(sentence, List.of());
    }
}
