package dev.concord.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A text as words that keep their identity while the text is edited, so that a test knows what an edit did without
 * comparing texts. Immutable: every edit returns another text.
 *
 * @param lead the white space in front of the first word
 */
record EditedText(String lead, List<Word> words) {

    /**
     * A word and the white space behind it.
     *
     * @param id the same in every text that has this word; a word typed by a side has a number nobody else uses
     */
    record Word(int id, String text, String gap) {
        boolean endsLine() {
            return gap.contains("\n");
        }

        Word withGap(String other) {
            return new Word(id, text, other);
        }

        Word withText(String other) {
            return new Word(id, other, gap);
        }
    }

    EditedText {
        words = List.copyOf(words);
    }

    String text() {
        return words.stream().map(word -> word.text + word.gap).collect(Collectors.joining("", lead, ""));
    }

    int size() {
        return words.size();
    }

    /** Takes words out. The word in front of them ends the line when they ended it. */
    EditedText without(int from, int to) {
        List<Word> left = new ArrayList<>(words.subList(0, from));
        String lastGap = words.get(to - 1).gap();
        if (from > 0 && feeds(lastGap) > feeds(left.getLast().gap())) {
            left.add(left.removeLast().withGap(lastGap));
        }
        left.addAll(words.subList(to, words.size()));
        return new EditedText(lead, left);
    }

    /** Puts words into a line: behind the word before, or in front of the next one when that starts a line. */
    EditedText withWords(int at, List<Word> added, boolean endOfLine) {
        List<Word> all = new ArrayList<>(words.subList(0, at));
        List<Word> put = spaced(added);
        if (at > 0
                && (all.getLast().gap().isEmpty() || (endOfLine && all.getLast().endsLine()))) {
            Word before = all.removeLast();
            all.add(before.withGap(" "));
            put.add(put.removeLast().withGap(before.gap()));
        }
        all.addAll(put);
        all.addAll(words.subList(at, words.size()));
        return new EditedText(lead, all);
    }

    /** Puts a line, or several, in front of the word that starts a line. */
    EditedText withLines(int at, List<Word> added) {
        List<Word> all = new ArrayList<>(words.subList(0, at));
        if (at > 0 && !all.getLast().endsLine()) {
            all.add(all.removeLast().withGap("\n"));
        }
        List<Word> put = new ArrayList<>(added);
        if (!put.getLast().endsLine()) {
            put.add(put.removeLast().withGap("\n"));
        }
        if (at > 0 && feeds(all.getLast().gap()) > 1 && at == words.size()) {
            put.add(put.removeLast().withGap("\n"));
        }
        all.addAll(put);
        all.addAll(words.subList(at, words.size()));
        return new EditedText(lead, all);
    }

    EditedText with(int at, Word word) {
        List<Word> all = new ArrayList<>(words);
        all.set(at, word);
        return new EditedText(lead, all);
    }

    EditedText withLead(String other) {
        return new EditedText(other, words);
    }

    /** Where lines start: positions of words, the first one included. */
    List<Integer> lineStarts() {
        List<Integer> starts = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            if (i == 0 || words.get(i - 1).endsLine()) {
                starts.add(i);
            }
        }
        return starts;
    }

    /** Where paragraphs start, which have an empty line between them. */
    List<Integer> paragraphStarts() {
        List<Integer> starts = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            if (i == 0 || feeds(words.get(i - 1).gap()) > 1) {
                starts.add(i);
            }
        }
        return starts;
    }

    /** The first position behind a start that is in a list of starts, or the end of the text. */
    int after(List<Integer> starts, int position) {
        return starts.stream().filter(start -> start > position).findFirst().orElse(words.size());
    }

    static int feeds(String gap) {
        return (int) gap.chars().filter(c -> c == '\n').count();
    }

    private static List<Word> spaced(List<Word> added) {
        List<Word> put = new ArrayList<>();
        for (Word word : added) {
            put.add(word.withGap(" "));
        }
        return put;
    }
}
