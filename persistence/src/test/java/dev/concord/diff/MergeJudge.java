package dev.concord.diff;

import dev.concord.diff.EditedText.Word;
import dev.concord.diff.Piece.Kind;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Decides from the edits that were made, not from a comparison of texts, whether a merge without conflicts holds all
 * changes of both sides: which words are there, how often, beside which others, and with what white space between.
 */
final class MergeJudge {
    /** Stands for the start and the end of a text. */
    private static final int START = -1;

    private static final int END = -2;
    /** A word that a text has several times, so that its identity cannot be seen in the result. */
    private static final int COMMON = -3;
    /** The first number of words that somebody typed. */
    private static final int TYPED = 100_000;
    /** The first number of words that both sides typed. */
    private static final int BLOCK_WORDS = 300_000;

    private final EditCase edits;
    private final boolean exact;
    private final TextMerge merge;
    private final Set<String> common = new HashSet<>();
    private final Map<String, Integer> ids = new HashMap<>();
    private final Map<Integer, String> texts = new HashMap<>();

    private MergeJudge(EditCase edits, TextMerge merge, boolean exact) {
        this.edits = edits;
        this.merge = merge;
        this.exact = exact;
        for (EditedText text : List.of(edits.base(), edits.theirs(), edits.mine())) {
            for (Word word : text.words()) {
                String form = composed(word.text());
                texts.put(word.id(), form);
                Integer known = ids.putIfAbsent(form, word.id());
                if (known != null && known != word.id()) {
                    common.add(form);
                }
            }
        }
    }

    /** What is wrong with a merge; empty when nothing is, or when a person has to decide. */
    static Optional<String> problem(EditCase edits, TextMerge merge, boolean exact) {
        return merge.merged().flatMap(merged -> new MergeJudge(edits, merge, exact).problem(merged));
    }

    /** A text as positions of words, each with the gap behind it. The first gap is that in front of the first word. */
    private record Line(List<Integer> ids, List<String> texts, List<String> gaps, Map<Integer, Integer> places) {
        static Line of(List<Integer> ids, List<String> texts, List<String> gaps) {
            Map<Integer, Integer> places = new HashMap<>();
            for (int i = 0; i < ids.size(); i++) {
                if (ids.get(i) != COMMON) {
                    places.put(ids.get(i), i);
                }
            }
            return new Line(ids, texts, gaps, places);
        }

        boolean typedByBoth(int at) {
            return ids.get(at) >= BLOCK_WORDS;
        }

        boolean has(int at, int id) {
            return at < ids.size() && ids.get(at) == id;
        }

        boolean isLine(int at, int length) {
            return startsLine(at) && endsLine(at + length - 1);
        }

        /** Whether these are all words that were put in at a place. */
        boolean isAll(int at, int length, Set<Integer> moved) {
            int before = ids.get(at - 1);
            int after = ids.get(at + length);
            return before < TYPED && after < TYPED && !moved.contains(before) && !moved.contains(after);
        }

        /** Whether what is around some words was not changed. */
        boolean isPutIn(int at, int length, Set<Integer> moved) {
            int before = ids.get(at - 1);
            int after = ids.get(at + length);
            return isAll(at, length, moved) && (before == START ? after == 0 : after == END || after == before + 1);
        }

        /** How many lines end behind a word; -1 when there is no such word. */
        int feedsBehind(int id) {
            Integer at = places.get(id);
            return at == null ? -1 : EditedText.feeds(gaps.get(at));
        }

        int feedsBefore(int id) {
            Integer at = places.get(id);
            return at == null || at == 0 ? -1 : EditedText.feeds(gaps.get(at - 1));
        }

        boolean startsLine(int at) {
            return at == 1 || endsLine(at - 1);
        }

        boolean endsLine(int at) {
            return at == ids.size() - 2 || gaps.get(at).contains("\n");
        }

        long count(int id) {
            return ids.stream().filter(other -> other == id).count();
        }
    }

