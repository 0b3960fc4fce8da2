package dev.concord.app.browse;

import javafx.scene.text.Font;
import javafx.scene.text.Text;

/** The widths of single characters, each measured once, by which texts are compared without laying each of them out. FX thread only. */
final class CharacterWidths {
    /** Of the size in the window's style sheet. */
    static final Font FONT = Font.font(13);

    /** Characters beyond these are rare, and taken for the widest letter. */
    private static final int KNOWN = 0x250;

    /** Of a longer text, as much is looked at as any column shows. */
    private static final int LOOKED_AT = 200;

    private static final double[] WIDTHS = new double[KNOWN];

    private CharacterWidths() {}

    /** How wide a text is in a cell, about, in pixels. */
    static double of(String text) {
        double sum = 0;
        for (int i = 0; i < Math.min(LOOKED_AT, text.length()); i++) {
            char letter = text.charAt(i);
            sum += of(letter < KNOWN ? letter : 'W');
        }
        return sum;
    }

    private static double of(char letter) {
        if (WIDTHS[letter] == 0) {
            Text measured = new Text(String.valueOf(letter));
            measured.setFont(FONT);
            WIDTHS[letter] = Math.max(1, measured.getLayoutBounds().getWidth());
        }
        return WIDTHS[letter];
    }
}
