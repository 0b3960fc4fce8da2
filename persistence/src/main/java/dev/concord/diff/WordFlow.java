package dev.concord.diff;

import java.util.Arrays;
import java.util.List;

/**
 * Which lines of a side have the words of which lines of the base. Lines are cut apart on both sides at the same place
 * only where no word is on different sides of the cut: a word that was carried over to another line is one change, and
 * half of it would be lost.
 */
final class WordFlow {
    /** For each line of the side and the one behind the last: the first line of the base that may follow a cut there. */
    private final int[] least;
    /** For each line of the side and the one behind the last: the last line of the base that may follow a cut there. */
    private final int[] most;

    private WordFlow(int[] least, int[] most) {
        this.least = least;
        this.most = most;
    }

    /**
     * Compares the words of some lines.
     *
     * @param oldLines how many lines the base has
     * @param lines how many lines the side has
     */
    static WordFlow of(String base, int oldLines, String side, int lines) {
        Vocabulary words = new Vocabulary();
        SpacedWords old = SpacedWords.of(base, words);
        SpacedWords now = SpacedWords.of(side, words);
        SpacelessTokens spaceless = new SpacelessTokens(words);
        List<Edit> edits = HistogramDiff.edits(spaceless.of(old.numbers()), spaceless.of(now.numbers()), words.size());
        int[] least = new int[lines + 1];
        int[] most = new int[lines + 1];
        Arrays.fill(most, oldLines);
        int[] oldLine = old.lines();
        int[] line = now.lines();
        int from = 0;
        int nowFrom = 0;
        for (Edit edit : edits) {
            same(oldLine, from, line, nowFrom, edit.start() - from, least, most);
            from = edit.end();
            nowFrom = edit.newEnd();
        }
        same(oldLine, from, line, nowFrom, oldLine.length - from, least, most);
        for (int i = 1; i <= lines; i++) {
            least[i] = Math.max(least[i], least[i - 1]);
        }
        for (int i = lines - 1; i >= 0; i--) {
            most[i] = Math.min(most[i], most[i + 1]);
        }
        return new WordFlow(least, most);
    }

    private static void same(int[] oldLine, int from, int[] line, int nowFrom, int count, int[] least, int[] most) {
        for (int i = 0; i < count; i++) {
            int old = oldLine[from + i];
            int now = line[nowFrom + i];
            least[now + 1] = Math.max(least[now + 1], old + 1);
            most[now] = Math.min(most[now], old);
        }
    }

    /** Returns the first line of the base that may stand behind a cut in front of a line of the side. */
    int least(int line) {
        return least[line];
    }

    /** Returns the last line of the base that may stand behind a cut in front of a line of the side. */
    int most(int line) {
        return most[line];
    }
}
