package dev.concord.transfer;

/** What a text is as a block of cells; switch over it exhaustively. */
public sealed interface BlockReading {

    /** The text is a block. */
    record Read(Block block) implements BlockReading {}

    /** There is no text. */
    record Nothing() implements BlockReading {}

    /**
     * The text is too long, or has too many cells.
     *
     * @param characters the most characters that are read
     * @param cells the most cells that are read
     */
    record TooLarge(int characters, int cells) implements BlockReading {}
}
