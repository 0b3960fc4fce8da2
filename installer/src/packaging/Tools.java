package packaging;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;

/** What the packaging scripts do with tools and files. A step that fails ends the build with one sentence. */
public final class Tools {
    private static final long MINUTES_AT_MOST = 10;

    private Tools() {}

    /** Runs one of the JDK's own tools, the one of the JDK that runs this script. */
    static void jdk(String tool, List<String> arguments) {
        ToolProvider found = ToolProvider.findFirst(tool)
                .orElseThrow(() -> new IllegalStateException("This JDK has no " + tool + "."));
        if (found.run(System.out, System.err, arguments.toArray(String[]::new)) != 0) {
            throw new IllegalStateException(tool + " failed; what it said stands above.");
        }
    }

    /** Runs another program and waits for it. */
    static void run(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).inheritIO().start();
        if (!process.waitFor(MINUTES_AT_MOST, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new IllegalStateException(command.getFirst() + " did not end.");
        }
        if (process.exitValue() != 0) {
            throw new IllegalStateException(command.getFirst() + " failed; what it said stands above.");
        }
    }

    /** Whether a program is on the PATH. */
    public static boolean has(String program) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(java.io.File.pathSeparator))
                .filter(folder -> !folder.isEmpty())
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    /** Prints what is left out and why. */
    public static void skip(String what, String why) {
        System.out.println("SKIPPED: " + what + ", because " + why + ".");
    }

    /** Deletes a file or folder with all it holds, if it is there. */
    public static void delete(Path path) throws IOException {
        if (Files.exists(path, java.nio.file.LinkOption.NOFOLLOW_LINKS)) {
            try (Stream<Path> all = Files.walk(path)) {
                all.sorted(Comparator.reverseOrder()).forEach(Tools::deleteOne);
            }
        }
    }

    private static void deleteOne(Path path) {
        try {
            Files.delete(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Copies a folder with all it holds; times, permissions and links are kept. */
    static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path path : (Iterable<Path>) all::iterator) {
                Path target = to.resolve(from.relativize(path));
                if (Files.isDirectory(path, java.nio.file.LinkOption.NOFOLLOW_LINKS)) {
                    Files.createDirectories(target);
                } else {
                    place(path, target);
                }
            }
        }
    }

    /** Copies one file, making the folders above it. */
    static void place(Path file, Path target) throws IOException {
        Files.createDirectories(target.getParent());
        Files.copy(
                file,
                target,
                StandardCopyOption.COPY_ATTRIBUTES,
                StandardCopyOption.REPLACE_EXISTING,
                java.nio.file.LinkOption.NOFOLLOW_LINKS);
    }
}
