package dev.concord.version;

import dev.concord.catalog.Column;
import java.util.Locale;
import java.util.Optional;

/**
 * Why a column is proposed as a version: the facts by which the user decides whether it is one. It has a name that programs
 * often give a version, is never NULL, and can hold one.
 *
 * @param column the column's name
 * @param type the database's name of its type, with the size where it is meaningful
 * @param defaultExpression its default as the database writes it
 * @param notAlone why it does not prove a row unchanged alone, even if every program moves it; empty when it does
 */
public record Explanation(String column, String type, Optional<String> defaultExpression, Optional<Weakness> notAlone) {

    static Explanation of(Column column, Optional<Weakness> notAlone) {
        return new Explanation(column.name(), type(column), column.defaultExpression(), notAlone);
    }

    /** Returns the facts as words: {@code column "version", integer, default 1}. English, for logs and developers. */
    public String words() {
        String facts = "column \"" + column + "\", " + type + ", "
                + defaultExpression.map(expression -> "default " + expression).orElse("no default");
        return facts
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
