package dev.concord.diff;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A text with its own line ends beside the same text as an editor holds it, whose only line end is {@code \n}. Each line end that
 * an edit leaves alone stays what it was: {@code \r\n}, {@code \n} or {@code \r}. A new one becomes that of the line it divides.
 * Immutable.
 *
 * <pre>{@code
 * EditedLines.of("one\r\ntwo\nthree").replaced(3, 3, "!").text(); // "one!\r\ntwo\nthree"
 * }</pre>
 */
public final class EditedLines {
    private static final String RETURN_AND_FEED = "\r\n";
    private static final String RETURN = "\r";
    private static final String FEED = "\n";

    private final String shown;
    /** The line end that each {@code \n} of the shown text stands for. */
    private final List<String> ends;

    private EditedLines(String shown, List<String> ends) {
        this.shown = shown;
        this.ends = ends;
    }

    /** Begins with a text as stored. */
    public static EditedLines of(String text) {
        if (text.indexOf('\r') < 0) {
            return new EditedLines(text, feeds(text));
        }
        List<String> ends = new ArrayList<>();
        StringBuilder shown = new StringBuilder(text.length());
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '\r' && text.startsWith(FEED, at + 1)) {
                ends.add(RETURN_AND_FEED);
                at++;
            } else if (c == '\r' || c == '\n') {
                ends.add(c == '\r' ? RETURN : FEED);
            }
            shown.append(c == '\r' ? '\n' : c);
        }
        return new EditedLines(shown.toString(), List.copyOf(ends));
    }

    /** Returns the text as an editor holds it. */
    public String shown() {
        return shown;
    }

    /** Returns the text with its own line ends. */
    public String text() {
        if (ends.stream().allMatch(FEED::equals)) {
            return shown;
        }
        StringBuilder text = new StringBuilder(shown.length());
        int line = 0;
        boolean returned = false;
        for (int at = 0; at < shown.length(); at++) {
            char c = shown.charAt(at);
            if (c == '\n') {
                // After a lone return, a feed would not begin another line.
                String end = returned && ends.get(line).equals(FEED) ? RETURN : ends.get(line);
                text.append(end);
                returned = end.equals(RETURN);
                line++;
            } else {
                text.append(c);
                returned = false;
            }
        }
        return text.toString();
    }

    /**
     * Replaces a part of the shown text.
     *
     * @param start where the part begins
     * @param end where it ends
     * @param typed what takes its place
     */
    public EditedLines replaced(int start, int end, String typed) {
        String added = of(typed).shown;
        int before = count(shown, 0, start);
        int removed = count(shown, start, end);
        List<String> now = new ArrayList<>(ends.subList(0, before));
        now.addAll(feeds(added).stream().map(_ -> endOfLine(before)).toList());
        now.addAll(ends.subList(before + removed, ends.size()));
        return new EditedLines(shown.substring(0, start) + added + shown.substring(end), List.copyOf(now));
    }

    /** Replaces what differs in another shown text: what is between the beginning and the end that both have. */
    public EditedLines changedTo(String other) {
        int most = Math.min(shown.length(), other.length());
        int start = 0;
        while (start < most && shown.charAt(start) == other.charAt(start)) {
            start++;
        }
        int same = 0;
        while (same < most - start
                && shown.charAt(shown.length() - 1 - same) == other.charAt(other.length() - 1 - same)) {
            same++;
        }
        return replaced(start, shown.length() - same, other.substring(start, other.length() - same));
    }

    /** The end of a line, or of the one before where it is the last and has none. */
    private String endOfLine(int line) {
        return ends.isEmpty() ? FEED : ends.get(Math.min(line, ends.size() - 1));
    }

    private static List<String> feeds(String text) {
        return Collections.nCopies(count(text, 0, text.length()), FEED);
    }

    private static int count(String text, int start, int end) {
        int count = 0;
        for (int at = text.indexOf('\n', start); at >= 0 && at < end; at = text.indexOf('\n', at + 1)) {
            count++;
        }
        return count;
    }
}
