package dev.concord.diff;

import java.util.Arrays;

/**
 * Gives tokens of texts numbers: equal tokens have the same number, so that numbers can be compared instead of texts.
 */
final class Vocabulary {
    private static final int FIRST_CAPACITY = 64;

    /** The numbers plus one, by hash; zero where there is none. A power of two, at most half full. */
    private int[] table = new int[2 * FIRST_CAPACITY];

    private String[] texts = new String[FIRST_CAPACITY];
    private int[] starts = new int[FIRST_CAPACITY];
    private int[] lengths = new int[FIRST_CAPACITY];
    private int[] hashes = new int[FIRST_CAPACITY];
    private int size;

    /** Returns how many different tokens there are. Their numbers are 0 to one less. */
    int size() {
        return size;
    }

    /** Returns the number of a token, the next one when it is new. */
    int number(String text, int start, int end) {
        int hash = hash(text, start, end);
        int slot = hash & (table.length - 1);
        while (table[slot] != 0) {
            int number = table[slot] - 1;
            if (hashes[number] == hash && same(number, text, start, end - start)) {
                return number;
            }
            slot = (slot + 1) & (table.length - 1);
        }
        table[slot] = size + 1;
        return add(text, start, end - start, hash);
    }

    /** Returns the token with a number. */
    String text(int number) {
        return texts[number].substring(starts[number], starts[number] + lengths[number]);
    }

    private boolean same(int number, String text, int start, int length) {
        return lengths[number] == length && texts[number].regionMatches(starts[number], text, start, length);
    }

    private int add(String text, int start, int length, int hash) {
        int number = size++;
        texts[number] = text;
        starts[number] = start;
        lengths[number] = length;
        hashes[number] = hash;
        if (size == texts.length) {
            grow();
        }
        return number;
    }

    private void grow() {
        int capacity = 2 * size;
        texts = Arrays.copyOf(texts, capacity);
        starts = Arrays.copyOf(starts, capacity);
        lengths = Arrays.copyOf(lengths, capacity);
        hashes = Arrays.copyOf(hashes, capacity);
        table = new int[2 * capacity];
        for (int number = 0; number < size; number++) {
            int slot = hashes[number] & (table.length - 1);
            while (table[slot] != 0) {
                slot = (slot + 1) & (table.length - 1);
            }
            table[slot] = number + 1;
        }
    }

    private static int hash(String text, int start, int end) {
        int hash = 0;
        for (int i = start; i < end; i++) {
            hash = 31 * hash + text.charAt(i);
        }
        // Lines that differ in their last character only must not occupy neighbouring slots of the table.
        hash *= 0x9E3779B9;
        return hash ^ hash >>> 16;
    }
}
