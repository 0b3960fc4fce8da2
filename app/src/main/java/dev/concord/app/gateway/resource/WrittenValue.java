package dev.concord.app.gateway.resource;

import dev.concord.record.Value;
import java.math.BigDecimal;
import java.time.format.DateTimeFormatter;

/** Values as the texts that JSON and ids carry: the same in every locale and zone. */
final class WrittenValue {
    /** Zeros that a number is written with, instead of an exponent. */
    private static final int MOST_ZEROS = 1000;

    private WrittenValue() {}

    /** Returns the text of a value: dates and times by ISO 8601, always with seconds. */
    static String of(Value value) {
        return switch (value) {
            case Value.Exact(BigDecimal number) -> number(number);
            case Value.Time(var time) -> DateTimeFormatter.ISO_LOCAL_TIME.format(time);
            case Value.DateTime(var dateTime) -> DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(dateTime);
            case Value.Moment(var moment) -> DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(moment);
            default -> value.text();
        };
    }

    private static String number(BigDecimal number) {
        return number.scale() < -MOST_ZEROS || number.scale() > MOST_ZEROS ? number.toString() : number.toPlainString();
    }
}
