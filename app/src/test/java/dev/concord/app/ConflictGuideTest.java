package dev.concord.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The guide to conflicts shows what there is: its pictures, the words it quotes in bold, and its keys. */
class ConflictGuideTest {
    private static final Path DOCS = Path.of("..", "docs");
    private static final Path GUIDE = DOCS.resolve("guide").resolve("conflicts.md");
    private static final Path MESSAGES = Path.of(
            "..", "ui-resources", "src", "main", "resources", "dev", "concord", "ui", "text", "messages.properties");
    private static final Path APP = Path.of("src", "main", "java", "dev", "concord", "app");

    private static final Pattern PICTURE = Pattern.compile("!\\[[^]]+]\\(([^)]+)\\)");
    private static final Pattern BOLD = Pattern.compile("\\*\\*([^*]+)\\*\\*");
    private static final Pattern KEY = Pattern.compile("<kbd>(?:Ctrl\\+|Shift\\+)*(\\w+)</kbd>");

    /** A message's place, with all the choices in it. */
    private static final Pattern PLACE = Pattern.compile("\\{[^{}]*(?:\\{\\d}[^{}]*)*}");

    /** What the guide says in bold that begins a paragraph, and is on no screen. */
    private static final Set<String> OWN_WORDS =
            Set.of("Somebody deleted what you edit.", "You delete what somebody edited.", "Both of you deleted it.");

    @Test
    void everyPictureIsThereAndEveryPictureThereIsIsShown() throws IOException {
        List<Path> pages = new ArrayList<>(List.of(Path.of("..", "README.md")));
        try (Stream<Path> guides = Files.list(DOCS.resolve("guide"))) {
            guides.forEach(pages::add);
        }
        Set<Path> shown = new TreeSet<>();
        for (Path page : pages) {
            found(PICTURE, text(page))
                    .map(picture ->
                            page.resolveSibling(picture).toAbsolutePath().normalize())
                    .forEach(shown::add);
        }
        try (Stream<Path> files = Files.list(DOCS.resolve("pictures"))) {
            assertThat(files.map(file -> file.toAbsolutePath().normalize())).containsExactlyInAnyOrderElementsOf(shown);
        }
    }

    @Test
    void everyWordInBoldIsOnAScreen() throws IOException {
        Properties messages = new Properties();
        messages.load(new StringReader(text(MESSAGES)));
        List<Pattern> onScreens = messages.stringPropertyNames().stream()
                .map(messages::getProperty)
                // What begins with a place says nothing of its own: it would be like any words.
                .filter(message -> !message.startsWith("{"))
                .map(ConflictGuideTest::pattern)
                .toList();
        assertThat(found(BOLD, text(GUIDE)).filter(words -> !OWN_WORDS.contains(words)))
                .isNotEmpty()
                .allMatch(words -> onScreens.stream()
                        .anyMatch(screen -> screen.matcher(words).matches()));
    }

    @Test
    void everyKeyDoesSomething() throws IOException {
        String keys = text(APP.resolve("conflict/ConflictKeys.java"))
                + text(APP.resolve("conflict/parts/PartsKeys.java"))
                + text(APP.resolve("workspace/WorkspaceView.java"));
        assertThat(found(KEY, text(GUIDE))).isNotEmpty().allMatch(key -> Pattern.compile(
                        "(case (\\w+, )*|KeyCode\\.)" + code(key) + "\\b")
                .matcher(keys)
                .find());
    }

    private static String code(String key) {
        return key.equals("Esc") ? "ESCAPE" : key.matches("\\d") ? "DIGIT" + key : key.toUpperCase(Locale.ROOT);
    }

    /** A message as a pattern: anything may stand in its places. */
    private static Pattern pattern(String message) {
        String words = message.replace("''", "'").replace("_", "");
        return Pattern.compile(
                Stream.of(PLACE.split(words, -1)).map(Pattern::quote).collect(Collectors.joining(".+")));
    }

    private static Stream<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(match -> match.group(1).replaceAll("\\s+", " "));
    }

    private static String text(Path file) throws IOException {
        return Files.readString(file);
    }
}
