package dev.concord.app.command;

import java.util.List;

/**
 * Decides from the first words of a command line what it asks for, before it is parsed, without loading any class for
 * it.
 */
public final class CommandKind {
    private CommandKind() {}

    /** Whether a window is asked for. Everything else is done in the terminal it is typed in. */
    public static boolean askForWindow(String... arguments) {
        List<String> typed = List.of(arguments);
        if (typed.isEmpty()) {
            return true;
        }
        boolean inTerminal = typed.getFirst().startsWith("-") || Syntax.IN_TERMINAL.contains(typed.getFirst());
        boolean help = typed.contains("-h") || typed.contains("--help");
        return !inTerminal && !help;
    }
}
