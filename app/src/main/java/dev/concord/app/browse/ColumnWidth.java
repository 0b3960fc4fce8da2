package dev.concord.app.browse;

import dev.concord.catalog.Column;
import dev.concord.catalog.ValueKind;
import java.util.Comparator;
import java.util.stream.Stream;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/**
 * How wide a column is, in pixels: as wide as its header and what it shows. Keys, numbers and dates are never cut; texts are,
 * where they are long. The user can change it.
 */
final class ColumnWidth {
    /** The font size of the window's style sheet. */
    private static final Font FONT = Font.font(13);

    private static final double PADDING = 22;
    private static final double LEAST = 56;
    private static final double MOST = 260;
    private static final double MOST_BY_HAND = 1000;

    /** Beside a header's name: its padding, the key's icon and the sort arrow. */
    private static final double BESIDE_NAME = 44;

    private final double header;
    private final double most;

    ColumnWidth(Column column, boolean key) {
        this.header = Math.max(LEAST, width(column.name()) * 1.08 + BESIDE_NAME);
        this.most = key || neverCut(column.kind()) ? Double.MAX_VALUE : MOST;
    }

    /** Whether values never make a column wider than so many pixels. */
    boolean most(double pixels) {
        return pixels >= Math.max(header, most);
    }

    /** The width for some values. */
    double of(Stream<String> values) {
        return Math.max(header, Math.min(most, widest(values)));
    }

    /** The width at which texts are not cut either, unless they are wider than a screen. */
    double whole(Stream<String> values) {
        return Math.max(header, Math.min(MOST_BY_HAND, widest(values)));
    }

    private static double widest(Stream<String> values) {
        // Only one text is measured as it will be laid out: the one whose characters are the widest together.
        return values.max(Comparator.comparingDouble(CharacterWidths::of))
                        .map(ColumnWidth::width)
                        .orElse(0.0)
                + PADDING;
    }

    /** The widths of single characters, each measured once. FX thread only. */
    private static final class CharacterWidths {
        /** Characters beyond these are rare, and taken for the widest letter. */
        private static final int KNOWN = 0x250;

        /** Of a longer text, as much is looked at as any column shows. */
        private static final int LOOKED_AT = 200;

        private static final double[] WIDTHS = new double[KNOWN];

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

    private static double width(String text) {
        Text measured = new Text(text);
        measured.setFont(FONT);
        return Math.ceil(measured.getLayoutBounds().getWidth());
    }

    private static boolean neverCut(ValueKind kind) {
        return switch (kind) {
            case INTEGER, DECIMAL, FLOAT32, FLOAT64, NUMERIC, DATE, TIME, TIMESTAMP, ZONED_TIMESTAMP, BOOLEAN -> true;
            case TEXT, ENUM, UUID, JSON, BINARY, OTHER -> false;
        };
    }
}
