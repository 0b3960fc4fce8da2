package dev.concord.app.command;

import dev.concord.database.Secret;
import java.io.Console;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The terminal of a command; tests use their own.
 *
 * @param out for what was asked for
 * @param err for what went wrong
 * @param environment the environment's variables
 * @param directory the folder that file names typed here are relative to; absolute
 * @param askPassword asks for a password without showing it; empty when nobody can be asked
 */
public record Terminal(
        PrintWriter out,
        PrintWriter err,
        Map<String, String> environment,
        Path directory,
        Function<String, Optional<Secret>> askPassword) {

    /** The terminal the program was started from. */
    public static Terminal system() {
        return new Terminal(
                new PrintWriter(System.out, true, System.out.charset()),
                new PrintWriter(System.err, true, System.err.charset()),
                System.getenv(),
                Path.of("").toAbsolutePath(),
                Terminal::ask);
    }

    private static Optional<Secret> ask(String prompt) {
        return Optional.ofNullable(System.console())
                .filter(Console::isTerminal)
                .map(console -> console.readPassword("%s ", prompt))
                .map(typed -> new Secret(new String(typed)));
    }

    /** Whether a window can be opened: on Linux, whether a display is named. */
    boolean hasDisplay(String operatingSystem) {
        return !operatingSystem.startsWith("Linux")
                || !environment.getOrDefault("DISPLAY", "").isEmpty()
                || !environment.getOrDefault("WAYLAND_DISPLAY", "").isEmpty();
    }

    /** Whether a window can be opened on this system. */
    public boolean hasDisplay() {
        return hasDisplay(System.getProperty("os.name", ""));
    }
}
