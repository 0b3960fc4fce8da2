package dev.concord.catalog;

/** The kind of values a column holds; it determines the editor, the parsing and how a value is bound. */
public enum ValueKind {
    TEXT,
    /** A whole number of any size. */
    INTEGER,
    /** An exact decimal number. */
    DECIMAL,
    /** Binary floating point of 32 bits. */
    FLOAT32,
    /** Binary floating point of 64 bits. */
    FLOAT64,
    /** SQLite's NUMERIC affinity: whole numbers are kept exact, others as 64-bit floating point. */
    NUMERIC,
    BOOLEAN,
    DATE,
    TIME,
    /** Date and time without a zone. */
    TIMESTAMP,
    /** An instant: date and time with an offset or zone. */
    ZONED_TIMESTAMP,
    UUID,
    JSON,
    BINARY,
    /** One of a fixed list of words; see {@link Column#allowedValues()}. */
    ENUM,
    /** Anything else (arrays, money, points, XML …), handled as the text the server casts it to. */
    OTHER;

    /** Whether values are kept as text, or can be given to the database as one. */
    public boolean isText() {
        return switch (this) {
            case TEXT, JSON, ENUM, OTHER -> true;
            case INTEGER,
                    DECIMAL,
                    FLOAT32,
                    FLOAT64,
                    NUMERIC,
                    DATE,
                    TIME,
                    TIMESTAMP,
                    ZONED_TIMESTAMP,
                    UUID,
                    BOOLEAN,
                    BINARY -> false;
        };
    }

    /** Whether values are numbers, to be added and aligned by their last digit. */
    public boolean isNumber() {
        return switch (this) {
            case INTEGER, DECIMAL, FLOAT32, FLOAT64, NUMERIC -> true;
            case TEXT, BOOLEAN, DATE, TIME, TIMESTAMP, ZONED_TIMESTAMP, UUID, JSON, BINARY, ENUM, OTHER -> false;
        };
    }
}
