package dev.concord.app.browse;

import dev.concord.catalog.Column;

/** The initial width of a column by its kind, in pixels; the user can change it. */
final class ColumnWidth {
    private static final double CHARACTER = 7.5;
    private static final double PADDING = 40;

    private ColumnWidth() {}

    static double of(Column column) {
        double content =
                switch (column.kind()) {
                    case INTEGER, FLOAT32, FLOAT64, NUMERIC -> 70;
                    case DECIMAL -> 90;
                    case BOOLEAN -> 60;
                    case DATE, TIME -> 90;
                    case TIMESTAMP -> 150;
                    case ZONED_TIMESTAMP -> 190;
                    case UUID -> 300;
                    case BINARY -> 140;
                    case TEXT, ENUM -> Math.clamp(column.size() == 0 ? 240 : 40 + column.size() * 4.0, 60, 240);
                    case JSON, OTHER -> 200;
                };
        return Math.max(content, column.name().length() * CHARACTER + PADDING);
    }
}
