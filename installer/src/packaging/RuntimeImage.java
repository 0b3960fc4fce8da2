package packaging;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** The Java runtime Concord brings along: the modules of the JDK and of JavaFX it needs, linked by jlink. */
record RuntimeImage(Build build) {

    /**
     * Links the runtime.
     *
     * @param library how this system's native libraries end, such as {@code .so}
     * @param libraries where this system's runtime keeps its native libraries
     */
    void link(String library, String libraries) throws IOException {
        Tools.delete(build.runtime());
        Tools.jdk(
                "jlink",
                List.of(
                        "--module-path",
                        build.javafx().toString(),
                        "--add-modules",
                        build.modules(),
                        "--strip-debug",
                        "--no-header-files",
                        "--no-man-pages",
                        // The packages compress the whole; a program that starts should not have to unpack anything.
                        "--compress=zip-0",
                        "--exclude-resources=**" + library,
                        "--output",
                        build.runtime().toString()));
        // JavaFX's jars carry its native libraries as resources, which it would unpack into the user's home and load from
        // there. In the runtime's own folder they are found without that, as in JavaFX's own jmods.
        unpackLibraries(library, build.runtime().resolve(libraries));
    }

    private void unpackLibraries(String library, Path folder) throws IOException {
        try (Stream<Path> jars = Files.list(build.javafx())) {
            jars.forEach(jar -> unpackLibraries(jar, library, folder));
        }
    }

    private static void unpackLibraries(Path jar, String library, Path folder) {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            for (ZipEntry entry : zip.stream().toList()) {
                if (entry.getName().endsWith(library)) {
                    try (InputStream in = zip.getInputStream(entry)) {
                        Files.copy(in, folder.resolve(Path.of(entry.getName()).getFileName()));
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
