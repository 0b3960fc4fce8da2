package dev.concord.app.command;

/** Makes somebody else's message fit into one line of ours. */
final class Sentence {
    private Sentence() {}

    /** Returns the first line, ending with a full stop. */
    static String of(String message) {
        return withoutStop(message) + ".";
    }

    /** Returns the first line without a full stop. */
    static String withoutStop(String message) {
        String line = message.lines().findFirst().orElse("").strip();
        return line.replaceFirst("\\.+$", "");
    }
}
