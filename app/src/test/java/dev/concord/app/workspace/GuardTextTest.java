package dev.concord.app.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.catalog.Column;
import dev.concord.catalog.Column.Generation;
import dev.concord.catalog.Key;
import dev.concord.catalog.Table;
import dev.concord.catalog.TableId;
import dev.concord.catalog.ValueKind;
import dev.concord.ui.text.Texts;
import dev.concord.version.GuardProposal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a person is told about a version column before confirming it. */
class GuardTextTest {
    private final GuardText text = new GuardText(Texts.of(Locale.ENGLISH));

    @Test
    void aProposalIsExplainedInFacts() {
        assertThat(proposal(column("version", "INTEGER", ValueKind.INTEGER, Optional.of("1"), Generation.NONE)))
                .isEqualTo("“version” looks like a version column (integer, never NULL, default 1).");
    }

    @Test
    void itSaysWhyTheChecksumStays() {
        assertThat(proposal(column("updated_at", "datetime", ValueKind.TIMESTAMP, Optional.empty(), Generation.NONE)))
                .isEqualTo(
                        "“updated_at” looks like a version column (datetime(0), never NULL, no default). The checksum"
                                + " would still be compared as well, because its times are coarser than a millisecond, and two"
                                + " changes may get the same time.");
    }

    @Test
    void whatTheDatabaseMovesIsSaidToBeItsOwn() {
        assertThat(proposal(column(
                        "touched",
                        "datetime",
                        ValueKind.TIMESTAMP,
                        Optional.of("current_timestamp() on update current_timestamp()"),
                        Generation.NONE)))
                .startsWith("“touched” is set by the database on every change (");
        assertThat(proposal(column("version", "int", ValueKind.INTEGER, Optional.empty(), Generation.COMPUTED)))
                .startsWith("“version” looks like a version the database computes (")
                .endsWith("because it changes only when the columns it is computed from change.");
    }

    private String proposal(Column column) {
        Column id = column("id", "int", ValueKind.INTEGER, Optional.empty(), Generation.NONE);
        Table table = new Table(
                new TableId("", "t"),
                Table.Type.TABLE,
                List.of(id, column),
                Optional.of(new Key("", List.of("id"), true)),
                List.of(),
                List.of(),
                List.of(),
                true,
                "");
        return text.of(GuardProposal.find(table).orElseThrow());
    }

    private static Column column(
            String name, String type, ValueKind kind, Optional<String> expression, Generation generation) {
        return new Column(name, type, kind, 0, 0, false, expression, generation, List.of(), "");
    }
}
