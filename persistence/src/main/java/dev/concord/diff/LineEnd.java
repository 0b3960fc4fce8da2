package dev.concord.diff;

import java.util.Optional;

/** How the lines of a whole text end, where they all end alike. */
public enum LineEnd {
    FEED("\n"),
    RETURN_AND_FEED("\r\n");

    private final String characters;

    LineEnd(String characters) {
        this.characters = characters;
    }

    /**
     * The line end of a merged text, itself merged: a side that converted the text converts what the other side wrote.
     * Empty where the base has no lines or mixes its line ends, or the sides disagree.
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

    /** The characters themselves. */
    public String characters() {
        return characters;
    }

    /** Returns the text with all its lines ending so. */
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
