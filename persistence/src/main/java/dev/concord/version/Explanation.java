package dev.concord.version;

import dev.concord.catalog.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Why a column is proposed as a version: the facts by which the user decides whether it is one.
 *
 * @param column the column's name
 * @param type the database's name of its type, with the size where it is meaningful
 * @param nullable whether it may be NULL
 * @param defaultExpression its default as the database writes it
 * @param sign the property by which it was recognised
 * @param notAlone why it is proposed together with the digest only; empty when it is proposed alone
 */
public record Explanation(
        String column,
        String type,
        boolean nullable,
        Optional<String> defaultExpression,
        Sign sign,
        Optional<Weakness> notAlone) {

    /** What makes a column look like a version. */
    public enum Sign {
        /** The column has a name that programs often give a version. */
        NAME,
        /** The database sets it to the time of each change. */
        MOVED_BY_THE_DATABASE,
        /** The column has such a name, and the database computes it. */
        COMPUTED
    }

    static Explanation of(Column column, Sign sign, Optional<Weakness> notAlone) {
        return new Explanation(
                column.name(), type(column), column.nullable(), column.defaultExpression(), sign, notAlone);
    }

    /**
     * Returns the facts as words: {@code column "version", integer, not null, default 1}. English, for logs and
     * developers.
     */
    public String words() {
        List<String> facts = new ArrayList<>();
        facts.add("column \"" + column + "\"");
        facts.add(type);
        facts.add(nullable ? "may be null" : "not null");
        facts.add(defaultExpression.map(expression -> "default " + expression).orElse("no default"));
        switch (sign) {
            case NAME -> {}
            case MOVED_BY_THE_DATABASE -> facts.add("set by the database on every change");
            case COMPUTED -> facts.add("computed by the database");
        }
        return String.join(", ", facts)
                + notAlone.map(why -> "; not alone, because " + why.words()).orElse("");
    }

    private static String type(Column column) {
        String name = column.typeName().toLowerCase(Locale.ROOT);
        return switch (column.kind()) {
            case TEXT, BINARY -> column.size() > 0 ? name + "(" + column.size() + ")" : name;
            case TIMESTAMP, ZONED_TIMESTAMP -> withFraction(name, column.scale());
            case DECIMAL -> column.size() > 0 ? name + "(" + column.size() + "," + column.scale() + ")" : name;
            default -> name;
        };
    }

    /** The digits of a second stand behind the first word: {@code timestamp(6) with time zone}. */
    private static String withFraction(String name, int digits) {
        return name.replaceFirst("^(\\w+)", "$1(" + digits + ")");
    }
}
