package dev.concord.app.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every demand of JSON:API 1.1 has a test of its name, or a reason why it has none. */
class NormativeStatementsTest {
    /** The list has 128 statements with MUST; two of its ids come twice. Two more say MUST in their text. */
    private static final int STATEMENTS = 128;

    private static final Map<String, String> REASONS = read();
    private static final Set<String> TESTS = tests();

    @Test
    void theListIsWhole() {
        assertThat(REASONS).hasSize(STATEMENTS);
    }

    @Test
    void everyStatementHasATestOrAReason() {
        assertThat(REASONS)
                .allSatisfy((id, reason) ->
                        assertThat(TESTS.contains(camelCase(id))).as(id).isEqualTo(reason.isEmpty()));
    }

    @Test
    void everyTestIsOfAStatement() {
        assertThat(REASONS.keySet().stream().map(NormativeStatementsTest::camelCase))
                .containsAll(TESTS);
    }

    private static Map<String, String> read() {
        try (InputStream in =
                Objects.requireNonNull(NormativeStatementsTest.class.getResourceAsStream("normative-statements.txt"))) {
            Map<String, String> reasons = new LinkedHashMap<>();
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split(": ", 2))
                    .forEach(parts -> reasons.put(parts[0], parts.length > 1 ? parts[1] : ""));
            return reasons;
        } catch (IOException e) {
            throw new IllegalStateException("The list of statements cannot be read", e);
        }
    }

    private static Set<String> tests() {
        return Stream.of(
                        JsonApiDocumentsTest.class,
                        JsonApiNamesTest.class,
                        JsonApiReadingTest.class,
                        JsonApiQueriesTest.class,
                        JsonApiWritingTest.class)
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .filter(method -> method.isAnnotationPresent(Test.class))
                .map(Method::getName)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** {@code fetch-responses-404} is {@code fetchResponses404}. */
    private static String camelCase(String id) {
        StringBuilder name = new StringBuilder();
        for (String word : id.split("-", -1)) {
            name.append(name.isEmpty() ? word : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
        }
        return name.toString();
    }
}
