package dev.concord.app.gateway.read;

import dev.concord.app.gateway.http.Parameters;
import dev.concord.catalog.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which part of a collection a client asks for: {@code page[limit]} (or {@code page[size]}) with {@code page[offset]},
 * {@code page[after]} or {@code page[before]}, and {@code page[total]=false} where the number of all rows need not be counted.
 *
 * @param limit the most rows
 * @param start where it begins or, read backwards, ends
 * @param total whether all rows are counted
 */
record PageSelection(int limit, Start start, boolean total) {
    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,18}");

    /** Where a part of a collection begins. */
    sealed interface Start {}

    /** After some rows. */
    record Offset(long rows) implements Start {}

    /** After a place. */
    record After(Cursor cursor) implements Start {}

    /** Before a place, as many rows as asked for. */
    record Before(Cursor cursor) implements Start {}

    /**
     * Reads all parameters {@code page[…]}. A limit below 1 is 1, and one above the most is the most, which is said in the answer.
     *
     * @throws dev.concord.app.gateway.document.RequestRefused with 400 when one is not understood
     */
    static PageSelection of(Parameters parameters, SortOrder order, Table table, PageLimits limits) {
        long limit = limits.usual();
        boolean total = true;
        List<Start> starts = new ArrayList<>();
        for (String name : parameters.names()) {
            ParameterName parameter = ParameterName.of(name);
            if (!parameter.family().equals("page")) {
                continue;
            }
            String value = parameters.all(name).getLast();
            switch (parameter.member().orElse("")) {
                case "limit", "size" -> limit = number(name, value);
                case "offset" -> starts.add(new Offset(Math.max(0, number(name, value))));
                case "after" -> starts.add(new After(cursor(name, value, order, table)));
                case "before" -> starts.add(new Before(cursor(name, value, order, table)));
                case "total" -> total = truth(name, value);
                default ->
                    throw ReadErrors.parameter(
                            name, "Pages are chosen by limit, size, offset, after, before and total.");
            }
        }
        if (starts.size() > 1) {
            throw ReadErrors.parameter("page", "A page has one beginning: page[offset], page[after] or page[before].");
        }
        return new PageSelection(
                Math.clamp(limit, 1, limits.most()), starts.isEmpty() ? new Offset(0) : starts.getFirst(), total);
    }

    /** Whether links go on by offset, because the client began so. */
    static boolean byOffset(Parameters parameters) {
        return parameters.first("page[offset]").isPresent();
    }

    private static long number(String name, String value) {
        if (!NUMBER.matcher(value).matches()) {
            throw ReadErrors.parameter(name, "A whole number is expected.");
        }
        return Long.parseLong(value);
    }

    private static boolean truth(String name, String value) {
        return switch (value) {
            case "true" -> true;
            case "false" -> false;
            default -> throw ReadErrors.parameter(name, "true or false is expected.");
        };
    }

    private static Cursor cursor(String name, String value, SortOrder order, Table table) {
        Optional<Cursor> cursor = Cursor.read(value, order, table);
        return cursor.orElseThrow(() -> ReadErrors.parameter(
                name, "This is no place in this order. Follow the links of a page that was read in the same order."));
    }
}
