package dev.concord.version;

import static dev.concord.version.Steps.NO_CLOCK;
import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.catalog.Column;
import dev.concord.catalog.ValueKind;
import dev.concord.record.Value;
import dev.concord.version.Guard.VersionKind;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class VersionStepTest {
    private static final Column COUNTER = Tables.column("version", "integer", ValueKind.INTEGER, 10, 0);

    @Test
    void aCounterStartsAtOneAndAddsOne() {
        VersionStep step = Steps.of(COUNTER, VersionKind.INTEGER);
        assertThat(step.next(Value.ofNull(), NO_CLOCK)).contains(Value.of(1));
        assertThat(step.next(Value.of(41), NO_CLOCK)).contains(Value.of(42));
        assertThat(step.next(Value.of(2_147_483_646), NO_CLOCK)).contains(Value.of(2_147_483_647));
        assertThat(step.next(Value.of(2_147_483_647), NO_CLOCK)).isEmpty();
    }

    @Test
    void aCounterInADecimalEndsWithItsDigits() {
        Column three = Tables.column("version", "decimal", ValueKind.DECIMAL, 3, 0);
        assertThat(Steps.of(three, VersionKind.INTEGER).next(Value.of(998), NO_CLOCK))
                .contains(Value.of(999));
        assertThat(Steps.of(three, VersionKind.INTEGER).next(Value.of(999), NO_CLOCK))
                .isEmpty();
    }

    @Test
    void aNumberThatIsRoundedToHundredsOrAYearIsNoCounter() {
        assertThat(possible(Tables.column("v", "numeric", ValueKind.DECIMAL, 3, -2), VersionKind.INTEGER))
                .isFalse();
        assertThat(possible(Tables.column("v", "year", ValueKind.INTEGER, 0, 0), VersionKind.INTEGER))
                .isFalse();
        assertThat(possible(Tables.column("v", "double", ValueKind.FLOAT64, 0, 0), VersionKind.INTEGER))
                .isFalse();
    }

    @Test
    void aUuidTakesTheColumnsForm() {
        VersionStep own = Steps.of(Tables.column("v", "uuid", ValueKind.UUID, 0, 0), VersionKind.UUID);
        VersionStep text = Steps.of(Tables.column("v", "char", ValueKind.TEXT, 36, 0), VersionKind.UUID);
        VersionStep bytes = Steps.of(Tables.column("v", "binary", ValueKind.BINARY, 16, 0), VersionKind.UUID);
        assertThat(own.next(Value.ofNull(), NO_CLOCK).orElseThrow()).isInstanceOf(Value.Uuid.class);
        assertThat(UUID.fromString(
                        text.next(Value.ofNull(), NO_CLOCK).orElseThrow().text()))
                .isNotNull();
        assertThat(bytes.next(Value.ofNull(), NO_CLOCK).orElseThrow().text()).hasSize(2 * 16);
        assertThat(own.next(Value.ofNull(), NO_CLOCK)).isNotEqualTo(own.next(Value.ofNull(), NO_CLOCK));
    }

    @Test
    void aUuidThatWouldBeClippedIsNotPossible() {
        assertThat(possible(Tables.column("v", "char", ValueKind.TEXT, 32, 0), VersionKind.UUID))
                .isFalse();
        assertThat(possible(Tables.column("v", "binary", ValueKind.BINARY, 15, 0), VersionKind.UUID))
                .isFalse();
        assertThat(possible(Tables.column("v", "bit", ValueKind.BINARY, 64, 0), VersionKind.UUID))
                .isFalse();
        assertThat(possible(Tables.column("v", "text", ValueKind.TEXT, 0, 0), VersionKind.UUID))
                .isTrue();
        assertThat(possible(Tables.column("v", "bytea", ValueKind.BINARY, 0, 0), VersionKind.UUID))
                .isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void aVersionTheDatabaseMakesIsNeverAssignedWhateverItsType(ValueKind kind) {
        VersionStep step = Steps.of(Tables.column("v", "some type", kind, 0, 0), VersionKind.DATABASE);
        assertThat(step.possible()).isTrue();
        assertThat(step.assigned()).isFalse();
        assertThat(step.next(Value.ofNull(), NO_CLOCK)).isEmpty();
        assertThat(step.next(Value.of(1), NO_CLOCK)).isEmpty();
    }

    @Test
    void aGeneratedColumnIsNeverAssignedWhateverThePolicySays() {
        assertThat(Steps.of(Tables.computed("version"), VersionKind.INTEGER).assigned())
                .isFalse();
        assertThat(new VersionStep(Tables.computed("version"), doubling()).possible())
                .isFalse();
    }

    @Test
    void aCallersFunctionMakesTheNextVersionFromTheOld() {
        VersionStep step = new VersionStep(COUNTER, doubling());
        assertThat(step.assigned()).isTrue();
        assertThat(step.next(Value.ofNull(), NO_CLOCK)).contains(Value.of(1));
        assertThat(step.next(Value.of(21), NO_CLOCK)).contains(Value.of(42));
    }

    @Test
    void aFunctionThatDoesNotMoveHasNoNextVersion() {
        VersionStep same = new VersionStep(COUNTER, new Guard.ByFunction("version", old -> old));
        VersionStep nothing = new VersionStep(COUNTER, new Guard.ByFunction("version", old -> Value.ofNull()));
        assertThat(same.next(Value.of(1), NO_CLOCK)).isEmpty();
        assertThat(nothing.next(Value.of(1), NO_CLOCK)).isEmpty();
        assertThat(same.stoodStill(Value.of(1), Value.of(1))).isTrue();
        assertThat(same.stoodStill(Value.of(1), Value.of(2))).isFalse();
    }

    @Test
    void onlyATimestampAsksForTheTime() {
        Column time = Tables.column("t", "timestamp", ValueKind.TIMESTAMP, 0, 6);
        assertThat(Steps.of(time, VersionKind.TIMESTAMP).asksForTime()).isTrue();
        assertThat(Steps.of(time, VersionKind.DATABASE).asksForTime()).isFalse();
        assertThat(Steps.of(COUNTER, VersionKind.INTEGER).asksForTime()).isFalse();
    }

    private static boolean possible(Column column, VersionKind kind) {
        return Steps.of(column, kind).possible();
    }

    private static Guard.ByFunction doubling() {
        return new Guard.ByFunction(
                "version",
                old -> old instanceof Value.Exact exact
                        ? Value.of(exact.number().add(exact.number()))
                        : Value.of(1));
    }

    @Test
    void aUuidThatJustFitsIsPossible() {
        assertThat(possible(Tables.column("v", "char", ValueKind.TEXT, 36, 0), VersionKind.UUID))
                .isTrue();
        assertThat(possible(Tables.column("v", "binary", ValueKind.BINARY, 16, 0), VersionKind.UUID))
                .isTrue();
        assertThat(possible(Tables.column("v", "uuid", ValueKind.UUID, 0, 0), VersionKind.UUID))
                .isTrue();
        assertThat(possible(Tables.column("v", "int", ValueKind.INTEGER, 10, 0), VersionKind.UUID))
                .isFalse();
    }

    /** RFC 9562: the version is the first digit of the third group, the variant begins the fourth. */
    @Test
    void aUuidOfSixteenBytesIsARandomOneWithItsBytesInOrder() {
        VersionStep step = Steps.of(Tables.column("v", "binary", ValueKind.BINARY, 16, 0), VersionKind.UUID);
        for (int i = 0; i < 20; i++) {
            assertThat(step.next(Value.ofNull(), NO_CLOCK).orElseThrow().text())
                    .matches("[0-9a-f]{12}4[0-9a-f]{3}[89ab][0-9a-f]{15}");
        }
    }

    @Test
    void aCounterMayBeADecimalOrANumberOfSqlite() {
        assertThat(possible(Tables.column("v", "numeric", ValueKind.DECIMAL, 3, 0), VersionKind.INTEGER))
                .isTrue();
        assertThat(possible(Tables.column("v", "numeric", ValueKind.NUMERIC, 0, 0), VersionKind.INTEGER))
                .isTrue();
        assertThat(possible(COUNTER, VersionKind.INTEGER)).isTrue();
        assertThat(new VersionStep(COUNTER, doubling()).possible()).isTrue();
    }

    @Test
    void onlyATimeMovesByTheClock() {
        assertThat(possible(Tables.column("t", "timestamp", ValueKind.TIMESTAMP, 0, 6), VersionKind.TIMESTAMP))
                .isTrue();
        assertThat(possible(Tables.column("t", "DATETIME", ValueKind.TEXT, 0, 0), VersionKind.TIMESTAMP))
                .isTrue();
        assertThat(possible(Tables.column("t", "varchar", ValueKind.TEXT, 0, 0), VersionKind.TIMESTAMP))
                .isFalse();
        assertThat(possible(Tables.column("t", "date", ValueKind.DATE, 0, 0), VersionKind.TIMESTAMP))
                .isFalse();
    }

    @Test
    void aGeneratedTimeAndACallersFunctionDoNotAskForTheTime() {
        assertThat(Steps.of(Tables.computed("t"), VersionKind.TIMESTAMP).asksForTime())
                .isFalse();
        assertThat(Steps.of(Tables.computed("t"), VersionKind.TIMESTAMP).next(Value.ofNull(), NO_CLOCK))
                .isEmpty();
        assertThat(new VersionStep(COUNTER, doubling()).asksForTime()).isFalse();
    }
}
