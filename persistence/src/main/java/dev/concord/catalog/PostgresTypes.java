package dev.concord.catalog;

/** PostgreSQL's types, by the internal name of the type under any domain. */
final class PostgresTypes {
    private static final int HEADER = 4;
    private static final int SCALE_BITS = 11;
    private static final int PRECISION_SHIFT = 16;
    private static final int PRECISION_MASK = 0xFFFF;
    private static final int MICROSECONDS = 6;

    private PostgresTypes() {}

    static ValueKind kind(String base, String family) {
        if (family.equals("e")) {
            return ValueKind.ENUM;
        }
        return switch (base) {
            case "bool" -> ValueKind.BOOLEAN;
            case "int2", "int4", "int8", "oid" -> ValueKind.INTEGER;
            case "numeric" -> ValueKind.DECIMAL;
            case "float4" -> ValueKind.FLOAT32;
            case "float8" -> ValueKind.FLOAT64;
            case "date" -> ValueKind.DATE;
            case "time" -> ValueKind.TIME;
            case "timestamp" -> ValueKind.TIMESTAMP;
            case "timestamptz" -> ValueKind.ZONED_TIMESTAMP;
            case "uuid" -> ValueKind.UUID;
            case "json", "jsonb" -> ValueKind.JSON;
            case "bytea" -> ValueKind.BINARY;
            case "text", "varchar", "bpchar", "char", "name", "citext" -> ValueKind.TEXT;
            default -> ValueKind.OTHER;
        };
    }

    /** Only a numeric without a precision may be infinite. */
    static SpecialValues special(String base, int modifier) {
        return switch (base) {
            case "date", "timestamp", "timestamptz" -> SpecialValues.INFINITE_TIME;
            case "time" -> SpecialValues.END_OF_DAY;
            case "numeric" -> modifier < 0 ? SpecialValues.NOT_FINITE : SpecialValues.NOT_A_NUMBER;
            default -> SpecialValues.NONE;
        };
    }

    /** The length or precision packed into pg_attribute.atttypmod; its layout is that of varchar.c and numeric.c. */
    static int size(String base, int modifier) {
        return switch (base) {
            case "int2" -> 5;
            case "int4" -> 10;
            case "int8" -> 19;
            default -> {
                if (modifier < 0) {
                    yield 0;
                }
                yield switch (base) {
                    case "varchar", "bpchar" -> modifier - HEADER;
                    case "numeric" -> ((modifier - HEADER) >> PRECISION_SHIFT) & PRECISION_MASK;
                    case "bit", "varbit" -> modifier;
                    default -> 0;
                };
            }
        };
    }

    static int scale(String base, int modifier) {
        boolean given = modifier >= 0;
        return switch (base) {
            // Eleven bits with a sign: PostgreSQL 15 and later allow negative scales.
            case "numeric" ->
                given ? (modifier - HEADER) << (Integer.SIZE - SCALE_BITS) >> (Integer.SIZE - SCALE_BITS) : 0;
            case "time", "timetz", "timestamp", "timestamptz" -> given ? modifier : MICROSECONDS;
            default -> 0;
        };
    }
}
