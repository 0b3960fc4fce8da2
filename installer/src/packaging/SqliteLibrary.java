package packaging;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * The SQLite driver's jar carries SQLite itself for twenty systems, and unpacks the right one into a temporary folder at every
 * start. Here the one for this system is unpacked once, and the others are left out.
 */
record SqliteLibrary(Path jars) {
    private static final String NATIVE = "org/sqlite/native/";

    /**
     * Unpacks the library beside the jars.
     *
     * @param system the system and processor as the driver names them, such as {@code Linux/x86_64}
     */
    void unpack(String system) throws IOException {
        Path jar = driver();
        Path smaller = jars.resolve("smaller.jar");
        try (ZipFile zip = new ZipFile(jar.toFile());
                OutputStream file = Files.newOutputStream(smaller);
                ZipOutputStream out = new ZipOutputStream(file)) {
            for (ZipEntry entry : zip.stream().toList()) {
                try (InputStream in = zip.getInputStream(entry)) {
                    if (!entry.getName().startsWith(NATIVE)) {
                        ZipEntry kept = new ZipEntry(entry.getName());
                        kept.setTimeLocal(entry.getTimeLocal());
                        out.putNextEntry(kept);
                        in.transferTo(out);
                        out.closeEntry();
                    } else if (entry.getName().startsWith(NATIVE + system + "/") && !entry.isDirectory()) {
                        Files.copy(in, jars.resolve(Path.of(entry.getName()).getFileName()));
                    }
                }
            }
        }
        Files.delete(jar);
        Files.move(smaller, jar);
    }

    private Path driver() throws IOException {
        try (var files = Files.newDirectoryStream(jars, "sqlite-jdbc-*.jar")) {
            List<Path> found = new java.util.ArrayList<>();
            files.forEach(found::add);
            if (found.size() != 1) {
                throw new IllegalStateException("There should be one SQLite driver in " + jars + ": " + found);
            }
            return found.getFirst();
        }
    }
}
