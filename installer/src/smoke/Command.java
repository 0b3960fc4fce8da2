package smoke;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs one of the system's own programs. */
final class Command {
    private static final long MINUTES_AT_MOST = 5;

    private Command() {}

    /** Returns what the program printed, without the last line's end. */
    static String run(String... command) throws IOException, InterruptedException {
        return run(List.of(command));
    }

    /** Returns what the program printed, without the last line's end. */
    static String run(List<String> command) throws IOException, InterruptedException {
        Path said = Files.createTempFile("concord-smoke", ".txt");
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(said.toFile())
                    .start();
            boolean ended = process.waitFor(MINUTES_AT_MOST, TimeUnit.MINUTES);
            process.destroyForcibly().waitFor();
            Failure.unless(
                    ended && process.exitValue() == 0,
                    String.join(" ", command) + " failed: " + Files.readString(said).strip());
            return Files.readString(said).strip();
        } finally {
            Files.delete(said);
        }
    }
}
