package bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import window.Program;
import window.Screen;

/** A window of one class, such as {@link OneLabel}, packaged as Concord is: the same runtime and options, a cache of its own. */
final class Peer {
    private Peer() {}

    /** Makes it and returns the command that starts it. */
    static List<String> make(Path target, String name, Path folder, Screen screen, Path home)
            throws IOException, InterruptedException {
        Path source = target.resolveSibling("src/bench/" + name + ".java");
        Path classes = folder.resolve(name);
        Path jar = folder.resolve(name + ".jar");
        tool("javac", "-d", classes.toString(), "--module-path", target.resolve("modules").toString(),
                "--add-modules", "javafx.controls", source.toString());
        tool("jar", "--create", "--file", jar.toString(), "-C", classes.toString(), ".");
        List<String> command = new ArrayList<>();
        command.add(target.resolve("runtime/bin/java").toString());
        try (Stream<String> lines = Files.lines(target.resolve("image/concord/lib/app/concord.cfg"))) {
            lines.filter(line -> line.startsWith("java-options=") && !line.contains("$APPDIR"))
                    .forEach(line -> command.add(line.substring("java-options=".length())));
        }
        Path cache = folder.resolve(name + ".aot");
        command.addAll(List.of("-cp", jar.toString(), "bench." + name));
        List<String> training = new ArrayList<>(command);
        training.add(1, "-XX:AOTCacheOutput=" + cache);
        training.add("close");
        try (Program trained = Program.start(training, screen, home, StartUp.ENVIRONMENT)) {
            trained.end(java.time.Duration.ofMinutes(1));
        }
        for (int tries = 0; tries < 100 && !Files.exists(cache); tries++) {
            TimeUnit.MILLISECONDS.sleep(100);
        }
        command.add(1, "-XX:AOTCache=" + cache);
        return command;
    }

    private static void tool(String name, String... arguments) {
        if (ToolProvider.findFirst(name).orElseThrow().run(System.out, System.err, arguments) != 0) {
            throw new IllegalStateException(name + " failed; what it said stands above.");
        }
    }
}
