package dev.concord.version;

import dev.concord.record.Value;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.HexFormat;

/** How each value is written into the digest. */
final class ValueEncoding {
    private ValueEncoding() {}

    /** The tag, whether the value is NULL, and if it is not, the value. */
    static void write(Value value, DigestStream out) {
        switch (LargeValue.instead(value)) {
            case Value.Null none -> {
                out.tag('0');
                out.tag(1);
            }
            case Value.Text text -> start('T', out).text(text.text());
            case Value.Exact exact -> start('N', out).decimal(exact.number());
            case Value.Float32 single -> {
                start('f', out).number((long) Integer.BYTES);
                out.number(Float.floatToIntBits(single.number()));
            }
            case Value.Float64 twice -> {
                start('F', out).number((long) Long.BYTES);
                out.number(Double.doubleToLongBits(twice.number()));
            }
            case Value.Bool bool -> {
                start('B', out).number(1L);
                out.tag(bool.truth() ? 1 : 0);
            }
            case Value.Date date -> {
                start('d', out).number((long) Long.BYTES);
                out.number(date.date().toEpochDay());
            }
            case Value.Time time -> {
                start('t', out).number((long) Long.BYTES);
                out.number(time.time().toNanoOfDay());
            }
            case Value.DateTime dateTime -> dateTime(dateTime.dateTime(), start('D', out));
            case Value.Moment moment -> moment(moment.moment(), start('M', out));
            case Value.Uuid uuid -> {
                start('U', out).number(2L * Long.BYTES);
                out.number(uuid.uuid().getMostSignificantBits());
                out.number(uuid.uuid().getLeastSignificantBits());
            }
            case Value.Json json -> start('J', out).text(json.text());
            case Value.Binary binary -> start('X', out).bytes(binary.bytes());
            case Value.Other other -> start('O', out).text(other.text());
            case Value.Large large -> {
                start(tag(large.kind()), out).number(large.size());
                out.raw(HexFormat.of().parseHex(large.sha256()));
            }
        }
    }

    private static char tag(Value.Large.Kind kind) {
        return switch (kind) {
            case TEXT -> 'T';
            case JSON -> 'J';
            case BINARY -> 'X';
        };
    }

    private static DigestStream start(char tag, DigestStream out) {
        out.tag(tag);
        out.tag(0);
        return out;
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
