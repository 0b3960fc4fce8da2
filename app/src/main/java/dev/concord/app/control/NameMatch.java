package dev.concord.app.control;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Which names are meant by what was typed: those that contain all its words, in any order, whatever their capitals and accents. Immutable.
 */
public final class NameMatch {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern GAP = Pattern.compile("\\s+");

    private final List<String> words;

    private NameMatch(List<String> words) {
        this.words = words;
    }

    /** Returns what is meant by a text; by an empty one, every name. */
    public static NameMatch of(String typed) {
        return new NameMatch(Stream.of(GAP.split(plain(typed)))
                .filter(word -> !word.isEmpty())
                .toList());
    }

    /** Whether there is no word to look for. */
    public boolean isEmpty() {
        return words.isEmpty();
    }

    /**
     * Whether a thing is meant.
     *
     * @param names all that it is called and described by; each word may be in another of them
     */
    public boolean matches(String... names) {
        // Asked of every field of every record that is shown, mostly while nothing is looked for.
        if (words.isEmpty()) {
            return true;
        }
        List<String> plain = Stream.of(names).map(NameMatch::plain).toList();
        return words.stream().allMatch(word -> plain.stream().anyMatch(name -> name.contains(word)));
    }

    /** Capital letters first, because some letters, such as ß, are equal to others as capitals only. */
    private static String plain(String text) {
        String small = text.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
        return MARKS.matcher(Normalizer.normalize(small, Normalizer.Form.NFKD)).replaceAll("");
    }
}
