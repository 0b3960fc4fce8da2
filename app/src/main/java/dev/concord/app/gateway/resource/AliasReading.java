package dev.concord.app.gateway.resource;

/** What becomes of lines with aliases; switch over it exhaustively. */
public sealed interface AliasReading {

    /** All of them can be used. */
    record Read(Aliases aliases) implements AliasReading {}

    /** One of them cannot be used. */
    record Refused(AliasLine line, Why why) implements AliasReading {}

    /** Why an alias cannot be used. */
    enum Why {
        /** There is no such table or column, or it is not served as a type or an attribute. */
        NAMES_NOTHING,
        /** Several tables or columns may be meant. */
        UNCLEAR,
        /** The table or column has an alias already. */
        SECOND,
        /** Another table or column is given this name, too. */
        TWICE,
        /** Another table or column has this name of its own. */
        TAKEN,
        /** The name means something else beside it, or has characters that it must not have. */
        NOT_ALLOWED
    }
}
