package dev.concord.app.conflict.sides;

import dev.concord.diff.Span;
import dev.concord.diff.Span.Kind;
import dev.concord.ui.text.Texts;
import java.util.ArrayList;
import java.util.List;

/** The part of a long text that is shown first: its changes, with a little text around them. */
public final class Excerpt {
    private static final int MOST = 420;
    private static final int CONTEXT = 40;
    /** Characters shown of an unchanged text. */
    private static final int UNCHANGED = 140;
    /** Characters of one value given to a screen reader. */
    private static final int SPOKEN = 200;

    private static final String GAP = " … ";

    private Excerpt() {}

    /** Whether a text is too long to be shown as a whole. */
    public static boolean needed(List<Span> spans) {
        String all = String.join("", spans.stream().map(Span::text).toList());
        return all.length() > MOST || all.lines().limit(9).count() > 8;
    }

    /** The changes, with a little text around them. */
    public static List<Span> of(List<Span> spans) {
        List<Span> kept = new ArrayList<>();
        int room = spans.stream().allMatch(span -> span.kind() == Kind.EQUAL) ? UNCHANGED : MOST;
        for (int i = 0; i < spans.size() && room > 0; i++) {
            Span span = spans.get(i);
            boolean changesElsewhere = spans.size() > 1 && span.kind() == Kind.EQUAL;
            String text = changesElsewhere ? around(span.text(), i == 0, i == spans.size() - 1) : span.text();
            kept.add(new Span(span.kind(), head(text, room)));
            room -= text.length();
        }
        if (room < 0) {
            kept.add(new Span(Kind.EQUAL, GAP.stripTrailing()));
        }
        return kept;
    }

    /** The beginning of a text. */
    public static String of(String text, int most) {
        return text.length() <= most ? text : head(text, most) + GAP.stripTrailing();
    }

    /** A text for a screen reader: cut when it is long, and a word for an empty one. */
    public static String spoken(String text, Texts texts) {
        return text.isEmpty() ? texts.get("conflict.empty") : of(text, SPOKEN);
    }

    private static String around(String text, boolean first, boolean last) {
        if (text.length() <= 2 * CONTEXT + GAP.length()) {
            return text;
        }
        String before = first ? "" : head(text, CONTEXT);
        String after = last ? "" : tail(text, CONTEXT);
        return before + GAP + after;
    }

    private static String head(String text, int length) {
        if (text.length() <= length) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length;
        return text.substring(0, end);
    }

    private static String tail(String text, int length) {
        int start = text.length() - length;
        return text.substring(Character.isLowSurrogate(text.charAt(start)) ? start + 1 : start);
    }
}
