package dev.concord.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.ui.text.Language;
import dev.concord.ui.text.Texts;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** German and French say everything that English says, with the same places and the same keys; {@link MessagesTest} has what is English. */
class LanguagesTest {
    private static final Path MESSAGES =
            Path.of("..", "ui-resources", "src", "main", "resources", "dev", "concord", "ui", "text");
    private static final Pattern PLACE = Pattern.compile("\\{(\\d)(?:,(number|choice))?(?:,([#0.,]+)})?");
    private static final Pattern WORDS = Pattern.compile("\\p{L}{2,}");
    private static final Pattern KEYS = Pattern.compile(
            "(?:\\b(?:Ctrl|Shift|Alt|Strg|Umschalt|Maj)\\+)+(?:[\\p{L}\\d]+|''|↓)|\\bF\\d{1,2}\\b|\\b(?:Esc|Échap)\\b",
            Pattern.UNICODE_CHARACTER_CLASS);

    /** What the keys of German and French keyboards are called on English ones. */
    private static final Map<String, String> KEY_NAMES = Map.ofEntries(
            Map.entry("Strg", "Ctrl"),
            Map.entry("Umschalt", "Shift"),
            Map.entry("Maj", "Shift"),
            Map.entry("Échap", "Esc"),
            Map.entry("Eingabe", "Enter"),
            Map.entry("Entrée", "Enter"),
            Map.entry("Leertaste", "Space"),
            Map.entry("Espace", "Space"),
            Map.entry("Links", "Left"),
            Map.entry("Gauche", "Left"),
            Map.entry("Rechts", "Right"),
            Map.entry("Droite", "Right"),
            Map.entry("Auf", "Up"),
            Map.entry("Haut", "Up"),
            Map.entry("Ab", "Down"),
            Map.entry("Bas", "Down"),
            Map.entry("Pos1", "Home"),
            Map.entry("Début", "Home"),
            Map.entry("Ende", "End"),
            Map.entry("Fin", "End"));

    /** Names, units and words that are the same in both languages. */
    private static final Set<String> MEANT = Set.of(
            "app.name",
            "app.title",
            "shell.language.english",
            "shell.language.german",
            "shell.language.french",
            "rules.form.text",
            "rules.form.json",
            "keys.name.ctrl",
            "shell.fault.details",
            "connect.kind.postgresql",
            "connect.host",
            "connect.host.prompt",
            "connect.port",
            "layout.name",
            "filter.word.null",
            "filter.chips",
            "browse.table.spoken",
            "copy.csv",
            "copy.json",
            "copy.markdown",
            "edit.details",
            "cell.automatic",
            "saving.changes.sql",
            "saving.pause",
            "related.tab",
            "command.check.table",
            "value.null",
            "value.binary.pixels",
            "value.size.kilobytes",
            "value.size.megabytes",
            "value.type.date",
            "value.type.uuid",
            "value.type.json");

    private final Properties english = load("messages.properties");

    @ParameterizedTest
    @ValueSource(strings = {"de", "fr"})
    void everyMessageIsTranslatedAndNoneIsExtra(String language) {
        assertThat(translated(language).stringPropertyNames())
                .containsExactlyInAnyOrderElementsOf(english.stringPropertyNames());
    }

