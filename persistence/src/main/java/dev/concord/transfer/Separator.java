package dev.concord.transfer;

/** What stands between two cells of a line. */
public enum Separator {
    TAB('\t'),
    COMMA(','),
    SEMICOLON(';');

    private final char character;

    Separator(char character) {
        this.character = character;
    }

    /** The character itself. */
    public char character() {
        return character;
    }
}
