package dev.concord.version;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.catalog.Column;
import dev.concord.catalog.Table;
import dev.concord.catalog.TableId;
import dev.concord.catalog.ValueKind;
import dev.concord.version.Guard.VersionKind;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GuardProposalTest {
    private static final Column ID = Tables.column("id", "integer", ValueKind.INTEGER, 10, 0);

    @ParameterizedTest
    @ValueSource(strings = {"version", "VERSION", "row_version", "lockVersion", "OPTLOCK", "revision"})
    void aCounterIsKnownByItsNameHoweverItIsWritten(String name) {
        Column column = Tables.column(name, "integer", ValueKind.INTEGER, 10, 0);
        GuardProposal proposal = GuardProposal.find(Tables.of("t", ID, column)).orElseThrow();
        assertThat(proposal.column()).isEqualTo(column);
        Guard.ByColumn byColumn = new Guard.ByColumn(name, VersionKind.INTEGER);
        assertThat(proposal.guard()).isEqualTo(new Guard.ByBoth(byColumn));
        assertThat(proposal.guardAlone()).isEqualTo(byColumn);
        assertThat(proposal.soundAlone()).isTrue();
    }

    @Test
    void aCounterMayBeADecimalIfItHasNoPlaces() {
        Column whole = Tables.column("version", "numeric", ValueKind.DECIMAL, 12, 0);
        Column broken = Tables.column("version", "numeric", ValueKind.DECIMAL, 12, 2);
        assertThat(GuardProposal.find(Tables.of("t", ID, whole)).orElseThrow().kind())
                .isEqualTo(VersionKind.INTEGER);
        assertThat(GuardProposal.find(Tables.of("t", ID, broken))).isEmpty();
    }

    @Test
    void aVersionOfTextOrThatMayBeNullOrNamesTheRowIsNotProposed() {
        assertThat(GuardProposal.find(Tables.of("t", ID, Tables.column("version", "varchar", ValueKind.TEXT, 20, 0))))
                .isEmpty();
        assertThat(GuardProposal.find(
                        Tables.of("t", ID, Tables.nullable(Tables.column("version", "int", ValueKind.INTEGER, 10, 0)))))
                .isEmpty();
        assertThat(GuardProposal.find(Tables.of("t", ID, Tables.computed("twice"))))
                .isEmpty();
        assertThat(GuardProposal.find(Tables.of("t", Tables.column("version", "integer", ValueKind.INTEGER, 10, 0))))
                .isEmpty();
        assertThat(GuardProposal.find(Tables.of("t", ID))).isEqualTo(Optional.empty());
    }

    @Test
    void aUuidIsProposedInEachOfItsForms() {
        for (Column column : new Column[] {
            Tables.column("row_version", "uuid", ValueKind.UUID, 0, 0),
            Tables.column("row_version", "char", ValueKind.TEXT, 36, 0),
            Tables.column("row_version", "binary", ValueKind.BINARY, 16, 0)
        }) {
            assertThat(GuardProposal.find(Tables.of("t", ID, column))
                            .orElseThrow()
                            .kind())
                    .isEqualTo(VersionKind.UUID);
        }
    }

    @Test
    void aTimeIsNeverTheProofAloneHoweverFineItIs() {
        Column fine = Tables.column("updated_at", "timestamp", ValueKind.TIMESTAMP, 0, 9);
        GuardProposal proposal = GuardProposal.find(Tables.of("t", ID, fine)).orElseThrow();
        assertThat(proposal.guard())
                .isEqualTo(new Guard.ByBoth(new Guard.ByColumn("updated_at", VersionKind.TIMESTAMP)));
        assertThat(proposal.soundAlone()).isFalse();
    }

    @Test
    void aCounterIsPreferredToATime() {
        Column time = Tables.column("updated_at", "timestamp", ValueKind.TIMESTAMP, 0, 6);
        Column counter = Tables.column("version", "bigint", ValueKind.INTEGER, 19, 0);
        assertThat(GuardProposal.find(Tables.of("t", ID, time, counter))
                        .orElseThrow()
                        .column())
                .isEqualTo(counter);
    }

    @Test
    void aTimeTheDatabaseSetsOnEveryChangeNeedsNoDecision() {
        Column time = Tables.withDefault(
                Tables.column("updated_at", "timestamp", ValueKind.ZONED_TIMESTAMP, 0, 6),
                "current_timestamp(6) on update current_timestamp(6)");
        assertThat(GuardProposal.find(Tables.of("t", ID, time))).isEmpty();
    }

    @Test
    void aTimeWithADefaultOnlyIsNotTakenForOneTheDatabaseMoves() {
        Column time = Tables.withDefault(
                Tables.column("updated_at", "timestamp", ValueKind.ZONED_TIMESTAMP, 0, 6), "current_timestamp(6)");
        assertThat(GuardProposal.find(Tables.of("t", ID, time)).orElseThrow().kind())
                .isEqualTo(VersionKind.TIMESTAMP);
    }

    @Test
    void aVersionTheDatabaseComputesNeedsNoDecision() {
        assertThat(GuardProposal.find(Tables.of("t", ID, Tables.computed("version"))))
                .isEmpty();
    }

    @Test
    void theExplanationSpeaksInFacts() {
        Column column = Tables.withDefault(Tables.column("version", "INTEGER", ValueKind.INTEGER, 32, 0), "1");
        assertThat(GuardProposal.find(Tables.of("t", ID, column))
                        .orElseThrow()
                        .explanation()
                        .words())
                .isEqualTo("column \"version\", integer, default 1");
    }

    @Test
    void theExplanationSaysWhyAColumnIsNotProposedAlone() {
        Column coarse = Tables.column("updated_at", "TIMESTAMP", ValueKind.TIMESTAMP, 0, 0);
        GuardProposal proposal = GuardProposal.find(Tables.of("t", ID, coarse)).orElseThrow();
        assertThat(proposal.explanation().notAlone()).contains(Weakness.CLOCK_REPEATS);
        assertThat(proposal.explanation().words())
                .startsWith("column \"updated_at\", timestamp(0), no default; not alone, because two");
    }

    @Test
    void aUuidIsPreferredToATime() {
        Column time = Tables.column("updated_at", "timestamp", ValueKind.TIMESTAMP, 0, 6);
        Column uuid = Tables.column("row_version", "uuid", ValueKind.UUID, 0, 0);
        Column counter = Tables.column("version", "int", ValueKind.INTEGER, 10, 0);
        assertThat(GuardProposal.find(Tables.of("t", ID, time, uuid))
                        .orElseThrow()
                        .column())
                .isEqualTo(uuid);
        assertThat(GuardProposal.find(Tables.of("t", ID, uuid, counter))
                        .orElseThrow()
                        .column())
                .isEqualTo(counter);
    }

    @Test
    void aTextOrBytesOfAnotherSizeThanAUuidIsNotProposed() {
        for (Column column : new Column[] {
            Tables.column("row_version", "char", ValueKind.TEXT, 37, 0),
            Tables.column("row_version", "binary", ValueKind.BINARY, 17, 0),
            Tables.column("row_version", "boolean", ValueKind.BOOLEAN, 0, 0),
            Tables.column("updated_at", "varchar", ValueKind.TEXT, 36, 0),
            Tables.column("customer", "integer", ValueKind.INTEGER, 10, 0)
        }) {
            assertThat(GuardProposal.find(Tables.of("t", ID, column)))
                    .as(column.typeName())
                    .isEmpty();
        }
    }

    @Test
    void aTableWithoutAKeyMayHaveAVersionToo() {
        Column counter = Tables.column("version", "int", ValueKind.INTEGER, 10, 0);
        Table loose = new Table(
                new TableId("", "t"),
                Table.Type.TABLE,
                List.of(counter),
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                true,
                "");
        assertThat(GuardProposal.find(loose).orElseThrow().column()).isEqualTo(counter);
    }

    @ParameterizedTest
    @CsvSource({
        "char, TEXT, 36, 0, char(36)",
        "BINARY, BINARY, 16, 0, binary(16)",
        "uuid, UUID, 0, 0, uuid",
        "numeric, DECIMAL, 12, 0, 'numeric(12,0)'",
        "numeric, DECIMAL, 0, 0, numeric"
    })
    void theExplanationNamesTheTypeWithItsSize(String type, ValueKind kind, int size, int scale, String shown) {
        Column column = Tables.column("version", type, kind, size, scale);
        assertThat(GuardProposal.find(Tables.of("t", ID, column))
                        .orElseThrow()
                        .explanation()
                        .words())
                .isEqualTo("column \"version\", " + shown + ", no default");
    }

    @Test
    void theExplanationNamesTheDigitsOfASecondWhereTheDatabaseWritesThem() {
        Column zoned = Tables.column("updated_at", "timestamp with time zone", ValueKind.ZONED_TIMESTAMP, 0, 3);
        Column text = Tables.column("updated_at", "datetime", ValueKind.TEXT, 0, 0);
        assertThat(Explanation.of(zoned, Optional.empty()).words())
                .isEqualTo("column \"updated_at\", timestamp(3) with time zone, no default");
        assertThat(Explanation.of(text, Optional.empty()).words())
                .isEqualTo("column \"updated_at\", datetime, no default");
    }
}
