package dev.concord.sql;

import dev.concord.record.Value;
import java.math.BigDecimal;
import org.jooq.Converter;
import org.jooq.DataType;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/** Reads the length of a binary column, a number the database computes, as a value. */
final class LengthBinding {
    static final DataType<Value> TYPE = SQLDataType.NUMERIC.asConvertedDataType(
            Converter.from(BigDecimal.class, Value.class, LengthBinding::value));

    private LengthBinding() {}

    private static Value value(@Nullable BigDecimal length) {
        return length == null ? Value.ofNull() : Value.of(length);
    }
}
