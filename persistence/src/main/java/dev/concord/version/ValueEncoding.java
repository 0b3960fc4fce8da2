package dev.concord.version;

import dev.concord.record.Value;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.HexFormat;

/** How each value is written into the digest. */
final class ValueEncoding {
    private ValueEncoding() {}

    static void write(Value value, DigestStream out) {
        switch (LargeValue.instead(value)) {
            case Value.Text text -> out.text('T', text.text());
            case Value.Exact exact -> out.decimal('N', exact.number());
            case Value.Null none -> out.nothing();
            case Value.Float32 single -> out.four('f', Float.floatToIntBits(single.number()));
            case Value.Float64 twice -> out.eight('F', Double.doubleToLongBits(twice.number()));
            case Value.Bool bool -> out.one('B', bool.truth() ? 1 : 0);
            case Value.Date date -> out.eight('d', date.date().toEpochDay());
            case Value.Time time -> out.eight('t', time.time().toNanoOfDay());
            case Value.DateTime dateTime -> dateTime(dateTime.dateTime(), out);
            case Value.Moment moment -> moment(moment.moment(), out);
            case Value.Uuid uuid ->
                out.sixteen(
                        'U', uuid.uuid().getMostSignificantBits(), uuid.uuid().getLeastSignificantBits());
            case Value.Json json -> out.text('J', json.text());
            case Value.Binary binary -> out.bytes('X', binary.bytes());
            case Value.Other other -> out.text('O', other.text());
            case Value.Large large ->
                out.insteadOf(tag(large.kind()), large.size(), HexFormat.of().parseHex(large.sha256()));
        }
    }

    private static char tag(Value.Large.Kind kind) {
        return switch (kind) {
            case TEXT -> 'T';
            case JSON -> 'J';
            case BINARY -> 'X';
        };
    }

    private static void dateTime(LocalDateTime value, DigestStream out) {
        out.sixteen('D', value.toLocalDate().toEpochDay(), value.toLocalTime().toNanoOfDay());
    }

    private static void moment(OffsetDateTime value, DigestStream out) {
        long nano = (long) value.getNano() << Integer.SIZE;
        long offset = Integer.toUnsignedLong(value.getOffset().getTotalSeconds());
        out.sixteen('M', value.toEpochSecond(), nano | offset);
    }
}
