package dev.concord.version;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.concord.catalog.Key;
import dev.concord.catalog.Table;
import dev.concord.catalog.ValueKind;
import dev.concord.record.Row;
import dev.concord.record.Value;
import dev.concord.record.VersionToken;
import dev.concord.testing.LockingContract;
import dev.concord.version.Guard.VersionKind;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A policy meets the table as it really is. */
@LockingContract
class TableGuardTest {
    private static final Table TABLE = Tables.of(
            "customer",
            Tables.column("id", "integer", ValueKind.INTEGER, 10, 0),
            Tables.column("name", "varchar", ValueKind.TEXT, 100, 0),
            Tables.column("seen", "integer", ValueKind.INTEGER, 10, 0),
            Tables.column("version", "integer", ValueKind.INTEGER, 10, 0),
            Tables.column("updated_at", "timestamp", ValueKind.TIMESTAMP, 0, 0),
            Tables.computed("twice"));
    private static final Row ROW = Row.of("id", Value.of(1))
            .with("name", Value.of("Ana"))
            .with("seen", Value.of(5))
            .with("version", Value.of(7))
            .with("updated_at", Steps.dateTime("2026-03-01T12:00:00"))
            .with("twice", Value.of(2));

    @Test
    void aSoundVersionStandsAlone() {
        TableGuard guard = guard(new Guard.ByColumn("version", VersionKind.INTEGER));
        assertThat(guard.doubledBecause()).isEmpty();
        assertThat(guard.provingColumn()).isPresent();
        assertThat(guard.token(ROW)).contains(new VersionToken.OfColumn(Value.of(7)));
    }

    @Test
    void aWeakVersionIsDoubledWithTheDigestAndItSaysWhy() {
        TableGuard guard = guard(new Guard.ByColumn("updated_at", VersionKind.TIMESTAMP));
        assertThat(guard.doubledBecause()).contains(Weakness.CLOCK_REPEATS);
        assertThat(guard.provingColumn()).isEmpty();
        assertThat(guard.token(ROW).orElseThrow()).isInstanceOf(VersionToken.OfBoth.class);
    }

    @Test
    void aColumnThatIsNotThereOrCannotHoldAVersionLeavesTheDigest() {
        TableGuard missing = guard(new Guard.ByColumn("no such column", VersionKind.INTEGER));
        TableGuard unfit = guard(new Guard.ByColumn("name", VersionKind.INTEGER));
        assertThat(missing.doubledBecause()).contains(Weakness.NOT_THERE);
        assertThat(unfit.doubledBecause()).contains(Weakness.WRONG_TYPE);
        assertThat(missing.version()).isEmpty();
        assertThat(unfit.token(ROW)).contains(RowDigest.of(TABLE, ROW, java.util.Set.of()));
    }

    @Test
    void askingForBothNeedsNoReason() {
        TableGuard guard = guard(new Guard.ByBoth(new Guard.ByColumn("updated_at", VersionKind.TIMESTAMP)));
        assertThat(guard.doubledBecause()).isEmpty();
        assertThat(guard.byDigest()).isTrue();
    }

    @Test
    void inPostgresTheWriterIsReadWithTheRowWhereTheDigestIsTheProof() {
        assertThat(guard(new Guard.ByDigest()).withWriter().hiddenColumns()).containsExactly(RowWriter.COLUMN);
        assertThat(guard(new Guard.ByBoth(new Guard.ByColumn("version", VersionKind.INTEGER)))
                        .withWriter()
                        .hiddenColumns())
                .containsExactly(RowWriter.COLUMN);
        assertThat(RowWriter.COLUMN.writable()).isFalse();
        assertThat(guard(new Guard.ByDigest()).hiddenColumns()).isEmpty();
    }

    @Test
    void theWriterIsNotReadWhereItProvesNothing() {
        assertThat(guard(new Guard.ByColumn("version", VersionKind.INTEGER))
                        .withWriter()
                        .hiddenColumns())
                .isEmpty();
        TablePolicy unchecked = TablePolicy.DEFAULT.withMode(LockingMode.IGNORED);
        assertThat(TableGuard.of(unchecked, TABLE).withWriter().hiddenColumns()).isEmpty();
        Table view = table(Table.Type.VIEW, TABLE.primaryKey());
        assertThat(TableGuard.of(TablePolicy.DEFAULT, view).withWriter().hiddenColumns())
                .isEmpty();
        Table withoutKey = table(Table.Type.TABLE, Optional.empty());
        assertThat(TableGuard.of(TablePolicy.DEFAULT, withoutKey).withWriter().hiddenColumns())
                .isEmpty();
    }

