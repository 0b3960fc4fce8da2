package dev.concord.version;

import dev.concord.record.Bytes;
import dev.concord.record.Value;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.HexFormat;

/** How each value is written into the digest. */
final class ValueEncoding {
    private ValueEncoding() {}

    /** Writes a value into the stream's buffer and returns where the next column begins there. */
    static int write(Value value, DigestStream out, int at) {
        return switch (value) {
            case Value.Text text -> out.text('T', text.text(), Value.LARGE, at);
            case Value.Exact exact -> out.decimal('N', exact.number(), at);
            case Value.Null none -> out.nothing(at);
            case Value.Float32 single -> out.four('f', Float.floatToIntBits(single.number()), at);
            case Value.Float64 twice -> out.eight('F', Double.doubleToLongBits(twice.number()), at);
            case Value.Bool bool -> out.one('B', bool.truth() ? 1 : 0, at);
            case Value.Date date -> out.eight('d', date.date().toEpochDay(), at);
            case Value.Time time -> out.eight('t', time.time().toNanoOfDay(), at);
            case Value.DateTime dateTime -> dateTime(dateTime.dateTime(), out, at);
            case Value.Moment moment -> moment(moment.moment(), out, at);
            case Value.Uuid uuid ->
                out.sixteen(
                        'U', uuid.uuid().getMostSignificantBits(), uuid.uuid().getLeastSignificantBits(), at);
            case Value.Json json -> out.text('J', json.text(), Value.LARGE, at);
            case Value.Malformed malformed -> bytes('T', malformed.bytes(), out, at);
            case Value.Binary binary -> bytes('X', binary.bytes(), out, at);
            case Value.Other other -> out.text('O', other.text(), Long.MAX_VALUE, at);
            case Value.Large large ->
                out.insteadOf(tag(large.kind()), large.size(), HexFormat.of().parseHex(large.sha256()), at);
        };
    }

    private static char tag(Value.Large.Kind kind) {
        return switch (kind) {
            case TEXT -> 'T';
            case JSON -> 'J';
            case BINARY -> 'X';
        };
    }

    private static int bytes(char tag, Bytes bytes, DigestStream out, int at) {
        return bytes.size() > Value.LARGE
                ? out.insteadOf(tag, bytes.size(), LargeValue.sha256(bytes), at)
                : out.bytes(tag, bytes, at);
    }

    private static int dateTime(LocalDateTime value, DigestStream out, int at) {
        return out.sixteen(
                'D', value.toLocalDate().toEpochDay(), value.toLocalTime().toNanoOfDay(), at);
    }

    private static int moment(OffsetDateTime value, DigestStream out, int at) {
        long nano = (long) value.getNano() << Integer.SIZE;
        long offset = Integer.toUnsignedLong(value.getOffset().getTotalSeconds());
        return out.sixteen('M', value.toEpochSecond(), nano | offset, at);
    }
}
