package dev.concord.app.action;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Which lines of the palette are meant by what was typed: all its words are in the name, in any order; the nearest first. */
final class PaletteMatch {
    private static final Pattern GAP = Pattern.compile("[^\\p{L}\\p{N}]+");

    private PaletteMatch() {}

    /** How near a name is. The order of these is that of the lines. */
    private enum Nearness {
        SAME,
        BEGINNING,
        BEGINNINGS_OF_WORDS,
        ANYWHERE
    }

    private record Near(PaletteEntry entry, Nearness nearness) {}

    /** Returns the lines that are meant, those equally near in the order given; all for an empty text. */
    static List<PaletteEntry> of(String typed, List<PaletteEntry> entries) {
        String wanted = typed.strip().toLowerCase(Locale.ROOT);
        if (wanted.isEmpty()) {
            return entries;
        }
        List<String> words = words(wanted);
        return entries.stream()
                .flatMap(entry -> nearness(entry.name().toLowerCase(Locale.ROOT), wanted, words)
                        .map(nearness -> new Near(entry, nearness))
                        .stream())
                .sorted(Comparator.comparing(Near::nearness))
                .map(Near::entry)
                .toList();
    }

    private static Optional<Nearness> nearness(String name, String wanted, List<String> words) {
        if (name.equals(wanted)) {
            return Optional.of(Nearness.SAME);
        }
        if (name.startsWith(wanted)) {
            return Optional.of(Nearness.BEGINNING);
        }
        List<String> itsWords = words(name);
        if (!words.isEmpty()
                && words.stream().allMatch(word -> itsWords.stream().anyMatch(its -> its.startsWith(word)))) {
            return Optional.of(Nearness.BEGINNINGS_OF_WORDS);
        }
        boolean anywhere =
                words.isEmpty() ? name.contains(wanted) : words.stream().allMatch(name::contains);
        return anywhere ? Optional.of(Nearness.ANYWHERE) : Optional.empty();
    }

    private static List<String> words(String text) {
        return Arrays.stream(GAP.split(text)).filter(word -> !word.isEmpty()).toList();
    }
}
