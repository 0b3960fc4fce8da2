package dev.concord.version;

import dev.concord.catalog.Column;
import dev.concord.catalog.ValueKind;
import java.math.BigDecimal;
import java.util.Locale;

/**
 * The largest whole number a column can hold, by the name of its type. Known here because some databases clip a number
 * that is too large instead of refusing it, and a clipped version would stand still.
 */
final class IntegerLimit {
    private IntegerLimit() {}

    static BigDecimal of(Column column) {
        if (column.kind() == ValueKind.DECIMAL && column.size() > 0) {
            return BigDecimal.TEN.pow(column.size() - column.scale()).subtract(BigDecimal.ONE);
        }
        String type = column.typeName().toLowerCase(Locale.ROOT);
        boolean unsigned = type.contains("unsigned");
        int bits = bits(type);
        return BigDecimal.TWO.pow(unsigned ? bits : bits - 1).subtract(BigDecimal.ONE);
    }

    private static int bits(String type) {
        if (type.startsWith("tinyint")) {
            return 8;
        }
        if (type.startsWith("smallint") || type.startsWith("int2") || type.startsWith("smallserial")) {
            return 16;
        }
        if (type.startsWith("mediumint")) {
            return 24;
        }
        if (type.startsWith("bigint") || type.startsWith("int8") || type.startsWith("bigserial")) {
            return 64;
        }
        return 32;
    }
}
