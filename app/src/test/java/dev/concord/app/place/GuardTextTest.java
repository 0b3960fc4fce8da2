package dev.concord.app.place;

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

/** What a person is told about a version column before deciding about it. */
class GuardTextTest {
    private final GuardText text = new GuardText(Texts.of(Locale.ENGLISH));

    @Test
    void aColumnToBeDecidedAboutIsNamedWithTheFacts() {
        assertThat(text.of(proposal(column("version", "INTEGER", ValueKind.INTEGER, Optional.of("1")))))
                .isEqualTo("“version” looks like a version that other programs rely on (integer, default 1)."
                        + " Shall saves move it?");
    }

    @Test
    void thatEveryProgramMovesItIsOfferedOnlyWhereThatWouldProveARowUnchanged() {
        assertThat(text.explained(proposal(column("version", "INTEGER", ValueKind.INTEGER, Optional.of("1"))), "order"))
                .startsWith("“version” of order looks like a version: ")
                .endsWith("A program that does not would be overwritten unseen.");
        assertThat(text.explained(
                        proposal(column("updated_at", "datetime", ValueKind.TIMESTAMP, Optional.empty())), "order"))
                .doesNotContain("overwritten unseen");
    }

    private static GuardProposal proposal(Column column) {
        Column id = column("id", "int", ValueKind.INTEGER, Optional.empty());
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
        return GuardProposal.find(table).orElseThrow();
    }

    private static Column column(String name, String type, ValueKind kind, Optional<String> expression) {
        return new Column(name, type, kind, 0, 0, false, expression, Generation.NONE, List.of(), "");
    }
}
