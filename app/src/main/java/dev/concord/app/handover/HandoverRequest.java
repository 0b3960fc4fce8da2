package dev.concord.app.handover;

import dev.concord.app.command.Terminal;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What was typed, as one start of the program hands it to another. Holds what may be passwords, so it is never shown
 * and never logged. Immutable.
 *
 * @param arguments as typed
 * @param directory where it was typed; absolute
 * @param environment of the variables that mean something to these commands, those that are set
 */
record HandoverRequest(List<String> arguments, Path directory, Map<String, String> environment) {
    /** Nothing else of the sender's environment leaves its process. */
    static final List<String> VARIABLES = List.of("OPT_LOCKING", "OPT_LOCKING_ATTR", "CONCORD_PASSWORD");

    HandoverRequest {
        arguments = List.copyOf(arguments);
        environment = Map.copyOf(environment);
    }

    static HandoverRequest of(Terminal terminal, List<String> arguments) {
        Map<String, String> known = new HashMap<>(terminal.environment());
        known.keySet().retainAll(VARIABLES);
        return new HandoverRequest(arguments, terminal.directory(), known);
    }

    @Override
    public String toString() {
        return "HandoverRequest[" + arguments.size() + " arguments]";
    }
}
