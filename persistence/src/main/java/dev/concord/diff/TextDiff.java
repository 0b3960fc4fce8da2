package dev.concord.diff;

import dev.concord.diff.Span.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Two texts compared word by word, or line by line if they are too long or too different for words. The spans that are
 * equal or removed, joined, are exactly the text before; those equal or added, joined, are exactly the text after.
 *
 * @param spans in reading order; what a change removed precedes what it added
 */
public record TextDiff(List<Span> spans) {
    /** The longest text, in UTF-16 units, compared by words. */
    static final int LONGEST_BY_WORD = 100_000;

    public TextDiff {
        spans = List.copyOf(spans);
    }

    /** Compares two texts. Texts too large to be compared by line count as removed and added as a whole. */
    public static TextDiff of(String before, String after) {
        boolean shortEnough = Math.max(before.length(), after.length()) <= LONGEST_BY_WORD;
        return (shortEnough ? byWord(before, after) : Optional.<TextDiff>empty())
                .orElseGet(() -> byLine(before, after));
    }

    /** The text before. */
    public String before() {
        return without(Kind.ADDED);
    }

    /** The text after. */
    public String after() {
        return without(Kind.REMOVED);
    }

    private String without(Kind kind) {
        return spans.stream()
                .filter(span -> span.kind() != kind)
                .map(Span::text)
                .collect(Collectors.joining());
    }

    private static Optional<TextDiff> byWord(String before, String after) {
        List<String> words = Words.of(before);
        // A replaced phrase is easier to read than each of its words replaced.
        return Alignment.of(words, Words.of(after)).map(hunks -> of(words, Hunk.joined(words, hunks, List.of(" "))));
    }

    private static TextDiff byLine(String before, String after) {
        LineDiff lines = LineDiff.of(before, after);
        return of(lines.before(), lines.hunks());
    }

    private static TextDiff of(List<String> before, List<Hunk> hunks) {
        List<Span> spans = new ArrayList<>();
        int done = 0;
        for (Hunk hunk : hunks) {
            add(spans, Kind.EQUAL, before.subList(done, hunk.beforeLine()));
            add(spans, Kind.REMOVED, hunk.before());
            add(spans, Kind.ADDED, hunk.after());
            done = hunk.beforeLine() + hunk.before().size();
        }
        add(spans, Kind.EQUAL, before.subList(done, before.size()));
        return new TextDiff(spans);
    }

    private static void add(List<Span> spans, Kind kind, List<String> pieces) {
        if (!pieces.isEmpty()) {
            spans.add(new Span(kind, String.join("", pieces)));
        }
    }
}
