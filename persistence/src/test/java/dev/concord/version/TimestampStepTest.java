package dev.concord.version;

import static dev.concord.version.Steps.dateTime;
import static dev.concord.version.Steps.moment;
import static dev.concord.version.Steps.stoppedAt;
import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.catalog.Column;
import dev.concord.catalog.ValueKind;
import dev.concord.record.Value;
import dev.concord.testing.LockingContract;
import dev.concord.version.Guard.VersionKind;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A time is a version only if it never comes back, whatever the clock does. */
@LockingContract
class TimestampStepTest {
    private static final Value NOW = dateTime("2026-03-01T12:00:00.123456");

    @Test
    void aFrozenClockStillMovesTheTimeForwardOnEveryWrite() {
        List<Value> versions = new ArrayList<>(List.of(next(micros(), Value.ofNull(), NOW)));
        for (int write = 0; write < 1000; write++) {
            versions.add(next(micros(), versions.getLast(), NOW));
        }
        assertThat(versions).doesNotHaveDuplicates();
        assertThat(versions.getLast()).isEqualTo(dateTime("2026-03-01T12:00:00.124456"));
    }

    @Test
    void aClockThatStepsBackStillMovesTheTimeForward() {
        Value before = dateTime("2026-03-01T12:00:05");
        assertThat(next(micros(), before, NOW)).isEqualTo(dateTime("2026-03-01T12:00:05.000001"));
    }

    @Test
    void aClockThatGoesOnIsTakenAsItIs() {
        assertThat(next(micros(), dateTime("2026-03-01T11:59:59"), NOW)).isEqualTo(NOW);
        assertThat(next(micros(), Value.ofNull(), NOW)).isEqualTo(NOW);
    }

    @Test
    void aTimeOfWholeSecondsMovesByAWholeSecondWhileTheClockIsWithinIt() {
        Column seconds = Tables.column("t", "timestamp", ValueKind.TIMESTAMP, 0, 0);
        assertThat(next(seconds, dateTime("2026-03-01T11:00:00"), NOW)).isEqualTo(dateTime("2026-03-01T12:00:00"));
        assertThat(next(seconds, dateTime("2026-03-01T12:00:00"), NOW)).isEqualTo(dateTime("2026-03-01T12:00:01"));
        assertThat(next(seconds, dateTime("2026-03-01T12:00:01"), NOW)).isEqualTo(dateTime("2026-03-01T12:00:02"));
    }

    @Test
    void aTimeOfNineDigitsMovesByANanosecond() {
        Column nanos = Tables.column("t", "TIMESTAMP", ValueKind.TIMESTAMP, 0, 9);
        assertThat(next(nanos, NOW, NOW)).isEqualTo(dateTime("2026-03-01T12:00:00.123456001"));
    }

    @Test
    void theClockIsCutAndNeverRoundedToTheColumnsDigits() {
        Column millis = Tables.column("t", "timestamp", ValueKind.TIMESTAMP, 0, 3);
        Value late = dateTime("2026-03-01T12:00:00.999999");
        assertThat(next(millis, Value.ofNull(), late)).isEqualTo(dateTime("2026-03-01T12:00:00.999"));
        assertThat(next(millis, dateTime("2026-03-01T12:00:00.999"), late)).isEqualTo(dateTime("2026-03-01T12:00:01"));
    }

    @Test
    void momentsAreComparedAsMomentsWhateverTheirOffset() {
        Column zoned = Tables.column("t", "timestamp with time zone", ValueKind.ZONED_TIMESTAMP, 0, 6);
        Value laterThanItLooks = moment("2026-03-01T11:30:00-05:00");
        assertThat(next(zoned, laterThanItLooks, moment("2026-03-01T12:00:00Z")))
                .isEqualTo(moment("2026-03-01T11:30:00.000001-05:00"));
    }

    @Test
    void aTimeKeptAsTextMovesByMilliseconds() {
        Column text = Tables.column("t", "timestamp", ValueKind.TEXT, 0, 0);
        Value now = dateTime("2026-03-01T12:00:00.123");
        assertThat(next(text, Value.of("2026-03-01 12:00:00.123"), now)).isEqualTo(dateTime("2026-03-01T12:00:00.124"));
        assertThat(next(text, Value.of("yesterday"), now)).isEqualTo(now);
    }

    @Test
    void afterTheEndOfAllTimeThereIsNoNextVersion() {
        VersionStep step = Steps.of(micros(), VersionKind.TIMESTAMP);
        assertThat(step.next(new Value.DateTime(LocalDateTime.MAX), stoppedAt(NOW)))
                .isEmpty();
        Column zoned = Tables.column("t", "timestamptz", ValueKind.ZONED_TIMESTAMP, 0, 6);
        assertThat(Steps.of(zoned, VersionKind.TIMESTAMP)
                        .next(new Value.Moment(OffsetDateTime.MAX), stoppedAt(moment("2026-03-01T12:00:00Z"))))
                .isEmpty();
    }

    private static Column micros() {
        return Tables.column("t", "timestamp", ValueKind.TIMESTAMP, 0, 6);
    }

    private static Value next(Column column, Value present, Value clock) {
        return Steps.of(column, VersionKind.TIMESTAMP)
                .next(present, stoppedAt(clock))
                .orElseThrow();
    }

    @Test
    void theClockIsCutToTheDigitsOfATimeWithAZoneToo() {
        Column seconds = Tables.column("t", "timestamptz", ValueKind.ZONED_TIMESTAMP, 0, 0);
        Value late = moment("2026-03-01T12:00:00.999999+02:00");
        assertThat(next(seconds, Value.ofNull(), late)).isEqualTo(moment("2026-03-01T12:00:00+02:00"));
        assertThat(next(seconds, moment("2026-03-01T12:00:00+02:00"), late))
                .isEqualTo(moment("2026-03-01T12:00:01+02:00"));
    }
}
