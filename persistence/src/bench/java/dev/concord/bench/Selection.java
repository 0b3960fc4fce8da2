package dev.concord.bench;

import java.nio.file.Path;
import java.util.regex.Pattern;

/** What of all benchmarks to run, and where to leave the results; given on the command line. */
public record Selection(Pattern pattern, Path directory) {

    /** Reads the system properties {@code bench} and {@code bench.directory}. */
    public static Selection given() {
        return new Selection(
                Pattern.compile(System.getProperty("bench", ""), Pattern.CASE_INSENSITIVE),
                Path.of(System.getProperty("bench.directory", "target/bench")));
    }

    /** Whether a table's line was asked for. */
    public boolean has(String table, String name) {
        return pattern.matcher(table + " / " + name).find();
    }
}