    private Optional<String> problem(String merged) {
        Line base = line(edits.base());
        Line theirs = line(edits.theirs());
        Line mine = line(edits.mine());
        Line result = parsed(merged);
        return words(base, theirs, mine, result)
                .or(() -> respaced(merged))
                .or(() -> commonWords(merged))
                .or(() -> neighbours(base, theirs, mine, result))
                .or(() -> spacing(base, theirs, mine, result));
    }

    private Optional<String> words(Line base, Line theirs, Line mine, Line result) {
        Set<Integer> blocks = blocks(theirs, mine, edits.moved());
        for (int id : result.ids()) {
            if (id == COMMON - 1) {
                return Optional.of("a word nobody typed");
            }
        }
        for (int id : ids.values()) {
            if (common.contains(textOf(id))) {
                continue;
            }
            long there = result.count(id);
            boolean their = theirs.count(id) > 0;
            boolean my = mine.count(id) > 0;
            boolean expected = base.count(id) > 0 ? their && my : their || my;
            long most = base.count(id) == 0 && their && my && !blocks.contains(id) ? 2 : 1;
            if (expected ? there < 1 || there > most : there != 0) {
                return Optional.of("word " + textOf(id) + " is there " + there + " times");
            }
        }
        return Optional.empty();
    }

    /**
     * Words of a block that both sides put in: a line, or all of what one side put in at a place if it is three words
     * or more. Shorter phrases may be needed twice, and so may a short line in the place of another.
     */
    private static Set<Integer> blocks(Line theirs, Line mine, Set<Integer> moved) {
        Set<Integer> blocks = new HashSet<>();
        Map<Integer, Integer> places = mine.places();
        for (int start = 1; start < theirs.ids().size() - 1; start++) {
            Integer other = places.get(theirs.ids().get(start));
            int length = 0;
            while (other != null
                    && theirs.typedByBoth(start + length)
                    && mine.has(other + length, theirs.ids().get(start + length))) {
                length++;
                boolean line = theirs.isLine(start, length) && mine.isLine(other, length);
                boolean putIn = theirs.isPutIn(start, length, moved) || mine.isPutIn(other, length, moved);
                boolean whole = theirs.isAll(start, length, moved) || mine.isAll(other, length, moved);
                if (length >= 3 ? line || whole : line && putIn) {
                    blocks.addAll(theirs.ids().subList(start, start + length));
                }
            }
        }
        return blocks;
    }

    /** Where one side changed the white space only, the words are those of the other. */
    private Optional<String> respaced(String merged) {
        List<String> base = split(edits.base());
        List<String> theirs = split(edits.theirs());
        List<String> mine = split(edits.mine());
        List<String> result = split(parsedText(merged));
        boolean lost = (theirs.equals(base) && !result.equals(mine)) || (mine.equals(base) && !result.equals(theirs));
        return lost ? Optional.of("not the words of the side that changed words") : Optional.empty();
    }

    private static List<String> split(EditedText text) {
        return text.words().stream().map(word -> composed(word.text())).toList();
    }

    /** Of a word that is there several times, only the number is known: each side's change to it must be in it. */
    private Optional<String> commonWords(String merged) {
        for (String word : common) {
            long base = count(edits.base().text(), word);
            long their = count(edits.theirs().text(), word) - base;
            long my = count(edits.mine().text(), word) - base;
            long there = count(merged, word) - base;
            long least = their >= 0 && my >= 0 ? Math.max(their, my) : their + my;
            long most = their <= 0 && my <= 0 ? Math.min(their, my) : their + my;
            long both = bothDeleted(word);
            if (there < least || there > most + ((their > 0) == (my > 0) ? 0 : both)) {
                return Optional.of("common word " + word + ": " + there);
            }
        }
        return Optional.empty();
    }

    private long bothDeleted(String word) {
        return edits.base().words().stream()
                .filter(old -> composed(old.text()).equals(word))
                .filter(old -> edits.theirs().words().stream().noneMatch(one -> one.id() == old.id()))
                .filter(old -> edits.mine().words().stream().noneMatch(one -> one.id() == old.id()))
                .count();
    }

