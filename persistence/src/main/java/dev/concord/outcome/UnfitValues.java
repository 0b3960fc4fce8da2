package dev.concord.outcome;

import dev.concord.catalog.Column;
import dev.concord.catalog.Table;
import dev.concord.catalog.ValueKind;
import dev.concord.dialect.SqlFault;
import dev.concord.record.Row;
import dev.concord.record.Value;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;

/**
 * Finds the written values that an error of the database is about when it does not name the column, as in PostgreSQL: those that
 * cannot fit, those the error quotes, or else the only one it can be about. None where that is uncertain, because a trigger may
 * have written another value elsewhere.
 */
final class UnfitValues {
    private final SqlFault fault;
    private final Table table;
    private final Row written;

    UnfitValues(SqlFault fault, Table table, Row written) {
        this.fault = fault;
        this.table = table;
        this.written = written;
    }

    List<String> columns() {
        return switch (fault.kind()) {
            case TOO_LONG -> where(UnfitValues::tooLong);
            case OUT_OF_RANGE ->
                first(where(UnfitValues::tooLarge), only((_, value) -> quoted(value)), only(UnfitValues::ranged));
            case TYPE ->
                first(where(UnfitValues::misspelled), only((_, value) -> quoted(value)), only(UnfitValues::parsed));
            case CHARACTER -> where((_, value) -> value.text().contains(fault.detail()));
            // A rule of PostgreSQL's domains belongs to the type.
            case CHECK, NOT_NULL -> only((column, _) -> mentions(column.typeName()));
            default -> List.of();
        };
    }

    private static List<String> first(List<String> sure, List<String> likely, List<String> possible) {
        return !sure.isEmpty() ? sure : !likely.isEmpty() ? likely : possible;
    }

    private List<String> only(BiPredicate<Column, Value> condition) {
        List<String> found = where(condition);
        return found.size() == 1 ? found : List.of();
    }

    private List<String> where(BiPredicate<Column, Value> condition) {
        return table.columns().stream()
                .filter(column -> written.has(column.name()) && condition.test(column, written.get(column.name())))
                .map(Column::name)
                .toList();
    }

    private static boolean tooLong(Column column, Value value) {
        return switch (value) {
            case Value.Text(String text) ->
                column.kind() == ValueKind.TEXT && longer(text.codePointCount(0, text.length()), column);
            case Value.Binary binary ->
                column.kind() == ValueKind.BINARY && longer(binary.bytes().size(), column);
            default -> false;
        };
    }

    private static boolean longer(int length, Column column) {
        return column.size() > 0 && length > column.size();
    }

    private static boolean tooLarge(Column column, Value value) {
        boolean limited =
                column.size() > 0 && (column.kind() == ValueKind.INTEGER || column.kind() == ValueKind.DECIMAL);
        return limited
                && value instanceof Value.Exact(BigDecimal number)
                && number.precision() - number.scale() > column.size() - column.scale();
    }

    private static boolean misspelled(Column column, Value value) {
        return column.kind() == ValueKind.ENUM
                && !value.isNull()
                && !column.allowedValues().contains(value.text());
    }

    /** Whether the error quotes the value, in the quotation marks of any language; French has a space inside them. */
    private boolean quoted(Value value) {
        return !value.isNull()
                && Pattern.compile("[\"'«„“\u00a0]" + Pattern.quote(value.text()) + "[\"'»“”\u00a0]")
                        .matcher(fault.detail())
                        .find();
    }

    private static boolean ranged(Column column, Value value) {
        return !value.isNull()
                && switch (column.kind()) {
                    case INTEGER, DECIMAL, NUMERIC, FLOAT32, FLOAT64, DATE, TIME, TIMESTAMP, ZONED_TIMESTAMP, OTHER ->
                        true;
                    case TEXT, BOOLEAN, UUID, JSON, BINARY, ENUM -> false;
                };
    }

    /** Whether the value is sent as a text that the server parses. */
    private static boolean parsed(Column column, Value value) {
        return column.kind() != ValueKind.TEXT
                && (value instanceof Value.Text || value instanceof Value.Json || value instanceof Value.Other);
    }

    private boolean mentions(String type) {
        return Pattern.compile("\\b" + Pattern.quote(type) + "\\b")
                .matcher(fault.detail())
                .find();
    }
}
