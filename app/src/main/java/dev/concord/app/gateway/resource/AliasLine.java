package dev.concord.app.gateway.resource;

/**
 * One alias as somebody wrote it.
 *
 * @param setting the whole line before its equals sign, for what is said about it
 * @param kind what gets another name
 * @param target the table, or the table, a point and the column; the table with or without its schema
 * @param name the other name
 */
public record AliasLine(String setting, Kind kind, String target, String name) {

    /** What gets another name. */
    public enum Kind {
        /** A table. */
        TYPE,
        /** A column. */
        ATTRIBUTE
    }
}
