package dev.concord.version;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.catalog.Column;
import dev.concord.catalog.ValueKind;
import dev.concord.version.Guard.VersionKind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Which versions prove a row unchanged alone, and why the others do not. */
class WeaknessTest {

    @Test
    void countersAndUuidsAndFineTimesAreSoundAlone() {
        assertThat(Steps.of(column("integer", ValueKind.INTEGER, 0), VersionKind.INTEGER)
                        .weakness())
                .isEmpty();
        assertThat(Steps.of(column("char", ValueKind.TEXT, 0), VersionKind.UUID).weakness())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0", "3", "6", "9"})
    void aTimeIsNotHoweverFineItIsAndWhoeverSetsIt(int digits) {
        assertThat(Steps.of(column("timestamp", ValueKind.TIMESTAMP, digits), VersionKind.TIMESTAMP)
                        .weakness())
                .contains(Weakness.CLOCK_REPEATS);
        assertThat(Steps.of(column("timestamp", ValueKind.ZONED_TIMESTAMP, digits), VersionKind.DATABASE)
                        .weakness())
                .contains(Weakness.CLOCK_REPEATS);
        assertThat(new VersionStep(
                                column("timestamp", ValueKind.TIMESTAMP, digits), new Guard.ByFunction("v", old -> old))
                        .weakness())
                .contains(Weakness.CLOCK_REPEATS);
    }

    @Test
    void aTimeKeptAsTextIsNot() {
        assertThat(Steps.of(column("datetime", ValueKind.TEXT, 0), VersionKind.TIMESTAMP)
                        .weakness())
                .contains(Weakness.CLOCK_REPEATS);
    }

    @ParameterizedTest
    @CsvSource({
        "INTEGER,",
        "DECIMAL,",
        "NUMERIC,",
        "UUID,",
        "BINARY,",
        "BOOLEAN, COMES_BACK",
        "ENUM, COMES_BACK",
        "DATE, COMES_BACK",
        "TIME, COMES_BACK",
        "TEXT, COMPARED_LOOSELY",
        "FLOAT32, COMPARED_LOOSELY",
        "FLOAT64, COMPARED_LOOSELY",
        "JSON, COMPARED_LOOSELY",
        "OTHER, COMPARED_LOOSELY"
    })
    void aVersionOthersChooseIsAsSoundAsItsType(ValueKind kind, @Nullable Weakness weakness) {
        Column column = column("a type", kind, 0);
        assertThat(Steps.of(column, VersionKind.DATABASE).weakness().orElse(null))
                .isEqualTo(weakness);
        assertThat(new VersionStep(column, new Guard.ByFunction("v", old -> old))
                        .weakness()
                        .orElse(null))
                .isEqualTo(weakness);
    }

    @Test
    void aDatabaseThatCountsOnFromNullStandsStill() {
        Column nullable = Tables.nullable(column("integer", ValueKind.INTEGER, 0));
        assertThat(Steps.of(nullable, VersionKind.DATABASE).weakness()).contains(Weakness.NULLABLE);
        assertThat(Steps.of(nullable, VersionKind.INTEGER).weakness()).isEmpty();
        assertThat(new VersionStep(nullable, new Guard.ByFunction("v", old -> old)).weakness())
                .isEmpty();
    }

    @Test
    void aGeneratedColumnStandsStillWhenAnotherColumnChanges() {
        assertThat(Steps.of(Tables.computed("v"), VersionKind.DATABASE).weakness())
                .contains(Weakness.COMPUTED);
        assertThat(Steps.of(Tables.computed("v"), VersionKind.INTEGER).weakness())
                .contains(Weakness.COMPUTED);
    }

    @ParameterizedTest
    @EnumSource
    void everyReasonCanBePutIntoWords(Weakness weakness) {
        assertThat(weakness.words()).matches("[a-z][^.]{20,}");
    }

    private static Column column(String type, ValueKind kind, int scale) {
        return Tables.column("v", type, kind, 0, scale);
    }
}
