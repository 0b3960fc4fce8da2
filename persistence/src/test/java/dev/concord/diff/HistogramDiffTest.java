package dev.concord.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.eclipse.jgit.diff.RawText;
import org.eclipse.jgit.diff.RawTextComparator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What differs between two lists, against what JGit finds. */
class HistogramDiffTest {

    /** So few tokens that none is too frequent to align at, where JGit goes on with an algorithm of its own. */
    @ParameterizedTest(name = "{0} tokens, {1} different")
    @CsvSource({"4, 2", "8, 3", "12, 5", "30, 6", "50, 40"})
    void theEditsAreThoseOfJGit(int most, int different) {
        Random random = new Random(4711L + most);
        for (int i = 0; i < 400; i++) {
            int[] old = tokens(random, most, different);
            int[] now = tokens(random, most, different);
            assertThat(HistogramDiff.edits(old, now, different))
                    .as("%s to %s", Arrays.toString(old), Arrays.toString(now))
                    .isEqualTo(byJGit(old, now));
        }
    }

    /** Each token is there a hundred times and more. */
    @ParameterizedTest
    @CsvSource({"1", "2", "3"})
    void listsOfFrequentTokensAreComparedToo(int different) {
        Random random = new Random(4711L + different);
        for (int i = 0; i < 20; i++) {
            int[] old = tokens(random, 400, different);
            int[] now = changed(old, random, different);
            List<Edit> edits = HistogramDiff.edits(old, now, different + 1);
            assertThat(applied(old, now, edits)).isEqualTo(now);
            assertThat(edits.stream()
                            .mapToInt(edit -> edit.end() - edit.start())
                            .sum())
                    .isLessThanOrEqualTo(60);
        }
    }

    /** Runs of tokens that are there again and again. */
    @Test
    void ofTheRunsOfRepeatedTokensTheSameIsKeptAsByJGit() {
        for (int[] old : List.of(new int[] {1, 0, 1, 0}, new int[] {0, 1, 1, 1, 0}, new int[] {0, 1, 1, 0})) {
            for (int[] now :
                    List.of(new int[] {0, 1, 0, 1, 0, 1}, new int[] {1, 1, 0, 1, 1}, new int[] {1, 0, 1}, old)) {
                assertThat(HistogramDiff.edits(old, now, 2)).isEqualTo(byJGit(old, now));
            }
        }
    }

    /** A token that is there 64 times is the most frequent to align at. */
    @Test
    void aTokenThatIsNotTooFrequentIsAlignedAtAsByJGit() {
        Random random = new Random(4711L);
        for (int i = 0; i < 20; i++) {
            int[] old = amongOthers(random, 64, 1);
            int[] now = amongOthers(random, 70, 2);
            assertThat(HistogramDiff.edits(old, now, 3)).isEqualTo(byJGit(old, now));
        }
    }

    /**
     * Between the 9s, ten tokens are examined and both that the texts have in common; then the two in front of 0, and then
     * what is behind it.
     */
    @Test
    void whatIsNotComparedInTimeDiffersAsAWhole() {
        int[] old = {9, 1, 0, 2, 5, 9};
        int[] now = {9, 3, 0, 4, 5, 6, 7, 9};
        assertThat(HistogramDiff.edits(old, now, 10, 10 + 2 + 2))
                .containsExactly(new Edit(1, 2, 1, 2), new Edit(3, 4, 3, 4), new Edit(5, 5, 5, 7));
        assertThat(HistogramDiff.edits(old, now, 10, 10 + 2 + 1))
                .containsExactly(new Edit(1, 2, 1, 2), new Edit(3, 5, 3, 7));
    }

    @Test
    void equalListsHaveNoEditAndListsWithNothingInCommonHaveOne() {
        int[] some = {0, 1, 2};
        assertThat(HistogramDiff.edits(some, some.clone(), 3)).isEmpty();
        assertThat(HistogramDiff.edits(some, new int[] {3, 4}, 5)).containsExactly(new Edit(0, 3, 0, 2));
        assertThat(HistogramDiff.edits(some, new int[0], 3)).containsExactly(new Edit(0, 3, 0, 0));
        assertThat(HistogramDiff.edits(new int[0], some, 3)).containsExactly(new Edit(0, 0, 0, 3));
    }

    private static List<Edit> byJGit(int[] old, int[] now) {
        return new org.eclipse.jgit.diff.HistogramDiff()
                .diff(RawTextComparator.DEFAULT, raw(old), raw(now)).stream()
                        .map(edit -> new Edit(edit.getBeginA(), edit.getEndA(), edit.getBeginB(), edit.getEndB()))
                        .toList();
    }

    private static RawText raw(int[] tokens) {
        return new RawText(Arrays.stream(tokens)
                .mapToObj(token -> token + "\n")
                .collect(Collectors.joining())
                .getBytes(StandardCharsets.US_ASCII));
    }

    private static int[] tokens(Random random, int most, int different) {
        return random.ints(random.nextInt(most / 2, most + 1), 0, different).toArray();
    }

    /** Returns the token 0 so many times, with others in front, between and behind. */
    private static int[] amongOthers(Random random, int times, int other) {
        IntStream between = IntStream.range(0, times)
                .flatMap(_ -> random.nextInt(3) == 0 ? IntStream.of(other, 0) : IntStream.of(0));
        return IntStream.concat(IntStream.of(other), IntStream.concat(between, IntStream.of(other)))
                .toArray();
    }

    private static int[] changed(int[] old, Random random, int different) {
        List<Integer> now = new ArrayList<>(Arrays.stream(old).boxed().toList());
        for (int i = 0; i < 5; i++) {
            now.remove(/* index */ random.nextInt(now.size()));
            now.add(random.nextInt(now.size()), random.nextInt(different + 1));
        }
        return now.stream().mapToInt(token -> token).toArray();
    }

    private static int[] applied(int[] old, int[] now, List<Edit> edits) {
        List<Integer> all = new ArrayList<>();
        int at = 0;
        for (Edit edit : edits) {
            assertThat(edit.start()).isGreaterThanOrEqualTo(at);
            Arrays.stream(old, at, edit.start()).forEach(all::add);
            assertThat(all).hasSize(edit.newStart());
            Arrays.stream(now, edit.newStart(), edit.newEnd()).forEach(all::add);
            at = edit.end();
        }
        Arrays.stream(old, at, old.length).forEach(all::add);
        return all.stream().mapToInt(token -> token).toArray();
    }
}
