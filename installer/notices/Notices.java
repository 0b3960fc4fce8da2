import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Writes what the libraries' licences want to be written: {@code java Notices.java LIST CLASSPATH RESULT}, run by the build in the
 * folder of the installer. The list is the license plugin's, which refuses licences nobody has agreed to.
 *
 * <p>The texts are those a library carries in {@code META-INF}, the one in {@code notices/texts} under the library's name, and the
 * one there under the licence's name. The same text is written once. A library without any, or one that the packages' file
 * {@code copyright} does not name, ends the build.
 */
final class Notices {
    private static final Pattern LIBRARY = Pattern.compile("(?m)^ +((?:\\([^)]*\\) )+).* \\([^: ]+:([^: ]+):([^: ]+) - (.*)\\)$");
    private static final Pattern LICENCE = Pattern.compile("\\(([^)]*)\\)");
    private static final Pattern CARRIED = Pattern.compile("(?i)META-INF/([^/]+/)*[\\w-]*(licen[sc]e|notice)[\\w.-]*");
    private static final Path TEXTS = Path.of("notices", "texts");
    private static final String LINE = "=".repeat(100) + "\n";
    private static final String HEAD = """
            Concord is licensed under the Apache License 2.0. It comes with the libraries below, each under a licence of its own, whose
            texts follow, and with a Java runtime, whose notices are in the folder "legal" of the runtime.

            """;

    /** A text and whose it is. */
    private record Text(String words, TreeSet<String> owners) {}

    /** By their words, however those are spaced. */
    private final Map<String, Text> texts = new LinkedHashMap<>();

    public static void main(String[] arguments) throws IOException {
        List<MatchResult> libraries =
                LIBRARY.matcher(Files.readString(Path.of(arguments[0]))).results().toList();
        List<Path> jars = Stream.of(arguments[1].split(File.pathSeparator)).map(Path::of).toList();
        Files.writeString(Path.of(arguments[2]), new Notices().of(libraries, jars));
    }

    private String of(List<MatchResult> libraries, List<Path> jars) throws IOException {
        String copyright = Files.readString(Path.of("linux", "copyright"));
        TreeMap<String, String> lines = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (MatchResult library : libraries) {
            String name = library.group(2);
            if (!copyright.contains("/" + name + "-*.jar")) {
                throw new IOException("installer/linux/copyright does not name " + name);
            }
            List<String> licences =
                    LICENCE.matcher(library.group(1)).results().map(licence -> licence.group(1)).toList();
            String owner = name + " " + library.group(3);
            lines.put(owner, owner + ": " + String.join(", ", licences) + ", " + library.group(4) + "\n");
            List<String> found = new ArrayList<>();
            for (Path jar : jars) {
                if (jar.getFileName().toString().matches(Pattern.quote(name + "-" + library.group(3)) + ".*\\.jar")) {
                    found.addAll(carried(jar));
                }
            }
            found.addAll(kept(TEXTS.resolve(name + ".txt")));
            for (String licence : licences) {
                found.addAll(kept(licence.equals("Apache-2.0") ? Path.of("..", "LICENSE") : TEXTS.resolve(licence + ".txt")));
            }
            if (found.isEmpty()) {
                throw new IOException("There is no text for the licence of " + name + ": " + licences);
            }
            found.forEach(text -> add(text, owner));
        }
        StringBuilder notices = new StringBuilder(HEAD);
        lines.values().forEach(notices::append);
        for (Text text : texts.values()) {
            notices.append("\n").append(LINE).append(String.join(", ", text.owners())).append("\n").append(LINE);
            notices.append("\n").append(text.words().strip()).append("\n");
        }
        return notices.toString();
    }

    private void add(String words, String owner) {
        texts.computeIfAbsent(words.replaceAll("\\s+", " ").strip(), key -> new Text(words, new TreeSet<>()))
                .owners()
                .add(owner);
    }

    private static List<String> carried(Path jar) throws IOException {
        List<String> texts = new ArrayList<>();
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            for (ZipEntry entry : zip.stream().filter(file -> !file.isDirectory()).toList()) {
                if (CARRIED.matcher(entry.getName()).matches()) {
                    texts.add(new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8)
                            .replace("\r\n", "\n"));
                }
            }
        }
        return texts;
    }

    private static List<String> kept(Path text) throws IOException {
        return Files.exists(text) ? List.of(Files.readString(text)) : List.of();
    }
}
