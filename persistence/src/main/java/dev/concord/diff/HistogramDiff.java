package dev.concord.diff;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/**
 * Compares two lists of token numbers by the histogram algorithm, which extends Bram Cohen's patience diff: of the runs
 * both lists have, it keeps the longest of those with the rarest token, and then compares what is in front of it and
 * what is behind it in the same way. It makes the choices of JGit's {@code HistogramDiff} and of
 * {@code git diff --histogram} where several runs are equally good, so that merges have the same result.
 */
final class HistogramDiff {
    /** A token that occurs more often is not used to align the texts. */
    private static final int MOST_OCCURRENCES = 64;
    /**
     * How many tokens are examined in all, a fraction of a second's work; regions not compared by then count as
     * different.
     */
    private static final long MOST_EXAMINED = 20_000_000;

    /** The place of a token that is nowhere. */
    private static final int NONE = -1;

    private final int[] old;
    private final int[] now;
    /** For each number in the current region: how often it occurs in the old text, and its first position. */
    private final int[] counts;

    private final int[] firsts;
    /** For each old token: the position of the next equal one, or {@link #NONE}. */
    private final int[] nexts;

    private final List<Edit> edits = new ArrayList<>();
    private final Deque<Edit> open = new ArrayDeque<>();
    private final long mostExamined;
    private long examined;

    private HistogramDiff(int[] old, int[] now, int numbers, long mostExamined) {
        this.old = old;
        this.now = now;
        this.mostExamined = mostExamined;
        counts = new int[numbers];
        firsts = new int[numbers];
        nexts = new int[old.length];
        Arrays.fill(firsts, NONE);
    }

    /**
     * Returns what differs, in order.
     *
     * @param numbers above all numbers in the lists
     */
    static List<Edit> edits(int[] old, int[] now, int numbers) {
        return edits(old, now, numbers, MOST_EXAMINED);
    }

    /**
     * Returns what differs, in order.
     *
     * @param numbers above all numbers in the lists
     * @param mostExamined how many tokens to examine before what is left counts as different
     */
    static List<Edit> edits(int[] old, int[] now, int numbers, long mostExamined) {
        int head = Arrays.mismatch(old, now);
        if (head < 0) {
            return List.of();
        }
        int oldEnd = old.length;
        int newEnd = now.length;
        while (oldEnd > head && newEnd > head && old[oldEnd - 1] == now[newEnd - 1]) {
            oldEnd--;
            newEnd--;
        }
        Edit middle = new Edit(head, oldEnd, head, newEnd);
        if (middle.isInsertion() || middle.isDeletion()) {
            return List.of(middle);
        }
        return new HistogramDiff(old, now, numbers, mostExamined).split(middle);
    }

    private List<Edit> split(Edit whole) {
        open.push(whole);
        while (!open.isEmpty()) {
            Edit region = open.pop();
            boolean settled = region.isInsertion() || region.isDeletion() || examined > mostExamined;
            if (settled) {
                edits.add(region);
            } else {
                split(region, counted(region));
            }
        }
        return EditSliding.down(edits, old, now);
    }

    private void split(Edit region, Run kept) {
        if (kept.common() && kept.occurrences() > MOST_OCCURRENCES) {
            edits.addAll(MyersDiff.edits(old, now, region));
        } else if (kept.common()) {
            // What is in front of the run is taken first, so that the edits are found in order.
            push(new Edit(
                    kept.start() + kept.length(), region.end(), kept.newStart() + kept.length(), region.newEnd()));
            push(new Edit(region.start(), kept.start(), region.newStart(), kept.newStart()));
        } else {
            edits.add(region);
        }
    }

    private void push(Edit region) {
        if (!region.isInsertion() || !region.isDeletion()) {
            open.push(region);
        }
    }

    /** Counts the region's tokens, finds the run to keep, and resets the counts. */
    private Run counted(Edit region) {
        examined += region.end() - region.start() + region.newEnd() - region.newStart();
        for (int i = region.end() - 1; i >= region.start(); i--) {
            nexts[i] = firsts[old[i]];
            firsts[old[i]] = i;
            counts[old[i]]++;
        }
        Run kept = longest(region);
        for (int i = region.start(); i < region.end(); i++) {
            firsts[old[i]] = NONE;
            counts[old[i]] = 0;
        }
        return kept;
    }

    private Run longest(Edit region) {
        Run best = new Run(0, 0, 0, MOST_OCCURRENCES + 1, false);
        boolean common = false;
        int at = region.newStart();
        while (at < region.newEnd()) {
            int count = counts[now[at]];
            common |= count > 0;
            int next = at + 1;
            if (count <= best.occurrences()) {
                int start = firsts[now[at]];
                while (start != NONE) {
                    Run run = around(region, start, at);
                    next = Math.max(next, run.newStart() + run.length());
                    if (run.length() > best.length() || run.occurrences() < best.occurrences()) {
                        best = run;
                    }
                    int end = run.start() + run.length();
                    start = nexts[start];
                    while (start != NONE && start < end) {
                        start = nexts[start];
                    }
                }
            }
            at = next;
        }
        return new Run(best.start(), best.newStart(), best.length(), best.occurrences(), common);
    }

    /** Returns the longest run around two equal tokens. */
    private Run around(Edit region, int oldAt, int newAt) {
        int rarest = counts[old[oldAt]];
        int start = oldAt;
        int newStart = newAt;
        while (start > region.start() && newStart > region.newStart() && old[start - 1] == now[newStart - 1]) {
            start--;
            newStart--;
            rarest = Math.min(rarest, counts[old[start]]);
        }
        int end = oldAt + 1;
        int newEnd = newAt + 1;
        while (end < region.end() && newEnd < region.newEnd() && old[end] == now[newEnd]) {
            rarest = Math.min(rarest, counts[old[end]]);
            end++;
            newEnd++;
        }
        examined += end - start;
        return new Run(start, newStart, end - start, rarest, false);
    }

    /**
     * A run of tokens both sides have.
     *
     * @param occurrences how often its rarest token occurs in the old text
     * @param common whether the sides have any token in common, even one too frequent to align at
     */
    private record Run(int start, int newStart, int length, int occurrences, boolean common) {}
}
