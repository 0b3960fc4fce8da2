package smoke;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What the program keeps in a user's home, which no package may touch. */
final class Home {
    /** The program's places in the XDG Base Directory Specification, and the cache, where GTK keeps what it likes. */
    private static final List<String> PLACES =
            List.of(".config/concord/", ".local/share/concord/", ".local/state/concord/", ".cache/");

    private Home() {}

    /** Every file with what it holds. */
    static Map<Path, ByteBuffer> contents(Path home) throws IOException {
        Map<Path, ByteBuffer> contents = new TreeMap<>();
        try (Stream<Path> all = Files.walk(home)) {
            for (Path file : (Iterable<Path>) all.filter(Files::isRegularFile)::iterator) {
                contents.put(home.relativize(file), ByteBuffer.wrap(Files.readAllBytes(file)));
            }
        }
        return contents;
    }

    static void isStill(Path home, Map<Path, ByteBuffer> before) throws IOException {
        Failure.unless(contents(home).equals(before), "Installing once more changed files in the user's home.");
    }

    static void holdsOnlyWhatIsAllowed(Path home) throws IOException {
        for (Path file : contents(home).keySet()) {
            Failure.unless(
                    PLACES.stream().anyMatch(file.toString()::startsWith),
                    "The program wrote " + file + " into the home, which is none of its places.");
        }
    }
}
