package dev.concord.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds docs/architecture.md and the size of packages to what the sources are. */
class ArchitecturePageTest {
    private static final List<String> MODULES = List.of("persistence", "ui-resources", "app");
    private static final int LARGEST_PACKAGE = 45;
    private static final int LARGEST_MEDIAN = 15;

    /** The rows of the page's tables of packages: a name in code, then one sentence. */
    private static final Pattern PACKAGE_ROW = Pattern.compile("(?m)^\\| `([a-z][a-z.]*)` \\| ([^|]+) \\|");

    /** A test the page names: a class, or one of its members. */
    private static final Pattern NAMED_TEST = Pattern.compile("`([A-Z]\\w*Test)(?:#(\\w+))?`");

    /** A class the page names, or a package and a class. */
    private static final Pattern NAMED_CLASS =
            Pattern.compile("`(?:[a-z.]+\\.)?([A-Z][a-z]\\w+)(?:\\.\\w+)*(?:\\([^)`]*\\))?`");

    private static final Pattern IMPORT =
            Pattern.compile("(?m)^import (?:static )?dev\\.concord\\.([a-z]+(?:\\.[a-z]+)*)\\.[A-Z]");

    private static final Pattern FIRST_SENTENCE =
            Pattern.compile("/\\*\\*\\s*(?:\\*\\s*)?(.*?[.])(?:\\s|\\*/)", Pattern.DOTALL);

    private static final Path ROOT = Path.of("").toAbsolutePath().resolveSibling("");
    private static final String PAGE = text(ROOT.resolve("docs/architecture.md"));

    /** The folder of each package, by its name below the root package. */
    private static final Map<String, Path> PACKAGES = packages();

    private static Map<String, Path> packages() {
        Map<String, Path> packages = new TreeMap<>();
        for (String module : MODULES) {
            Path sources = ROOT.resolve(module).resolve("src/main/java");
            try (Stream<Path> files = Files.walk(sources)) {
                files.filter(file -> file.endsWith("package-info.java"))
                        .forEach(file -> packages.put(name(sources, parent(file)), parent(file)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return packages;
    }

    private static Path parent(Path file) {
        return file.resolveSibling("");
    }

    /** The page leaves out the root package, which all names share. */
    private static String name(Path sources, Path folder) {
        return sources.relativize(folder)
                .toString()
                .replace('/', '.')
                .replace('\\', '.')
                .replaceFirst("^dev\\.concord\\.", "");
    }

    @Test
    void thePageListsEachPackageWithItsOwnSentence() {
        Map<String, String> onPage = new TreeMap<>();
        PACKAGE_ROW
                .matcher(PAGE)
                .results()
                .forEach(row -> onPage.put(row.group(1), row.group(2).strip()));
        Map<String, String> inSources = new TreeMap<>();
        PACKAGES.forEach((name, folder) -> inSources.put(name, sentence(folder)));

        assertThat(onPage).isEqualTo(inSources);
    }

    private static String sentence(Path folder) {
        String info = text(folder.resolve("package-info.java"));
        return FIRST_SENTENCE
                .matcher(info)
                .results()
                .findFirst()
                .map(found -> found.group(1))
                .orElse("")
                .replaceAll("\\s*\\n\\s*\\*?\\s*", " ")
                .replaceAll("\\{@(?:link|code) ([^}]*)}", "$1");
    }

    @Test
    void aPackageUsesOnlyThoseAboveItOnThePage() {
        List<String> order =
                PACKAGE_ROW.matcher(PAGE).results().map(row -> row.group(1)).toList();

        assertThat(PACKAGES)
                .allSatisfy((name, folder) ->
                        assertThat(used(folder)).as(name).isSubsetOf(order.subList(0, order.indexOf(name) + 1)));
    }

    private static Set<String> used(Path folder) {
        Set<String> used = new TreeSet<>();
        for (Path file : sources(folder)) {
            IMPORT.matcher(text(file)).results().forEach(found -> used.add(found.group(1)));
        }
        return used;
    }

    @Test
    void noPackageHoldsMoreThanAPersonCanOverlook() {
        Map<String, Integer> sizes = new TreeMap<>();
        PACKAGES.forEach((name, folder) -> sizes.put(name, sources(folder).size()));

        assertThat(sizes).allSatisfy((name, size) -> assertThat(size).as(name).isLessThanOrEqualTo(LARGEST_PACKAGE));
        List<Integer> sorted = sizes.values().stream().sorted().toList();
        assertThat(sorted.get(sorted.size() / 2)).as("median").isLessThanOrEqualTo(LARGEST_MEDIAN);
    }

    private static List<Path> sources(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.endsWith("package-info.java"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void everyTestThePageNamesExists() throws IOException {
        Map<String, String> tests = classes("src/test/java");
        List<MatchResult> named = NAMED_TEST.matcher(PAGE).results().toList();

        assertThat(named).isNotEmpty().allSatisfy(test -> {
            assertThat(tests).containsKey(test.group(1));
            if (test.group(2) != null) {
                assertThat(tests.get(test.group(1))).contains(" " + test.group(2));
            }
        });
    }

    @Test
    void everyClassThePageNamesExists() throws IOException {
        Map<String, String> all = new TreeMap<>(classes("src/main/java"));
        all.putAll(classes("src/test/java"));
        String sources = String.join("\n", all.values());
        TreeSet<String> named = new TreeSet<>();
        NAMED_CLASS.matcher(PAGE).results().forEach(found -> named.add(found.group(1)));

        // A name may also be of a nested type, such as an outcome.
        assertThat(named).isNotEmpty().allSatisfy(name -> assertThat(all.containsKey(name)
                        || sources.matches("(?s).*\\b(record|class|interface|enum) " + name + "\\b.*"))
                .as(name)
                .isTrue());
    }

    /** The text of each class; of classes of one name in several modules, all their texts. */
    private static Map<String, String> classes(String folder) throws IOException {
        Map<String, String> found = new TreeMap<>();
        for (String module : MODULES) {
            try (Stream<Path> files = Files.walk(ROOT.resolve(module).resolve(folder))) {
                files.filter(file -> file.toString().endsWith(".java"))
                        .forEach(file -> found.merge(
                                file.getFileName().toString().replace(".java", ""), text(file), String::concat));
            }
        }
        return found;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
