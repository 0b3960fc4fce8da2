package dev.concord.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.testing.LockingContract;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code docs/locking-cases.md} leaves out no case, and names only tests that are run, by the contract, where it says. */
class CasesDocumentTest {
    private static final Path DOCUMENT = Path.of("..", "docs", "locking-cases.md");
    private static final Pattern ROW =
            Pattern.compile("^\\| (\\d+) \\| (.*) \\| (.*) \\| (`.*`) \\|$", Pattern.MULTILINE);
    private static final Pattern TEST = Pattern.compile("`([A-Za-z]+)#([A-Za-z]+)`");
    private static final Pattern LINKED = Pattern.compile("^\\[([A-Za-z]+)]: ", Pattern.MULTILINE);
    private static final List<String> PACKAGES = List.of("dev.concord.store.", "dev.concord.version.");
    private static final String EVERYWHERE = "all four";

    /** Classes whose tests have a source of their own, which goes over every engine. */
    private static final Set<Class<?>> ON_EVERY_ENGINE =
            Set.of(EveryWriteTest.class, DetachedRowsTest.class, MixedWritersTest.class, UndecidedVersionTest.class);

    /** There never was a case 30. */
    private static final int MISSING = 30;

    @Test
    void everyCaseHasATestThatIsRun() throws IOException {
        assertThat(TEST.matcher(page()).results())
                .as("tests that are named but not run")
                .filteredOn(test -> run(test).findAny().isEmpty())
                .extracting(MatchResult::group)
                .isEmpty();
    }

    @Test
    void noCaseIsLeftOut() throws IOException {
        List<Integer> listed = rows().map(row -> Integer.valueOf(row.group(1))).toList();
        List<Integer> all = IntStream.concat(
                        IntStream.rangeClosed(1, 66).filter(number -> number != MISSING), IntStream.of(78))
                .boxed()
                .toList();
        assertThat(listed).containsAll(all).doesNotHaveDuplicates();
    }

    @Test
    void everyClassNamedBelongsToTheContract() throws IOException {
        String page = page();
        Stream<MatchResult> named =
                Stream.of(TEST, LINKED).flatMap(pattern -> pattern.matcher(page).results());
        assertThat(named.map(name -> name.group(1)).distinct())
                .as("classes that -Dgroups=locking-contract leaves out")
                .filteredOn(name -> load(name).noneMatch(found -> found.isAnnotationPresent(LockingContract.class)))
                .isEmpty();
    }

    /** A case is run on all four if every test of it that uses a database is; otherwise its line says where, and why. */
    @Test
    void aCaseThatIsNotRunEverywhereSaysWhere() throws IOException {
        assertThat(rows())
                .filteredOn(row -> everywhere(row.group(4)) != row.group(3).equals(EVERYWHERE))
                .extracting(row -> row.group(1) + " " + row.group(3))
                .isEmpty();
        assertThat(rows())
                .filteredOn(row -> !row.group(3).equals(EVERYWHERE))
                .extracting(row -> row.group(3))
                .allMatch(where -> where.matches(".+[,;:] .+"), "gives a reason");
    }

    private static boolean everywhere(String tests) {
        List<Method> onDatabases = TEST.matcher(tests)
                .results()
                .flatMap(CasesDocumentTest::run)
                .filter(test -> test.getDeclaringClass().getPackage().equals(CasesDocumentTest.class.getPackage()))
                .toList();
        return !onDatabases.isEmpty() && onDatabases.stream().allMatch(CasesDocumentTest::everywhere);
    }

    private static boolean everywhere(Method test) {
        return test.isAnnotationPresent(OnEveryEngine.class)
                || test.isAnnotationPresent(OnEveryGuard.class)
                || (test.isAnnotationPresent(MethodSource.class) && ON_EVERY_ENGINE.contains(test.getDeclaringClass()));
    }

    private static Stream<MatchResult> rows() throws IOException {
        return ROW.matcher(page()).results();
    }

    private static String page() throws IOException {
        return Files.readString(DOCUMENT);
    }

    /** The methods that are meant, if they are tests. */
    private static Stream<Method> run(MatchResult test) {
        return load(test.group(1))
                .flatMap(found -> Arrays.stream(found.getDeclaredMethods()))
                .filter(method -> method.getName().equals(test.group(2)))
                .filter(method -> Arrays.stream(method.getAnnotations()).anyMatch(CasesDocumentTest::runs));
    }

    private static Stream<Class<?>> load(String name) {
        return PACKAGES.stream().flatMap(in -> {
            try {
                return Stream.of(Class.forName(in + name));
            } catch (ClassNotFoundException _) {
                return Stream.empty();
            }
        });
    }

    private static boolean runs(Annotation annotation) {
        return annotation instanceof Test
                || annotation instanceof ParameterizedTest
                || annotation.annotationType().isAnnotationPresent(ParameterizedTest.class);
    }
}
