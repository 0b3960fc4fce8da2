package dev.concord.diff;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A text cut into words and the white space between them. A word is what stands between white space. There is white
 * space, which may be empty, in front of every word and behind the last one.
 */
final class SpacedWords {
    private final String text;
    /** Where each word starts; the last element is the length of the text. */
    private final int[] starts;
    /** Where the word before each word ends; the first element is zero. */
    private final int[] ends;

    private final int[] numbers;

    private SpacedWords(String text, int[] starts, int[] ends, int[] numbers) {
        this.text = text;
        this.starts = starts;
        this.ends = ends;
        this.numbers = numbers;
    }

    static SpacedWords of(String text, Vocabulary vocabulary) {
        int[] starts = new int[16];
        int[] ends = new int[16];
        int[] numbers = new int[16];
        int size = 0;
        int at = next(text, 0, true);
        while (at < text.length()) {
            int end = next(text, at, false);
            if (size + 1 == starts.length) {
                starts = Arrays.copyOf(starts, 2 * starts.length);
                ends = Arrays.copyOf(ends, 2 * ends.length);
                numbers = Arrays.copyOf(numbers, 2 * numbers.length);
            }
            starts[size] = at;
            numbers[size] = vocabulary.number(text, at, end);
            size++;
            ends[size] = end;
            at = next(text, end, true);
        }
        starts[size] = text.length();
        return new SpacedWords(text, starts, ends, Arrays.copyOf(numbers, size));
    }

    /** Returns the first position from another on that is not white space, or that is. */
    private static int next(String text, int from, boolean word) {
        int at = from;
        while (at < text.length() && Spacing.isSpace(text.charAt(at)) == word) {
            at++;
        }
        return at;
    }

    int size() {
        return numbers.length;
    }

    /** Returns the words' numbers; the array must not be changed. */
    int[] numbers() {
        return numbers;
    }

    String word(int index) {
        return text.substring(starts[index], ends[index + 1]);
    }

    /** Returns the white space in front of a word, or behind the last one. */
    String gap(int index) {
        return text.substring(ends[index], starts[index]);
    }

    /** Returns some words with the white space in front of them, between them and behind them. */
    String withGaps(int from, int to) {
        return text.substring(ends[from], starts[to]);
    }

    /** Returns some words with one space between. */
    String joined(int from, int to) {
        return IntStream.range(from, to).mapToObj(this::word).collect(Collectors.joining(" "));
    }

    /** Whether a word is the first of its line; what is behind the last word always is. */
    boolean startsLine(int index) {
        return index == 0 || index == numbers.length || gap(index).indexOf('\n') >= 0;
    }

    /** Returns for each word how many lines end in front of it. */
    int[] lines() {
        int[] lines = new int[numbers.length];
        int line = 0;
        for (int i = 0; i < lines.length; i++) {
            line += (int) gap(i).chars().filter(c -> c == '\n').count();
            lines[i] = line;
        }
        return lines;
    }
}
