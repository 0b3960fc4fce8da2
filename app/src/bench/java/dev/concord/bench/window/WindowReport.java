package dev.concord.bench.window;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** One table of what was measured in the window: printed for people, and kept as CSV. */
final class WindowReport {
    private final String title;
    private final List<String> lines = new ArrayList<>(List.of("name,ours,goal,reached"));

    WindowReport(String title) {
        this.title = title;
    }

    /** Whether a line of a table was asked for by the system property {@code bench}. */
    static boolean wanted(String title, String name) {
        return Pattern.compile(System.getProperty("bench", ""), Pattern.CASE_INSENSITIVE)
                .matcher(title + " / " + name)
                .find();
    }

    boolean wanted(String name) {
        return wanted(title, name);
    }

    /** Adds a line that has a goal: at most so much. */
    void add(String name, double measured, double most) {
        add(name, measured, number(most), measured <= most ? "yes" : "no");
    }

    /** Adds a line for comparison. */
    void add(String name, double measured) {
        add(name, measured, "", "");
    }

    private void add(String name, double measured, String goal, String reached) {
        lines.add('"' + name + '"' + "," + number(measured) + "," + goal + "," + reached);
        System.out.println("| " + name + " | " + number(measured) + " | " + (goal.isEmpty() ? "" : "<= " + goal) + " | "
                + reached + " |");
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, value < 10 ? "%.3f" : "%.1f", value);
    }

    void begin() {
        System.out.println("\n### " + title + "\n\n| name | ours | goal | reached |\n|---|---|---|---|");
    }

    /** Writes the table to a file, if it has a line. */
    void publish() {
        if (lines.size() == 1) {
            return;
        }
        try {
            Path directory = Path.of(System.getProperty("bench.directory", "target/bench"));
            Files.createDirectories(directory);
            Files.write(directory.resolve(title.replace(' ', '-') + ".csv"), lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
