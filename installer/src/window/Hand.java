package window;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Somebody at the keyboard of a {@link Screen}: xdotool, which types into whatever window has the keyboard. */
public final class Hand {
    private static final long SECONDS_AT_MOST = 60;

    private final Screen screen;

    public Hand(Screen screen) {
        this.screen = screen;
    }

    /** Waits for a window whose title contains some words, gives it the keyboard and returns its id. */
    public String window(String title, Duration atMost) throws IOException, InterruptedException {
        String found = await(title, true, atMost).getLast();
        tool(List.of("windowfocus", "--sync", found));
        return found;
    }

    /** Waits until no window has a title that contains some words. */
    public void gone(String title, Duration atMost) throws IOException, InterruptedException {
        await(title, false, atMost);
    }

    private List<String> await(String title, boolean there, Duration atMost) throws IOException, InterruptedException {
        long end = System.nanoTime() + atMost.toNanos();
        List<String> found = windows(title);
        while (found.isEmpty() == there) {
            if (System.nanoTime() > end) {
                throw new IOException("The window “" + title + "” did not " + (there ? "come." : "go."));
            }
            TimeUnit.MILLISECONDS.sleep(50);
            found = windows(title);
        }
        return found;
    }

    /** The windows to be seen whose title contains some words. */
    public List<String> windows(String title) throws IOException, InterruptedException {
        return tool(List.of("search", "--onlyvisible", "--name", title))
                .lines()
                .filter(line -> line.matches("\\d+"))
                .toList();
    }

    /** Presses keys one after the other, named as xdotool names them, such as {@code ctrl+s}. */
    public void press(String... keys) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("key", "--clearmodifiers", "--delay", "30"));
        command.addAll(List.of(keys));
        tool(command);
    }

    /** Types a text. */
    public void type(String text) throws IOException, InterruptedException {
        tool(List.of("type", "--delay", "20", text));
    }

    private String tool(List<String> arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("xdotool"));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("DISPLAY", screen.display());
        Process process = builder.start();
        // A window that closes at the wrong moment leaves xdotool waiting for it.
        if (!process.waitFor(SECONDS_AT_MOST, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IOException(String.join(" ", command) + " did not end.");
        }
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
