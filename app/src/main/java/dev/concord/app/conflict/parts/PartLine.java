package dev.concord.app.conflict.parts;

import dev.concord.diff.Span;
import dev.concord.diff.Span.Kind;
import dev.concord.diff.TextDiff;
import java.util.ArrayList;
import java.util.List;

/**
 * One line of one side of a text, marked against what was there before.
 *
 * @param number counted from 1 in that side's text; 0 for a line that is not in it, and for the rest of a very long one
 * @param spans without the line's end
 */
record PartLine(int number, List<Span> spans) {
    /** Characters after which a line is wrapped, so that no line takes long to lay out. */
    private static final int LONGEST = 2_000;

    PartLine {
        spans = List.copyOf(spans);
    }

    /** The lines of an unchanged text. */
    static List<PartLine> of(String text, int firstNumber) {
        return text.isEmpty() ? List.of() : of(List.of(new Span(Kind.EQUAL, text)), firstNumber);
    }

    /** The lines of a changed text, including those that were removed. */
    static List<PartLine> of(String before, String text, int firstNumber) {
        return of(TextDiff.of(before, text).spans(), firstNumber);
    }

    /** The number of lines of a text; a last line without a line end counts. */
    static int count(String text) {
        int ends = (int) text.chars().filter(c -> c == '\n').count();
        return text.isEmpty() || text.endsWith("\n") ? ends : ends + 1;
    }

    private static List<PartLine> of(List<Span> spans, int firstNumber) {
        Cutter cutter = new Cutter(firstNumber);
        for (Span span : spans) {
            String text = span.text();
            int start = 0;
            while (start < text.length()) {
                int end = text.indexOf('\n', start);
                cutter.add(span.kind(), text.substring(start, end < 0 ? text.length() : end));
                if (end >= 0) {
                    cutter.endLine(span.kind());
                }
                start = end < 0 ? text.length() : end + 1;
            }
        }
        return cutter.lines();
    }

    /** Cuts runs into lines. */
    private static final class Cutter {
        private final List<PartLine> lines = new ArrayList<>();
        private final List<Span> open = new ArrayList<>();
        private int number;
        private boolean present;
        private int length;

        Cutter(int firstNumber) {
            number = firstNumber;
        }

        void add(Kind kind, String text) {
            String rest = text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
            present |= kind != Kind.REMOVED && !rest.isEmpty();
            while (length + rest.length() > LONGEST) {
                int cut = rest.offsetByCodePoints(0, rest.codePointCount(0, LONGEST - length));
                open.add(new Span(kind, rest.substring(0, cut)));
                rest = rest.substring(cut);
                lines.add(new PartLine(present ? number : 0, open));
                open.clear();
                length = 0;
            }
            if (!rest.isEmpty()) {
                open.add(new Span(kind, rest));
                length += rest.length();
            }
        }

        void endLine(Kind kind) {
            boolean inText = present || kind != Kind.REMOVED;
            lines.add(new PartLine(inText ? number : 0, open));
            number += inText ? 1 : 0;
            open.clear();
            present = false;
            length = 0;
        }

        List<PartLine> lines() {
            if (!open.isEmpty()) {
                lines.add(new PartLine(present ? number : 0, open));
            }
            return List.copyOf(lines);
        }
    }
}
