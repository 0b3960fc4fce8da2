package dev.concord.testing;

import dev.concord.record.Bytes;
import dev.concord.record.Value;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

/** Values of every kind, also those that are lost most easily when they are written as text. */
public final class EveryKindOfValue {
    public static final List<Value> VALUES = List.of(
            Value.ofNull(),
            Value.of(""),
            Value.of("a \r\n\t\0\"\\\u2028 é𝄞"),
            Value.of("\ud834 half a character"),
            new Value.Malformed(Bytes.of(new byte[] {'a', (byte) 0xc3, 0})),
            Value.of(new BigDecimal("12345678901234567890.5")),
            Value.of(new BigDecimal("1E+100")),
            Value.of(new BigDecimal("-0.0000000001")),
            Value.of(9007199254740993L),
            new Value.Float32(0.1f),
            new Value.Float32(Float.NaN),
            new Value.Float64(0.1),
            new Value.Float64(Double.MIN_VALUE),
            new Value.Float64(Double.NEGATIVE_INFINITY),
            Value.of(true),
            Value.of(false),
            new Value.Date(LocalDate.of(10_000, 1, 1)),
            new Value.Date(LocalDate.MIN),
            new Value.Time(LocalTime.MAX),
            new Value.DateTime(LocalDateTime.parse("2026-03-29T02:30:00.123456789")),
            new Value.DateTime(LocalDateTime.MAX),
            new Value.Moment(OffsetDateTime.parse("2026-03-29T02:30:00+05:30")),
            new Value.Moment(OffsetDateTime.MIN),
            new Value.Uuid(UUID.fromString("123e4567-e89b-12d3-a456-426614174000")),
            new Value.Json("{\"b\": 1,  \"a\": [1, null]}"),
            new Value.Binary(Bytes.of(new byte[] {0, -1, 10})),
            new Value.Binary(Bytes.of(new byte[0])),
            new Value.Other("int[]", "{1,NULL,3}"),
            new Value.Large(Value.Large.Kind.TEXT, 1L << 40, "ab".repeat(32)));

    private EveryKindOfValue() {}
}
