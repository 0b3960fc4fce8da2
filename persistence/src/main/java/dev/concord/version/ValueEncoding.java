package dev.concord.version;

import dev.concord.record.Value;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;

/** How each value is written into the digest: its tag, and its bytes with their length before them. */
final class ValueEncoding {
    private ValueEncoding() {}

    static int tag(Value value) {
        return switch (value) {
            case Value.Null none -> '0';
            case Value.Text text -> 'T';
            case Value.Exact exact -> 'N';
            case Value.Float32 single -> 'f';
            case Value.Float64 twice -> 'F';
            case Value.Bool bool -> 'B';
            case Value.Date date -> 'd';
            case Value.Time time -> 't';
            case Value.DateTime dateTime -> 'D';
            case Value.Moment moment -> 'M';
            case Value.Uuid uuid -> 'U';
            case Value.Json json -> 'J';
            case Value.Binary binary -> 'X';
            case Value.Other other -> 'O';
        };
    }

    static void write(Value value, DigestStream out) {
        switch (value) {
            case Value.Null none -> {}
            case Value.Text text -> out.text(text.text());
            case Value.Exact exact -> out.text(exact.text());
            case Value.Float32 single -> {
                out.number((long) Integer.BYTES);
                out.number(Float.floatToIntBits(single.number()));
            }
            case Value.Float64 twice -> {
                out.number((long) Long.BYTES);
                out.number(Double.doubleToLongBits(twice.number()));
            }
            case Value.Bool bool -> {
                out.number(1L);
                out.tag(bool.truth() ? 1 : 0);
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
            case Value.Uuid uuid -> {
                out.number(2L * Long.BYTES);
                out.number(uuid.uuid().getMostSignificantBits());
                out.number(uuid.uuid().getLeastSignificantBits());
            }
            case Value.Json json -> out.text(json.text());
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
