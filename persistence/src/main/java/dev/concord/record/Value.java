package dev.concord.record;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;

/**
 * One typed value of one column. Immutable, safe to share between threads.
 *
 * <p>Two values are {@code equals} exactly when a database would call them the same stored value: {@code 1.50} equals
 * {@code 1.5}, {@code -0.0} equals {@code 0.0}, but NULL, the empty text, {@code 0} and {@code false} all differ, and
 * so do {@code 13} and {@code '13'}. The row digest and the merge depend on this equality.
 */
public sealed interface Value {

    /** The most bytes of a text, JSON or binary value that are held in memory; a longer one is {@link Large}. */
    int LARGE = 1 << 24;

    /** Returns the value as plain text, the same in every locale and zone; empty for NULL. */
    String text();

    /** Whether this is SQL NULL. */
    default boolean isNull() {
        return this instanceof Null;
    }

    /** Returns SQL NULL; the same for every type. */
    static Value ofNull() {
        return Null.NULL;
    }

    /** Shorthand for a text value. */
    static Value of(String text) {
        return new Text(text);
    }

    /** Shorthand for a whole number. */
    static Value of(long number) {
        return new Exact(BigDecimal.valueOf(number));
    }

    /** Shorthand for an exact decimal. */
    static Value of(BigDecimal number) {
        return new Exact(number);
    }

    /** Shorthand for a boolean. */
    static Value of(boolean truth) {
        return new Bool(truth);
    }

    /** SQL NULL. */
    enum Null implements Value {
        NULL;

        @Override
        public String text() {
            return "";
        }
    }

    /** Characters. CHAR padding is already stripped. */
    record Text(String text) implements Value {}

    /**
     * What a database keeps as text although it is not valid in the text's encoding. It can be shown, compared, digested and
     * written back, but not edited as text. {@link StoredText} makes it.
     *
     * @param bytes UTF-8 as stored, with what is not valid in it
     */
    record Malformed(Bytes bytes) implements Value {
        /** The characters, and {@code \xFC} for each byte that belongs to none; {@link StoredText#ofMarked} reads it. */
        @Override
        public String text() {
            return MarkedBytes.of(bytes);
        }
    }

    /** An exact number, whole or decimal; kept without trailing zeros. */
    record Exact(BigDecimal number) implements Value {
        public Exact {
            number = number.signum() == 0 ? BigDecimal.ZERO : ends(number) ? number : number.stripTrailingZeros();
        }

        /** Whether a whole number has no zeros at its end: grids hold thousands of them, and each would be copied. */
        private static boolean ends(BigDecimal number) {
            return number.scale() == 0 && number.precision() <= DIGITS_OF_ANY_LONG && number.longValue() % 10 != 0;
        }

        private static final int DIGITS_OF_ANY_LONG = 18;

        @Override
        public String text() {
            return number.toPlainString();
        }
    }

    /** A 32-bit floating-point number; one zero and one NaN. */
    record Float32(float number) implements Value {
        public Float32 {
            number = number == 0f ? 0f : Float.isNaN(number) ? Float.NaN : number;
        }

        @Override
        public String text() {
            return Float.toString(number);
        }
    }

    /** A 64-bit floating-point number; one zero and one NaN. */
    record Float64(double number) implements Value {
        public Float64 {
            number = number == 0d ? 0d : Double.isNaN(number) ? Double.NaN : number;
        }

        @Override
        public String text() {
            return Double.toString(number);
        }
    }

    /** True or false. */
    record Bool(boolean truth) implements Value {
        @Override
        public String text() {
            return Boolean.toString(truth);
        }
    }

    /** A date without time or zone. */
    record Date(LocalDate date) implements Value {
        @Override
        public String text() {
            return date.toString();
        }
    }

    /** A time of day without zone, to the nanosecond. */
    record Time(LocalTime time) implements Value {
        @Override
        public String text() {
            return time.toString();
        }
    }

    /** Date and time without zone, to the nanosecond. */
    record DateTime(LocalDateTime dateTime) implements Value {
        @Override
        public String text() {
            return dateTime.toString();
        }
    }

    /**
     * A moment to the nanosecond. The offset counts: databases that keep none (PostgreSQL) deliver UTC, a database that
     * keeps it (H2) delivers its own.
     */
    record Moment(OffsetDateTime moment) implements Value {
        @Override
        public String text() {
            return moment.toString();
        }
    }

    /** A UUID. */
    record Uuid(java.util.UUID uuid) implements Value {
        @Override
        public String text() {
            return uuid.toString();
        }
    }

    /** JSON as the database delivers it: text where the type keeps text, the database's canonical form where not. */
    record Json(String text) implements Value {}

    /** Bytes. */
    record Binary(Bytes bytes) implements Value {
        @Override
        public String text() {
            return bytes.hex();
        }
    }

    /**
     * A value of a type Concord does not know, as the text the server casts it to.
     *
     * @param type the database's name of the type
     * @param text the server's text
     */
    record Other(String type, String text) implements Value {}

    /**
     * A text, JSON or binary value of more than {@value #LARGE} bytes, represented by its size and SHA-256. It can be
     * compared and digested, but not written.
     *
     * @param kind what it is
     * @param size in bytes; of UTF-8 where it is text
     * @param sha256 the SHA-256 of those bytes, 64 lower-case hex digits
     */
    record Large(Kind kind, long size, String sha256) implements Value {
        /** What a large value is. */
        public enum Kind {
            TEXT,
            JSON,
            BINARY
        }

        @Override
        public String text() {
            return size + " bytes, SHA-256 " + sha256;
        }
    }
}
