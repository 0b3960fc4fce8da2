package dev.concord.app.command;

/** Shortens messages of libraries to one line. */
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
