package dev.concord.version;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.concord.catalog.Column;
import dev.concord.catalog.Table;
import dev.concord.catalog.ValueKind;
import dev.concord.record.Row;
import dev.concord.record.Value;
import dev.concord.record.VersionToken;
import dev.concord.testing.LockingContract;
import dev.concord.version.Guard.VersionKind;
import java.util.List;
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
    private static final Value XID = new Value.Other("xid", "771");

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
        assertThat(guard.doubledBecause()).contains(Weakness.COARSE_TIME);
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
    void aRowVersionIsReadFromAColumnTheTableDoesNotShow() {
        TableGuard guard = guard(new Guard.ByRowVersion());
        assertThat(guard.hiddenColumns()).extracting(Column::name).containsExactly("xmin");
        assertThat(guard.hiddenColumns()).noneMatch(Column::writable);
        assertThat(guard.token(ROW.with("xmin", XID))).contains(new VersionToken.OfColumn(XID));
        assertThat(guard.provingColumn().orElseThrow().column()).isEqualTo(VersionStep.XMIN);
        assertThat(guard(new Guard.ByDigest()).hiddenColumns()).isEmpty();
    }

    @Test
    void aRowReadWithoutItsVersionHasNoToken() {
        assertThatThrownBy(() -> guard(new Guard.ByRowVersion()).token(ROW))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("xmin");
        assertThatThrownBy(() -> guard(new Guard.ByColumn("version", VersionKind.INTEGER))
                        .token(ROW.without("version")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("version");
    }

    @Test
    void whereRowsHaveNoVersionOfTheirOwnTheDigestTakesItsPlace() {
        TableGuard guard = guard(new Guard.ByRowVersion()).withoutRowVersion();
        assertThat(guard.hiddenColumns()).isEmpty();
        assertThat(guard.doubledBecause()).contains(Weakness.NO_ROW_VERSION);
        assertThat(guard.token(ROW).orElseThrow()).isInstanceOf(VersionToken.OfDigest.class);
        TableGuard other = guard(new Guard.ByColumn("version", VersionKind.INTEGER));
        assertThat(other.withoutRowVersion()).isEqualTo(other);
    }

    @Test
    void aViewHasNoRowVersion() {
        Table view = new Table(
                TABLE.id(),
                Table.Type.VIEW,
                TABLE.columns(),
                TABLE.primaryKey(),
                List.of(),
                List.of(),
                List.of(),
                true,
                "");
        assertThat(TableGuard.of(TablePolicy.DEFAULT.withGuard(new Guard.ByRowVersion()), view)
                        .hiddenColumns())
                .isEmpty();
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
}