    /** Two words side by side: a side that moved them apart, or put something between them, did so in the result. */
    private Optional<String> neighbours(Line base, Line theirs, Line mine, Line result) {
        Set<Long> old = pairs(base);
        Set<Long> their = pairs(theirs);
        Set<Long> my = pairs(mine);
        for (int i = 0; i + 1 < result.ids().size(); i++) {
            int left = result.ids().get(i);
            int right = result.ids().get(i + 1);
            if (left == COMMON || right == COMMON) {
                continue;
            }
            long pair = pair(left, right);
            boolean paragraphs = EditedText.feeds(result.gaps().get(i)) > 1;
            boolean parted = !their.contains(pair) || !my.contains(pair);
            // Where one moved each of two paragraphs away, they may come to stand side by side again.
            boolean again = paragraphs && !their.contains(pair) && !my.contains(pair);
            if (old.contains(pair) && parted && !again) {
                return Optional.of("still side by side: " + textOf(left) + " " + textOf(right));
            }
            if (!paragraphs
                    && !their.contains(pair)
                    && !my.contains(pair)
                    && !follows(left, right, theirs, mine, result)) {
                return Optional.of("side by side on no side: " + textOf(left) + " " + textOf(right));
            }
        }
        return Optional.empty();
    }

    /** Whether a word follows another on one side, without the words the other side took out. */
    private static boolean follows(int left, int right, Line theirs, Line mine, Line result) {
        Set<Integer> kept = new HashSet<>(result.ids());
        return follows(left, right, theirs, kept) || follows(left, right, mine, kept);
    }

    private static boolean follows(int left, int right, Line side, Set<Integer> kept) {
        Integer at = side.places().get(left);
        if (at == null) {
            return false;
        }
        int next = at + 1;
        while (next < side.ids().size() && !kept.contains(side.ids().get(next))) {
            next++;
        }
        return next < side.ids().size() && side.ids().get(next) == right;
    }

    /** White space between two words, and the Unicode form of words. */
    private Optional<String> spacing(Line base, Line theirs, Line mine, Line result) {
        boolean dropped = merge.pieces().stream().anyMatch(piece -> piece.kind() == Kind.SPACING);
        if (dropped && !exact) {
            return Optional.empty();
        }
        for (int i = 0; i + 1 < result.ids().size(); i++) {
            int left = result.ids().get(i);
            int right = result.ids().get(i + 1);
            boolean twice = left >= BLOCK_WORDS || right >= BLOCK_WORDS;
            if (left == COMMON || right == COMMON || twice) {
                continue;
            }
            String gap = result.gaps().get(i);
            boolean gapAllowed = allowed(gap(base, left, right), gap(theirs, left, right), gap(mine, left, right), gap)
                    || composedOf(theirs, mine, left, right, gap)
                    || composedOf(mine, theirs, left, right, gap)
                    || emptyLines(base, theirs, mine, left, right, gap);
            if (!gapAllowed) {
                return Optional.of("white space behind " + textOf(left));
            }
            if (left >= 0
                    && !allowed(
                            form(base, left),
                            form(theirs, left),
                            form(mine, left),
                            result.texts().get(i))) {
                return Optional.of("form of " + textOf(left));
            }
        }
        return Optional.empty();
    }

    /** Whether one side changed the end of the line, and the other how far the next line is indented. */
    private boolean composedOf(Line one, Line other, int left, int right, String result) {
        Integer behind = one.places().get(left);
        Integer before = other.places().get(right);
        if (behind == null || before == null || before == 0) {
            return false;
        }
        String first = one.gaps().get(behind);
        String second = other.gaps().get(before - 1);
        boolean lines = (left == START || first.contains("\n")) && (before == 1 || second.contains("\n"));
        boolean prose = !exact && (same(first, result) || same(second, result));
        return prose
                || (lines
                        && same(
                                first.substring(0, first.lastIndexOf('\n') + 1)
                                        + second.substring(second.lastIndexOf('\n') + 1),
                                result));
    }

