package packaging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import window.Program;
import window.Screen;
import window.Training;

/**
 * What the JVM knows of the program before it starts: its classes, loaded and linked (JEP 483 and 514). It is learned by using the
 * real window once, on a screen nobody sees. Without a cache, or with one that does not fit, Concord starts as well, only later.
 */
record AotCache(Build build, Path app, Path launcher) {
    private static final String NAME = "concord.aot";
    private static final Duration AT_MOST = Duration.ofMinutes(3);

    /** Trains the cache and adds it to the launcher's configuration. */
    void train() throws IOException, InterruptedException {
        if (!Tools.has("Xvfb") || !Tools.has("xdotool")) {
            Tools.skip("the AOT cache", "it is trained in a real window, and Xvfb and xdotool are not both installed");
            return;
        }
        Path home = Files.createTempDirectory("concord-training");
        Path cache = app.resolve(NAME);
        List<String> command = List.of(launcher.toString());
        try (Screen screen = Screen.open(home.resolve("screen"));
                Program program =
                        Program.start(command, screen, home, Map.of("JAVA_TOOL_OPTIONS", options(cache)))) {
            Training.on(screen, home, build.jars(), command).go();
            program.end(AT_MOST);
            if (!Files.exists(cache)) {
                throw new IllegalStateException("The training left no cache. The program said: " + program.said());
            }
        } finally {
            Tools.delete(home);
        }
        Files.setLastModifiedTime(cache, FileTime.from(build.time()));
        enable();
    }

    /** How often methods ran is not recorded, because it is not used; see {@link AppImage}. */
    private static String options(Path cache) {
        return "-XX:AOTCacheOutput=" + cache
                + " -XX:+UnlockDiagnosticVMOptions -XX:-AOTRecordTraining -Xlog:aot=error";
    }

    private void enable() throws IOException {
        Path configuration = app.resolve(Build.NAME + ".cfg");
        Files.writeString(
                configuration,
                "java-options=-XX:AOTCache=$APPDIR/" + NAME + System.lineSeparator()
                        // A cache that does not match is not used; the JVM's warning would only confuse a user at a terminal.
                        + "java-options=-Xlog:aot=off,cds=off" + System.lineSeparator(),
                StandardOpenOption.APPEND);
        Files.setLastModifiedTime(configuration, FileTime.from(build.time()));
    }
}
