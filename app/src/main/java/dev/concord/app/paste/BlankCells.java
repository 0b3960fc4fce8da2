package dev.concord.app.paste;

/** What an empty cell of a block, or the word NULL in one, means in a column of text that may be NULL as well as empty. */
enum BlankCells {
    /** No value. */
    NULL,
    /** Just this text. */
    TEXT
}
