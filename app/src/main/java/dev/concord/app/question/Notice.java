package dev.concord.app.question;

import java.util.List;

/**
 * A message shown over the rows, which needs no answer.
 *
 * @param sentence what happened; empty when there is no message
 * @param offers what can be done about it
 */
public record Notice(String sentence, List<Offer> offers) {

    /** No message. */
    public static final Notice NONE = new Notice("");

    /** A button beside a notice. */
    public record Offer(String label, Runnable action) {}

    public Notice {
        offers = List.copyOf(offers);
    }

    public Notice(String sentence) {
        this(sentence, List.of());
    }
}