    /** Whether the empty lines of both sides are there, or the end of a last line that had none. */
    private static boolean emptyLines(Line base, Line theirs, Line mine, int left, int right, String result) {
        boolean there = gap(theirs, left, right).isPresent();
        Line changed = there ? theirs : mine;
        Line other = there ? mine : theirs;
        String gap = gap(changed, left, right).orElse("");
        int behind = base.feedsBehind(left);
        int before = base.feedsBefore(right);
        int more = Math.max(
                behind < 0 ? 0 : other.feedsBehind(left) - behind, before < 0 ? 0 : other.feedsBefore(right) - before);
        boolean ended = EditedText.feeds(gap) == 0 || other.feedsBehind(left) == 0;
        return (ended && EditedText.feeds(result) == 1)
                || (more > 0 && EditedText.feeds(result) == EditedText.feeds(gap) + more);
    }

    private boolean allowed(Optional<String> base, Optional<String> theirs, Optional<String> mine, String result) {
        if (theirs.isEmpty() && mine.isEmpty()) {
            return true;
        }
        if (theirs.isEmpty() || mine.isEmpty()) {
            return same(theirs.or(() -> mine).orElseThrow(), result);
        }
        String their = theirs.get();
        String my = mine.get();
        if (their.equals(my) || base.map(my::equals).orElse(false)) {
            return same(their, result);
        }
        if (base.map(their::equals).orElse(false)) {
            return same(my, result);
        }
        int feeds = EditedText.feeds(their) + EditedText.feeds(my) - EditedText.feeds(base.orElse(""));
        return !exact && (same(their, result) || same(my, result) || (feeds > 1 && EditedText.feeds(result) == feeds));
    }

    /** In prose, the line ends that one side converted everywhere are those of the whole result. */
    private boolean same(String expected, String result) {
        return expected.equals(result)
                || merge.lineEnd()
                        .map(end -> end.applied(expected).equals(end.applied(result)))
                        .orElse(false);
    }

    private static Optional<String> gap(Line line, int left, int right) {
        Integer at = line.places().get(left);
        return at == null || at + 1 >= line.ids().size() || line.ids().get(at + 1) != right
                ? Optional.empty()
                : Optional.of(line.gaps().get(at));
    }

    private static Optional<String> form(Line line, int id) {
        return Optional.ofNullable(line.places().get(id)).map(at -> line.texts().get(at));
    }

    private Line line(EditedText text) {
        List<Integer> numbers = new ArrayList<>(List.of(START));
        List<String> texts = new ArrayList<>(List.of(""));
        List<String> gaps = new ArrayList<>(List.of(text.lead()));
        for (Word word : text.words()) {
            numbers.add(common.contains(composed(word.text())) ? COMMON : word.id());
            texts.add(word.text());
            gaps.add(word.gap());
        }
        numbers.add(END);
        texts.add("");
        gaps.add("");
        return Line.of(numbers, texts, gaps);
    }

    private Line parsed(String text) {
        return line(parsedText(text));
    }

    private EditedText parsedText(String text) {
        List<Word> words = new ArrayList<>();
        int at = 0;
        while (at < text.length() && Spacing.isSpace(text.charAt(at))) {
            at++;
        }
        String lead = text.substring(0, at);
        while (at < text.length()) {
            int end = at;
            while (end < text.length() && !Spacing.isSpace(text.charAt(end))) {
                end++;
            }
            int next = end;
            while (next < text.length() && Spacing.isSpace(text.charAt(next))) {
                next++;
            }
            String word = text.substring(at, end);
            words.add(new Word(ids.getOrDefault(composed(word), COMMON - 1), word, text.substring(end, next)));
            at = next;
        }
        return new EditedText(lead, words);
    }

    private static Set<Long> pairs(Line line) {
        Set<Long> pairs = new HashSet<>();
        for (int i = 0; i + 1 < line.ids().size(); i++) {
            pairs.add(pair(line.ids().get(i), line.ids().get(i + 1)));
        }
        return pairs;
    }

    private static long pair(int left, int right) {
        return ((long) left << 32) | (right & 0xFFFFFFFFL);
    }

    private static long count(String text, String word) {
        return List.of(composed(text).split("\\s+")).stream()
                .filter(word::equals)
                .count();
    }

    private String textOf(int id) {
        return texts.getOrDefault(id, id == START ? "(start)" : "(end)");
    }

    private static String composed(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC);
    }
}
