package dev.concord.diff;

import java.util.Arrays;

/** A text cut into lines. All of them joined are the text. */
final class Tokens {
    private final String text;
    /** Where each token starts; the last element is the length of the text. */
    private final int[] starts;

    private final int[] numbers;

    private Tokens(String text, int[] starts, int[] numbers) {
        this.text = text;
        this.starts = starts;
        this.numbers = numbers;
    }

    /** Cuts the text into lines, each with its line feed. */
    static Tokens lines(String text, Vocabulary vocabulary) {
        Cutter cutter = new Cutter(text, vocabulary);
        int start = 0;
        while (start < text.length()) {
            int feed = text.indexOf('\n', start);
            int end = feed < 0 ? text.length() : feed + 1;
            cutter.cut(end);
            start = end;
        }
        return cutter.tokens();
    }

    int size() {
        return numbers.length;
    }

    /** Returns the tokens' numbers; the array must not be changed. */
    int[] numbers() {
        return numbers;
    }

    /** Returns the text of the tokens from one position to another, exclusive. */
    String text(int from, int to) {
        return text.substring(starts[from], starts[to]);
    }

    /** Returns how many UTF-16 units the tokens from one position to another, exclusive, have. */
    int length(int from, int to) {
        return starts[to] - starts[from];
    }

    private static final class Cutter {
        private final String text;
        private final Vocabulary vocabulary;
        private int[] starts = new int[64];
        private int[] numbers = new int[64];
        private int size;

        Cutter(String text, Vocabulary vocabulary) {
            this.text = text;
            this.vocabulary = vocabulary;
        }

        void cut(int end) {
            numbers[size] = vocabulary.number(text, starts[size], end);
            size++;
            if (size == starts.length) {
                starts = Arrays.copyOf(starts, 2 * size);
                numbers = Arrays.copyOf(numbers, 2 * size);
            }
            starts[size] = end;
        }

        Tokens tokens() {
            return new Tokens(text, Arrays.copyOf(starts, size + 1), Arrays.copyOf(numbers, size));
        }
    }
}
