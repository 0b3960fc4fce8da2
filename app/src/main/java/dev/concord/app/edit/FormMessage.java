package dev.concord.app.edit;

/**
 * A message of the form about the whole record.
 *
 * @param tone how serious it is
 * @param sentence one plain sentence
 * @param detail the database's message, for more detail; empty when there is none
 */
public record FormMessage(Tone tone, String sentence, String detail) {

    /** How serious a message is. */
    public enum Tone {
        /** There is no message. */
        NONE,
        INFO,
        WARNING,
        ERROR
    }

    /** No message. */
    public static final FormMessage NONE = new FormMessage(Tone.NONE, "", "");
}
