package dev.concord.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.annotation.Annotation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;

/** {@code docs/locking-cases.md} leaves out no case, and names only tests that are run. */
class CasesDocumentTest {
    private static final Path DOCUMENT = Path.of("..", "docs", "locking-cases.md");
    private static final Pattern ROW = Pattern.compile("^\\| (\\d+) \\| .* \\|$", Pattern.MULTILINE);
    private static final Pattern TEST = Pattern.compile("`([A-Za-z]+)#([A-Za-z]+)`");
    private static final List<String> PACKAGES = List.of("dev.concord.store.", "dev.concord.version.");

    /** There never was a case 30. */
    private static final int MISSING = 30;

    @Test
    void everyCaseHasATestThatIsRun() throws IOException {
        String page = Files.readString(DOCUMENT);
        List<String> named = TEST.matcher(page)
                .results()
                .filter(test -> !isRun(test.group(1), test.group(2)))
                .map(test -> test.group())
                .toList();
        assertThat(named).as("tests that are named but not run").isEmpty();
    }

    @Test
    void noCaseIsLeftOut() throws IOException {
        List<Integer> listed = ROW.matcher(Files.readString(DOCUMENT))
                .results()
                .map(row -> Integer.valueOf(row.group(1)))
                .toList();
        List<Integer> all = IntStream.concat(
                        IntStream.rangeClosed(1, 66).filter(number -> number != MISSING), IntStream.of(78))
                .boxed()
                .toList();
        assertThat(listed).isEqualTo(all);
    }

    private static boolean isRun(String type, String method) {
        return PACKAGES.stream().flatMap(name -> load(name + type)).anyMatch(found -> Arrays.stream(
                        found.getDeclaredMethods())
                .filter(each -> each.getName().equals(method))
                .flatMap(each -> Arrays.stream(each.getAnnotations()))
                .anyMatch(CasesDocumentTest::runs));
    }

    private static Stream<Class<?>> load(String name) {
        try {
            return Stream.of(Class.forName(name));
        } catch (ClassNotFoundException _) {
            return Stream.empty();
        }
    }

    private static boolean runs(Annotation annotation) {
        return annotation instanceof Test
                || annotation instanceof ParameterizedTest
                || annotation.annotationType().isAnnotationPresent(ParameterizedTest.class);
    }
}
