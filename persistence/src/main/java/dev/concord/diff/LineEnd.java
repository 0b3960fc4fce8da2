package dev.concord.diff;

import java.util.Optional;

/** The line end of a text whose lines all have the same. */
public enum LineEnd {
    FEED("\n"),
    RETURN_AND_FEED("\r\n");

    private final String characters;

    LineEnd(String characters) {
        this.characters = characters;
    }

    /**
     * Merges the line ends of three texts: if one side converted all of them, the result has them, too. Empty when the
     * base has no line end or different ones, or when both sides converted them differently.
     */
    static Optional<LineEnd> merged(String base, String theirs, String mine) {
        Optional<LineEnd> old = of(base);
        Optional<LineEnd> their = of(theirs);
        Optional<LineEnd> my = of(mine);
        if (old.isEmpty()) {
            return Optional.empty();
        }
        if (their.equals(my) || my.equals(old)) {
            return their;
        }
        return their.equals(old) ? my : Optional.empty();
    }

    /** Returns the characters of the line end. */
    public String characters() {
        return characters;
    }

    /** Returns the text with this line end in all its lines. */
    public String applied(String text) {
        String plain = text.indexOf('\r') < 0 ? text : text.replace(RETURN_AND_FEED.characters, FEED.characters);
        return this == FEED ? plain : plain.replace(FEED.characters, characters);
    }

    private static Optional<LineEnd> of(String text) {
        int feed = text.indexOf('\n');
        if (feed < 0) {
            return Optional.empty();
        }
        if (text.indexOf('\r') < 0) {
            return Optional.of(FEED);
        }
        boolean returned = true;
        for (int next = feed; returned && next >= 0; next = text.indexOf('\n', next + 1)) {
            returned = next > 0 && text.charAt(next - 1) == '\r';
        }
        return returned ? Optional.of(RETURN_AND_FEED) : Optional.empty();
    }
}