    private static Table table(Table.Type type, Optional<Key> primary) {
        return new Table(TABLE.id(), type, TABLE.columns(), primary, List.of(), List.of(), List.of(), true, "");
    }

    @Test
    void aRowReadWithoutItsVersionHasNoToken() {
        assertThatThrownBy(() -> guard(new Guard.ByColumn("version", VersionKind.INTEGER))
                        .token(ROW.without("version")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("version");
    }

    @Test
    void anIgnoredColumnDoesNotCount() {
        TableGuard guard = TableGuard.of(TablePolicy.DEFAULT.ignoring("seen"), TABLE);
        assertThat(guard.token(ROW.with("seen", Value.of(6)))).isEqualTo(guard.token(ROW));
        assertThat(guard.token(ROW.with("name", Value.of("Bob")))).isNotEqualTo(guard.token(ROW));
    }

    @Test
    void onlyTheColumnsOnTheListCount() {
        TableGuard guard = TableGuard.of(TablePolicy.DEFAULT.comparingOnly("name"), TABLE);
        assertThat(guard.ignored()).containsExactlyInAnyOrder("id", "seen", "version", "updated_at");
        assertThat(guard.token(ROW.with("seen", Value.of(6)))).isEqualTo(guard.token(ROW));
        assertThat(guard.token(ROW.with("name", Value.of("Bob")))).isNotEqualTo(guard.token(ROW));
    }

    @Test
    void aListThatDoesNotFitTheTableIsNotUnderstoodAndEveryColumnCounts() {
        for (TablePolicy policy : List.of(
                TablePolicy.DEFAULT.comparingOnly("nmae"),
                TablePolicy.DEFAULT.comparingOnly("name", "renamed"),
                TablePolicy.DEFAULT.comparingOnly("twice"))) {
            TableGuard guard = TableGuard.of(policy, TABLE);
            assertThat(guard.ignored()).isEmpty();
            assertThat(guard.token(ROW.with("seen", Value.of(6)))).isNotEqualTo(guard.token(ROW));
        }
    }

    private static TableGuard guard(Guard guard) {
        return TableGuard.of(TablePolicy.DEFAULT.withGuard(guard), TABLE);
    }

    @Test
    void theWriterIsNotReadWhereTheUserMayReadOnlySomeColumns() {
        Table part = new Table(
                TABLE.id(),
                Table.Type.TABLE,
                TABLE.columns(),
                TABLE.primaryKey(),
                List.of(),
                List.of(),
                List.of(),
                true,
                true,
                false,
                "");
        assertThat(TableGuard.of(TablePolicy.DEFAULT, part).withWriter().hiddenColumns())
                .isEmpty();
    }

    @Test
    void whereNothingIsCheckedARowHasNoToken() {
        TablePolicy unchecked = TablePolicy.DEFAULT.withMode(LockingMode.IGNORED);
        assertThat(TableGuard.of(unchecked, TABLE).token(ROW)).isEmpty();
        assertThat(TableGuard.of(unchecked, TABLE).mode()).isEqualTo(LockingMode.IGNORED);
    }

    @Test
    void theVersionOfARowIsThatOfItsColumnAndNullWhereThereIsNone() {
        assertThat(guard(new Guard.ByColumn("version", VersionKind.INTEGER)).versionOf(ROW))
                .isEqualTo(Value.of(7));
        assertThat(guard(new Guard.ByDigest()).versionOf(ROW)).isEqualTo(Value.ofNull());
        assertThat(guard(new Guard.ByDigest()).provingColumn()).isEmpty();
    }

    @Test
    void aCallersFunctionIsAVersionToo() {
        TableGuard guard = guard(new Guard.ByFunction("version", old -> old));
        assertThat(guard.token(ROW)).contains(new VersionToken.OfColumn(Value.of(7)));
        assertThat(guard.byDigest()).isFalse();
    }

    @Test
    void aVersionThatMayBeNullIsPartOfTheToken() {
        TableGuard guard = guard(new Guard.ByColumn("version", VersionKind.INTEGER));
        assertThat(guard.token(ROW.with("version", Value.ofNull())))
                .contains(new VersionToken.OfColumn(Value.ofNull()));
    }
}