    @ParameterizedTest
    @ValueSource(strings = {"de", "fr"})
    void theFilesHaveTheSameOrder(String language) {
        assertThat(keysInOrder("messages_" + language + ".properties"))
                .containsExactlyElementsOf(keysInOrder("messages.properties"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"de", "fr"})
    void everyPlaceIsFilledAsInEnglish(String language) {
        Properties translated = translated(language);
        for (String key : english.stringPropertyNames()) {
            String message = translated.getProperty(key);
            assertThat(places(message, 1)).as(key).isEqualTo(places(english.getProperty(key), 1));
            assertThat(formats(message, "number")).as(key).isEqualTo(formats(english.getProperty(key), "number"));
            // Where English counts, the others do; they may have more forms than English.
            assertThat(formats(message, "choice")).as(key).containsAll(formats(english.getProperty(key), "choice"));
            for (int number : new int[] {0, 1, 2, 1000}) {
                Object[] numbers = {number, number, number, number, number, number};
                assertThat(new MessageFormat(message, Locale.of(language)).format(numbers))
                        .as(key)
                        .doesNotContainPattern("\\{\\d");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"de", "fr"})
    void nothingIsLeftInEnglish(String language) {
        Properties translated = translated(language);
        Set<String> left = english.stringPropertyNames().stream()
                .filter(key -> !MEANT.contains(key) && !key.startsWith("keys.pressed."))
                .filter(key -> WORDS.matcher(
                                PLACE.matcher(english.getProperty(key)).replaceAll(""))
                        .find())
                .filter(key -> english.getProperty(key).equals(translated.getProperty(key)))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(left).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"de", "fr"})
    void hintsNameTheSameKeys(String language) {
        Properties translated = translated(language);
        for (String key : english.stringPropertyNames()) {
            assertThat(keys(translated.getProperty(key)))
                    .as("%s=%s", key, translated.getProperty(key))
                    .isEqualTo(keys(english.getProperty(key)));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "_de", "_fr"})
    void everyLetterOfTheConnectionDialogIsOfOneControl(String language) {
        Properties messages = load("messages" + language + ".properties");
        List<String> letters = messages.stringPropertyNames().stream()
                .filter(key -> key.startsWith("connect."))
                .map(messages::getProperty)
                .filter(label -> label.matches("[^_]*_[A-Za-z0-9][^_]*"))
                .map(label -> label.substring(label.indexOf('_') + 1, label.indexOf('_') + 2)
                        .toUpperCase(Locale.ROOT))
                .toList();
        assertThat(letters).hasSize(19).doesNotHaveDuplicates();
    }

    @Test
    void frenchSignsStandBesideTheirWordInTheSameLine() {
        Pattern breakable = Pattern.compile(" [:;?»]|« |[\\p{L}]'[\\p{L}]");
        Properties french = translated("fr");
        for (String key : french.stringPropertyNames()) {
            assertThat(french.getProperty(key)).as(key).doesNotContainPattern(breakable);
        }
    }

    @Test
    void frenchCountsNothingAsOne() {
        Texts french = Texts.of(Locale.FRANCE);
        assertThat(Stream.of(0, 1, 2).map(count -> french.get("browse.total", count)))
                .containsExactly("0 ligne", "1 ligne", "2 lignes");
        assertThat(Stream.of(0, 1, 2).map(count -> french.get("conflict.counts.merged", count)))
                .containsExactly("0 fusionné", "1 fusionné", "2 fusionnés");
    }

    @Test
    void englishIsEnglishOnAGermanComputer() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);
            assertThat(Texts.of(Locale.UK).get("rules.save")).isEqualTo("Save");
            assertThat(Texts.of(Locale.ROOT).get("rules.save")).isEqualTo("Save");
            assertThat(Texts.of(Locale.of("pl", "PL")).get("rules.save")).isEqualTo("Save");
            Texts german = Texts.of(Locale.GERMANY);
            assertThat(german.get("rules.save")).isEqualTo("Speichern");
            assertThat(german.in(Language.ENGLISH).get("rules.save")).isEqualTo("Save");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void anotherLanguageLeavesNumbersAndDatesAsTheyWere() {
        Texts german = Texts.of(Locale.GERMANY);
        Texts french = german.in(Language.FRENCH);
        assertThat(french.get("browse.total", 1500)).isEqualTo("1.500 lignes");
        assertThat(french.locale()).isEqualTo(Locale.GERMANY);
        assertThat(french.names()).isEqualTo(Locale.of("fr", "DE"));
        assertThat(french.in(Language.SYSTEM).get("rules.save")).isEqualTo("Speichern");
    }

    private static Set<String> places(String message, int group) {
        return found(PLACE, message, place -> place.group(group));
    }

    private static Set<String> formats(String message, String type) {
        return PLACE.matcher(message)
                .results()
                .filter(place -> type.equals(place.group(2)))
                .map(place -> place.group(1) + (place.group(3) == null ? "" : place.group(3)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<String> keys(String message) {
        return KEYS.matcher(message)
                .results()
                .map(found -> Stream.of(found.group().split("\\+"))
                        .map(name -> KEY_NAMES.getOrDefault(name, name))
                        .collect(Collectors.joining("+")))
                .sorted()
                .toList();
    }

    private static Set<String> found(Pattern pattern, String text, Function<MatchResult, String> part) {
        return pattern.matcher(text).results().map(part).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Properties translated(String language) {
        return load("messages_" + language + ".properties");
    }

    private static List<String> keysInOrder(String file) {
        try (Stream<String> lines = Files.lines(MESSAGES.resolve(file), StandardCharsets.UTF_8)) {
            return lines.filter(line -> line.contains("=") && !line.startsWith("#"))
                    .map(line -> line.substring(0, line.indexOf('=')))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Properties load(String file) {
        Properties loaded = new Properties();
        try (Reader text = Files.newBufferedReader(MESSAGES.resolve(file), StandardCharsets.UTF_8)) {
            loaded.load(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return loaded;
    }
}
