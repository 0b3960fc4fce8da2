package dev.concord.app.browse;

import dev.concord.catalog.Column;
import dev.concord.catalog.ValueKind;
import java.util.Comparator;
import java.util.stream.Stream;
import javafx.scene.text.Text;

/**
 * How wide a column is, in pixels: as wide as its header and what it shows. Keys, numbers and dates are never cut; texts are,
 * where they are long. The user can change it.
 */
final class ColumnWidth {
    private static final double PADDING = 22;
    private static final double LEAST = 56;
    /** Names come later than the rows, and most fit in this. */
    private static final double LEAST_FOR_NAMES = 180;

    private static final double MOST = 260;
    private static final double MOST_BY_HAND = 1000;

    /** Beside a header's name: its padding, the key's icon and the sort arrow. */
    private static final double BESIDE_NAME = 44;

    private final double header;
    private final double most;

    /** @param named whether names are shown in place of the values */
    ColumnWidth(Column column, boolean key, boolean named) {
        this.header = Math.max(named ? LEAST_FOR_NAMES : LEAST, width(column.name()) * 1.08 + BESIDE_NAME);
        this.most = !named && (key || neverCut(column.kind())) ? Double.MAX_VALUE : MOST;
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

    private static double width(String text) {
        Text measured = new Text(text);
        measured.setFont(CharacterWidths.FONT);
        return Math.ceil(measured.getLayoutBounds().getWidth());
    }

    private static boolean neverCut(ValueKind kind) {
        return switch (kind) {
            case INTEGER, DECIMAL, FLOAT32, FLOAT64, NUMERIC, DATE, TIME, TIMESTAMP, ZONED_TIMESTAMP, BOOLEAN -> true;
            case TEXT, ENUM, UUID, JSON, BINARY, OTHER -> false;
        };
    }
}
