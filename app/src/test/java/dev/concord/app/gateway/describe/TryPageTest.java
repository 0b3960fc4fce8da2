package dev.concord.app.gateway.describe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.concord.app.gateway.TestGateway;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page's files: how they are served, and what can be seen of them without a browser. */
class TryPageTest {
    private static final String TABLE = "create table \"customer\" (\"id\" integer primary key)";
    private static final double READABLE = 4.5;
    private static final double VISIBLE = 3;

    @TempDir
    Path directory;

    @Test
    void thePageIsThereForEverybodyAndLoadsNothingFromElsewhere() throws Exception {
        try (TestGateway gateway = new TestGateway(TABLE)) {
            HttpResponse<String> page = gateway.get("");
            String policy = page.headers().firstValue("Content-Security-Policy").orElseThrow();

            assertEquals(
                    "text/html; charset=utf-8",
                    page.headers().firstValue("Content-Type").orElseThrow());
            assertTrue(policy.startsWith("default-src 'none'") && policy.contains("frame-ancestors 'none'"));
            assertFalse(policy.contains("unsafe"), policy);
            for (String file : TryPage.FILES) {
                HttpResponse<String> answer = gateway.get("page/" + file);
                assertEquals(200, answer.statusCode(), file);
                assertFalse(
                        answer.headers()
                                .firstValue("Content-Type")
                                .orElseThrow()
                                .isBlank(),
                        file);
                assertFalse(
                        answer.body().replace("http://www.w3.org/2000/svg", "").matches("(?s).*https?://.*"), file);
            }
        }
    }

    @Test
    void nothingButThePageIsBesideIt() throws Exception {
        try (TestGateway gateway = new TestGateway(TABLE)) {
            for (String path :
                    List.of("page", "page/none.js", "page/TryPage.class", "page/..%2F..%2Fa", "page/a/page.js")) {
                assertEquals(404, gateway.get(path).statusCode(), path);
            }
            assertEquals(405, gateway.send("POST", "page/page.js", "").statusCode());
        }
    }

    @Test
    void everyFileThatAFileNamesIsServedAndEveryFileIsNamed() throws Exception {
        List<String> named = new ArrayList<>(names(read("index.html"), "\"/page/([^\"]+)\""));
        for (String file : TryPage.FILES) {
            if (file.endsWith(".js")) {
                names(read(file), "from \"\\./([^\"]+)\"").forEach(named::add);
            }
        }

        assertTrue(TryPage.FILES.containsAll(named), "served is not " + named);
        assertTrue(named.containsAll(TryPage.FILES), "named is not all of " + TryPage.FILES);
    }

    @Test
    void noFileMakesMarkupOrCodeOfAText() throws Exception {
        Pattern forbidden = Pattern.compile(
                "innerHTML|outerHTML|insertAdjacentHTML|document\\.write|\\beval\\(|new Function|javascript:"
                        + "| on[a-z]+=\"| style=\"");
        for (String file : TryPage.FILES) {
            assertFalse(forbidden.matcher(read(file)).find(), file);
        }
        assertFalse(forbidden.matcher(read("index.html")).find());
    }

    @Test
    void coloursAreReadableInBothSchemes() throws Exception {
        String css = read("tokens.css");
        int dark = css.indexOf("@media (prefers-color-scheme: dark)");
        for (Map<String, String> scheme : List.of(colours(css.substring(0, dark)), colours(css.substring(dark)))) {
            for (String ground : List.of("ground", "surface", "raised", "accent-ground")) {
                for (String text : List.of("text", "muted", "accent")) {
                    assertContrast(READABLE, scheme, text, ground);
                }
            }
            for (String role : List.of("mine", "theirs", "decision", "good", "error")) {
                assertContrast(READABLE, scheme, role, role + "-ground");
                assertContrast(READABLE, scheme, role, "surface");
            }
            assertContrast(READABLE, scheme, "on-accent", "accent");
            assertContrast(READABLE, scheme, "on-accent", "accent-strong");
            assertContrast(VISIBLE, scheme, "edge", "surface");
        }
    }

    /** Values, places, merges and lines for a terminal are functions that need no page. */
    @Test
    void whatIsComputedIsRight() throws Exception {
        Optional<Path> node = Browser.program("node");
        Assumptions.assumeTrue(node.isPresent(), "there is no node on this computer");
        for (String file : List.of("exact.js", "place.js", "merge.js", "curl.js", "schema.js")) {
            Files.writeString(directory.resolve(file), read(file));
        }
        Files.writeString(directory.resolve("package.json"), "{\"type\": \"module\"}");
        Path script = directory.resolve("test.js");
        try (InputStream test = TryPageTest.class.getResourceAsStream("page-functions.js")) {
            Files.write(script, test.readAllBytes());
        }

        Process process = new ProcessBuilder(node.get().toString(), script.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), said);
        assertTrue(said.endsWith("all is right\n"), said);
    }

    private static String read(String file) throws IOException {
        try (InputStream stream = TryPage.class.getResourceAsStream(file)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static List<String> names(String text, String pattern) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    private static Map<String, String> colours(String css) {
        Map<String, String> colours = new TreeMap<>();
        Matcher token = Pattern.compile("--([a-z-]+): (#[0-9a-f]{6});").matcher(css);
        while (token.find()) {
            colours.put(token.group(1), token.group(2));
        }
        return colours;
    }

    private static void assertContrast(double least, Map<String, String> colours, String one, String other) {
        double first = luminance(Objects.requireNonNull(colours.get(one), one)) + 0.05;
        double second = luminance(Objects.requireNonNull(colours.get(other), other)) + 0.05;
        double contrast = Math.max(first, second) / Math.min(first, second);
        assertTrue(contrast >= least, one + " on " + other + " has " + contrast);
    }

    /** Relative luminance, WCAG 2.2. */
    private static double luminance(String colour) {
        double[] weights = {0.2126, 0.7152, 0.0722};
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            double part = Integer.parseInt(colour.substring(1 + 2 * i, 3 + 2 * i), 16) / 255.0;
            sum += weights[i] * (part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4));
        }
        return sum;
    }
}
