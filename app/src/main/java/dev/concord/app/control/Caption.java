package dev.concord.app.control;

import java.util.Locale;

/** Names of tables and columns as they are displayed; in statements the database's spelling is used. */
public final class Caption {
    private Caption() {}

    /** Returns {@code Order line} for {@code order_line} and {@code ORDER_LINE}; names with spaces or mixed case stay. */
    public static String of(String name) {
        String spaced = name.replace('_', ' ').strip();
        boolean oneCase =
                spaced.equals(spaced.toUpperCase(Locale.ROOT)) || spaced.equals(spaced.toLowerCase(Locale.ROOT));
        if (spaced.isEmpty() || !oneCase) {
            return name;
        }
        String lower = spaced.toLowerCase(Locale.ROOT);
        int first = lower.offsetByCodePoints(0, 1);
        return lower.substring(0, first).toUpperCase(Locale.ROOT) + lower.substring(first);
    }
}
