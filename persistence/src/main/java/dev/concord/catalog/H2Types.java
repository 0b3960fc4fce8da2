package dev.concord.catalog;

/** H2's types, by the standard names INFORMATION_SCHEMA gives them. */
final class H2Types {
    private H2Types() {}

    static ValueKind kind(String type) {
        return switch (type) {
            case "CHARACTER", "CHARACTER VARYING", "CHARACTER LARGE OBJECT", "VARCHAR_IGNORECASE" -> ValueKind.TEXT;
            case "TINYINT", "SMALLINT", "INTEGER", "BIGINT" -> ValueKind.INTEGER;
            case "NUMERIC", "DECIMAL", "DECFLOAT" -> ValueKind.DECIMAL;
            case "REAL" -> ValueKind.FLOAT32;
            case "DOUBLE PRECISION", "FLOAT" -> ValueKind.FLOAT64;
            case "BOOLEAN" -> ValueKind.BOOLEAN;
            case "DATE" -> ValueKind.DATE;
            case "TIME" -> ValueKind.TIME;
            case "TIMESTAMP" -> ValueKind.TIMESTAMP;
            case "TIMESTAMP WITH TIME ZONE" -> ValueKind.ZONED_TIMESTAMP;
            case "UUID" -> ValueKind.UUID;
            case "JSON" -> ValueKind.JSON;
            case "BINARY", "BINARY VARYING", "BINARY LARGE OBJECT" -> ValueKind.BINARY;
            case "ENUM" -> ValueKind.ENUM;
            default -> ValueKind.OTHER;
        };
    }
}
