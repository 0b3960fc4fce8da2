package dev.concord.diff;

import java.util.ArrayList;
import java.util.List;

/**
 * Two texts compared line by line.
 *
 * @param before the lines of the text before, line ends kept
 * @param hunks the runs of lines that differ, in order; a single one over everything where the texts are too long and
 *     too different to compare quickly
 */
public record LineDiff(List<String> before, List<Hunk> hunks) {

    public LineDiff {
        before = List.copyOf(before);
        hunks = List.copyOf(hunks);
    }

    /** Compares two texts. */
    public static LineDiff of(String before, String after) {
        List<String> old = lines(before);
        List<String> now = lines(after);
        return new LineDiff(old, Alignment.of(old, now).orElseGet(() -> List.of(new Hunk(0, old, 0, now))));
    }

    private static List<String> lines(String text) {
        List<String> lines = new ArrayList<>();
        int start = 0;
        while (start < text.length()) {
            int end = text.indexOf('\n', start);
            int next = end < 0 ? text.length() : end + 1;
            lines.add(text.substring(start, next));
            start = next;
        }
        return lines;
    }
}
