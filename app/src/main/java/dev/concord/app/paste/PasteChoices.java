package dev.concord.app.paste;

/**
 * What is chosen for a block, at one moment; what is typed otherwise is meant as it is typed. Immutable.
 *
 * @param blanks what empty cells mean in columns of text
 * @param allNew whether all lines become new rows
 * @param restNew whether the lines for which no row is left become new rows
 */
record PasteChoices(BlankCells blanks, boolean allNew, boolean restNew) {

    static PasteChoices of(PasteInput input) {
        return input instanceof BlockInput block
                ? new PasteChoices(
                        block.blanks().get(),
                        block.allNew().get(),
                        block.restNew().get())
                : new PasteChoices(BlankCells.TEXT, false, false);
    }
}
