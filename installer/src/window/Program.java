package window;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A program started on a screen of its own, with a home of its own, so that nothing of this computer's user is touched. */
public final class Program implements AutoCloseable {
    private final Process process;
    private final Path output;

    private Program(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    /**
     * Starts a program, which ends with this one at the latest.
     *
     * @param home its home folder; every folder a program keeps things in lies below it
     * @param more further environment variables
     */
    public static Program start(List<String> command, Screen screen, Path home, Map<String, String> more)
            throws IOException {
        Files.createDirectories(home);
        Path output = Files.createTempFile("concord-output", ".txt");
        output.toFile().deleteOnExit();
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        Map<String, String> environment = builder.environment();
        environment.keySet().removeIf(name -> name.startsWith("XDG_") || name.startsWith("JAVA") || name.startsWith("JDK_"));
        environment.put("HOME", home.toString());
        environment.put("DISPLAY", screen.display());
        environment.putAll(more);
        Process process = builder.start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        return new Program(process, output);
    }

    public ProcessHandle handle() {
        return process.toHandle();
    }

    /** Waits for the end and returns the exit code. */
    public int end(Duration atMost) throws IOException, InterruptedException {
        if (!process.waitFor(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
            close();
            throw new IOException("The program did not end. It said: " + said());
        }
        return process.exitValue();
    }

    /** Asks it to end, as the system does when its user logs out; at once, where it does not listen. */
    public void stop() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(10, TimeUnit.SECONDS)) {
            close();
        }
    }

    /** What the program printed. */
    public String said() throws IOException {
        return Files.readString(output);
    }

    /** Ends it at once, whatever it does. */
    @Override
    public void close() throws InterruptedException {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly().waitFor();
    }
}
