package dev.concord.bench.records;

import dev.concord.record.Bytes;
import dev.concord.record.Row;
import dev.concord.record.Value;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.UUID;

/** Rows to digest. */
public enum Sample {
    /** A customer: twenty columns of every family there is. */
    ROW {
        @Override
        Row row() {
            return Row.of("id", Value.of(4711))
                    .with("number", Value.of("C-2026-004711"))
                    .with("name", Value.of("Ana Müller"))
                    .with("street", Value.of("12 Long Acre, Flat 3"))
                    .with("city", Value.of("København"))
                    .with("postcode", Value.of("1050"))
                    .with("country", Value.of("DK"))
                    .with("email", Value.of("ana.muller@example.org"))
                    .with("phone", Value.ofNull())
                    .with("remark", Value.of("Prefers deliveries in the morning; ring twice. Pays by invoice."))
                    .with("credit_limit", Value.of(new BigDecimal("12500.50")))
                    .with("discount", Value.of(new BigDecimal("0.075")))
                    .with("orders", Value.of(128))
                    .with("rating", new Value.Float64(4.25))
                    .with("active", Value.of(true))
                    .with("born", new Value.Date(LocalDate.of(1979, 5, 14)))
                    .with("call_after", new Value.Time(LocalTime.of(8, 30)))
                    .with("changed", new Value.DateTime(LocalDateTime.of(2026, 3, 29, 2, 30, 0, 123_456_000)))
                    .with("seen", new Value.Moment(OffsetDateTime.parse("2026-03-29T02:30:00.5+02:00")))
                    .with("external", new Value.Uuid(UUID.fromString("123e4567-e89b-12d3-a456-426614174000")));
        }
    },
    /** Ten million characters of English. */
    ASCII_TEXT {
        @Override
        Row row() {
            return Row.of("text", Value.of(TEN_MEGABYTES));
        }
    },
    /** The same with an accent now and then, which UTF-8 writes in two bytes. */
    ACCENTED_TEXT {
        @Override
        Row row() {
            return Row.of("text", Value.of(TEN_MEGABYTES.replace("brown", "brün")));
        }
    },
    /** Ten million bytes. */
    BINARY {
        @Override
        Row row() {
            return Row.of("file", new Value.Binary(Bytes.of(new byte[10_000_000])));
        }
    };

    private static final String TEN_MEGABYTES =
            "The quick brown fox jumps over the lazy dog, twice. ".repeat(10_000_000 / 52);

    abstract Row row();
}
