package dev.concord.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.database.OpenOutcome;
import dev.concord.outcome.Outcome;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Every word on the screen has a message, every message is on some screen, and each gets the arguments it has places
 * for. Read from the sources, because keys are text there; keys put together at run time count by their beginning.
 */
class MessagesTest {
    private static final Path MESSAGES =
            Path.of("..", "ui-resources", "src", "main", "resources", "dev", "concord", "ui", "text");
    private static final List<Path> SOURCES =
            List.of(Path.of("src", "main", "java"), Path.of("..", "ui-resources", "src", "main", "java"));

    /** What a key looks like in the sources, where file names look alike; one ending in a dot begins several. */
    private static final Pattern LITERAL = Pattern.compile("(?<!resolve\\()\"([a-z]+(?:[.-][a-z0-9]+)*\\.?)\"");

    private static final Pattern PLACE = Pattern.compile("\\{(\\d+)");

    /** Words no user may have to understand, and places a narrow window may move. */
    private static final Pattern JARGON = Pattern.compile(
            "\\b(ours|theirs|incoming|stale|token|optimistic|on the (left|right))\\b", Pattern.CASE_INSENSITIVE);

    private final Properties messages = load("messages.properties");
    private final List<String> sources = sources();

    @Test
    void everyKeyUsedHasAMessage() {
        Set<String> features = messages.stringPropertyNames().stream()
                .map(MessagesTest::feature)
                .collect(Collectors.toSet());
        Set<String> missing = literals().stream()
                .filter(literal -> literal.contains(".") && features.contains(feature(literal)))
                .filter(literal -> literal.endsWith(".")
                        ? messages.stringPropertyNames().stream().noneMatch(key -> key.startsWith(literal))
                        : !messages.containsKey(literal))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(missing).isEmpty();
    }

    /** Their keys are made of the constants' names, so that no text in the sources misses one. */
    @Test
    void everyReasonHasItsSentence() {
        assertThat(messages.stringPropertyNames())
                .containsAll(keys("command.failed.", OpenOutcome.Reason.values()))
                .containsAll(keys("outcome.refused.", Outcome.Refused.Reason.values()));
    }

    private static List<String> keys(String beginning, Enum<?>... constants) {
        return Stream.of(constants)
                .map(constant ->
                        beginning + constant.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .toList();
    }

    @Test
    void everyMessageIsUsed() {
        Set<String> literals = literals();
        Set<String> unused = messages.stringPropertyNames().stream()
                .filter(key -> !literals.contains(key) && !madeAtRunTime(key, literals))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(unused).isEmpty();
    }

    @Test
    void everyMessageGetsTheArgumentsItHasPlacesFor() {
        List<String> wrong = new ArrayList<>();
        for (String source : sources) {
            for (MessageUse use : MessageUse.in(source)) {
                String message = messages.getProperty(use.key());
                if (message != null && places(message) != use.arguments()) {
                    wrong.add(use.key() + " has " + places(message) + " places and is given " + use.arguments());
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void placesAreNumberedWithoutGapsAndEveryPatternIsUnderstood() {
        for (String key : messages.stringPropertyNames()) {
            String message = messages.getProperty(key);
            assertThat(new MessageFormat(message, Locale.UK).format(new Object[] {1, 1, 1, 1, 1, 1}))
                    .as(key)
                    .doesNotContainPattern("\\{\\d");
            assertThat(numbers(message))
                    .as(key)
                    .containsExactlyElementsOf(
                            IntStream.range(0, places(message)).boxed().toList());
        }
    }

    @Test
    void aPlainApostropheIsWrittenTwice() {
        Pattern alone = Pattern.compile("[a-z]'[a-z]");
        for (String key : messages.stringPropertyNames()) {
            assertThat(alone.matcher(messages.getProperty(key)).find()).as(key).isFalse();
        }
    }

    @Test
    void noMessageSpeaksOfSidesOrInJargon() {
        for (String key : messages.stringPropertyNames()) {
            String shown = messages.getProperty(key);
            assertThat(JARGON.matcher(shown).results().map(found -> found.group()))
                    .as("%s=%s", key, shown)
                    .isEmpty();
        }
    }

    @Test
    void theMergeNamesNoSideByItsPlaceAndNoVersion() {
        Pattern sides =
                Pattern.compile("\\b(ours|theirs|incoming|current|left|right|version)\\b", Pattern.CASE_INSENSITIVE);
        for (String key : messages.stringPropertyNames()) {
            boolean ofTheMerge = key.startsWith("conflict.") && !key.startsWith("conflict.deletion.");
            assertThat(ofTheMerge && sides.matcher(messages.getProperty(key)).find())
                    .as("%s=%s", key, messages.getProperty(key))
                    .isFalse();
        }
    }

    @Test
    void noKeyIsWrittenTwice() {
        List<String> keys = text("messages.properties")
                .lines()
                .filter(line -> line.contains("=") && !line.startsWith("#"))
                .map(line -> line.substring(0, line.indexOf('=')))
                .toList();
        assertThat(keys).doesNotHaveDuplicates();
    }

    private static boolean madeAtRunTime(String key, Set<String> literals) {
        int end = key.lastIndexOf('.');
        boolean inTwoParts = end > 0 && literals.contains(key.substring(0, end + 1));
        boolean tip = key.endsWith(".tip") || key.endsWith(".about");
        return inTwoParts || (tip && madeAtRunTime(key.substring(0, end), literals));
    }

    private static String feature(String key) {
        return key.substring(0, Math.max(0, key.indexOf('.')));
    }

    private Set<String> literals() {
        return sources.stream()
                .flatMap(source -> LITERAL.matcher(source).results().map(found -> found.group(1)))
                .collect(Collectors.toSet());
    }

    private static int places(String message) {
        return numbers(message).size();
    }

    private static List<Integer> numbers(String message) {
        Matcher place = PLACE.matcher(message);
        return place
                .results()
                .map(found -> Integer.valueOf(found.group(1)))
                .collect(Collectors.toCollection(TreeSet::new))
                .stream()
                .toList();
    }

    private static Properties load(String file) {
        Properties loaded = new Properties();
        try {
            loaded.load(new StringReader(text(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return loaded;
    }

    private static String text(String file) {
        return read(MESSAGES.resolve(file));
    }

    private static List<String> sources() {
        List<String> texts = new ArrayList<>();
        for (Path folder : SOURCES) {
            try (Stream<Path> files = Files.walk(folder)) {
                files.filter(file -> file.toString().endsWith(".java"))
                        .map(MessagesTest::read)
                        .forEach(texts::add);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return texts;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
