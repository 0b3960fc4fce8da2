package dev.concord.version;

import dev.concord.record.Value;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;

/** How each value is written into the digest: its tag, and its bytes with their length before them. */
final class ValueEncoding {
    private ValueEncoding() {}

    static int tag(Value value) {
        return switch (value) {
            case Value.Null _ -> '0';
            case Value.Text _ -> 'T';
            case Value.Exact _ -> 'N';
            case Value.Float32 _ -> 'f';
            case Value.Float64 _ -> 'F';
            case Value.Bool _ -> 'B';
            case Value.Date _ -> 'd';
            case Value.Time _ -> 't';
            case Value.DateTime _ -> 'D';
            case Value.Moment _ -> 'M';
            case Value.Uuid _ -> 'U';
            case Value.Json _ -> 'J';
            case Value.Binary _ -> 'X';
            case Value.Other _ -> 'O';
        };
    }

    static void write(Value value, DigestStream out) {
        switch (value) {
            case Value.Null _ -> {}
            case Value.Text(String text) -> out.text(text);
            case Value.Exact exact -> out.text(exact.text());
            case Value.Float32(float number) -> {
                out.number((long) Integer.BYTES);
                out.number(Float.floatToIntBits(number));
            }
            case Value.Float64(double number) -> {
                out.number((long) Long.BYTES);
                out.number(Double.doubleToLongBits(number));
            }
            case Value.Bool(boolean truth) -> {
                out.number(1L);
                out.tag(truth ? 1 : 0);
            }
            case Value.Date date -> {
                out.number((long) Long.BYTES);
                out.number(date.date().toEpochDay());
            }
            case Value.Time time -> {
                out.number((long) Long.BYTES);
                out.number(time.time().toNanoOfDay());
            }
            case Value.DateTime dateTime -> dateTime(dateTime.dateTime(), out);
            case Value.Moment moment -> moment(moment.moment(), out);
            case Value.Uuid(java.util.UUID uuid) -> {
                out.number(2L * Long.BYTES);
                out.number(uuid.getMostSignificantBits());
                out.number(uuid.getLeastSignificantBits());
            }
            case Value.Json(String text) -> out.text(text);
            case Value.Binary binary -> out.bytes(binary.bytes());
            case Value.Other other -> out.text(other.text());
        }
    }

    private static void dateTime(LocalDateTime value, DigestStream out) {
        out.number(2L * Long.BYTES);
        out.number(value.toLocalDate().toEpochDay());
        out.number(value.toLocalTime().toNanoOfDay());
    }

    private static void moment(OffsetDateTime value, DigestStream out) {
        out.number((long) Long.BYTES + 2 * Integer.BYTES);
        out.number(value.toEpochSecond());
        out.number(value.getNano());
        out.number(value.getOffset().getTotalSeconds());
    }
}
