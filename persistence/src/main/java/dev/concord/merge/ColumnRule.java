package dev.concord.merge;

import dev.concord.catalog.Column;
import java.util.Locale;

/**
 * How the values of one column are merged when both sides changed them.
 *
 * @param form how a value is taken apart
 * @param separator between the items of a {@link Form#SET} or {@link Form#LIST} kept as text
 * @param adding whether it is a quantity, whose changes can be added up
 */
public record ColumnRule(Form form, String separator, Adding adding) {

    /** How a value is taken apart. */
    public enum Form {
        /** Not at all: one value or the other. */
        WHOLE,
        /** Prose: by line and word; spacing alone is no real edit. */
        TEXT,
        /** Code and fixed formats: by line; every space counts. */
        EXACT_TEXT,
        /** By path; the order of keys and the formatting do not count. */
        JSON,
        /** Items in no order, each at most once. */
        SET,
        /** Items in an order. */
        LIST
    }

    /** Whether a number is a quantity. */
    public enum Adding {
        /** No: a price, a code, a year. */
        NEVER,
        /** Both changes may be applied; a person says so. */
        OFFERED,
        /** Both changes are applied without asking. */
        AUTOMATIC
    }

    /** What a column's type says by itself. Nothing is a quantity by itself. */
    public static ColumnRule of(Column column) {
        return switch (column.kind()) {
            case TEXT -> of(Form.TEXT);
            case JSON -> of(Form.JSON);
            case OTHER -> ofOther(column.typeName().toLowerCase(Locale.ROOT));
            default -> of(Form.WHOLE);
        };
    }

    /** Returns a rule that says how values are taken apart. */
    public static ColumnRule of(Form form) {
        return new ColumnRule(form, ",", Adding.NEVER);
    }

    /** Returns this rule for a quantity, or for none. */
    public ColumnRule adding(Adding other) {
        return new ColumnRule(form, separator, other);
    }

    /** Returns this rule with items separated otherwise. */
    public ColumnRule separatedBy(String other) {
        return new ColumnRule(form, other, adding);
    }

    private static ColumnRule ofOther(String type) {
        if (type.equals("set")) {
            return of(Form.SET);
        }
        boolean array = type.startsWith("_") || type.endsWith("[]") || type.equals("array");
        return of(array ? Form.LIST : Form.WHOLE);
    }
}
