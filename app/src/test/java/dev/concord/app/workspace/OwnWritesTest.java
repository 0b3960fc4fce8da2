package dev.concord.app.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.app.conflict.ConflictModel;
import dev.concord.app.question.Question;
import dev.concord.app.shell.Office;
import dev.concord.catalog.Column;
import dev.concord.catalog.Column.Generation;
import dev.concord.catalog.Key;
import dev.concord.catalog.Table;
import dev.concord.catalog.TableId;
import dev.concord.catalog.ValueKind;
import dev.concord.record.Bytes;
import dev.concord.record.Draft;
import dev.concord.record.RecordKey;
import dev.concord.record.Row;
import dev.concord.record.Snapshot;
import dev.concord.record.Value;
import dev.concord.record.VersionToken;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Telling the person at the window from a colleague. */
class OwnWritesTest {
    private static final Table NOTE = new Table(
            new TableId("", "note"),
            Table.Type.TABLE,
            List.of(column("id"), column("updated_by")),
            Optional.of(new Key("pk", List.of("id"), true)),
            List.of(),
            List.of(),
            List.of(),
            true,
            "");

    private final OwnWrites own = new OwnWrites("Ben");

    @Test
    void aRowIsOwnAsItWasSavedHereAndNoLongerWhenSomebodyChangedItAgain() {
        own.add(row(1, "7", "ana"));
        assertThat(made(row(1, "7", "ana"))).isTrue();
        assertThat(made(row(1, "8", "ana"))).isFalse();
        assertThat(made(row(2, "7", "ana"))).isFalse();
    }

    @Test
    void aRowThatNamesThePersonIsOwnHoweverTheDatabaseWritesTheName() {
        assertThat(made(row(1, "8", "BEN"))).isTrue();
        assertThat(made(row(1, "8", "Benny"))).isFalse();
    }

    @Test
    void nobodyIsNamedWhereTheUserIsNotKnown() {
        OwnWrites nobody = new OwnWrites("");
        assertThat(nobody.made(NOTE, edit(), row(1, "8", ""))).isFalse();
    }

    @Test
    void theOldestOfAThousandIsForgotten() {
        for (int i = 0; i <= 1000; i++) {
            own.add(row(i, "7", "ana"));
        }
        assertThat(made(row(0, "7", "ana"))).isFalse();
        assertThat(made(row(1, "7", "ana"))).isTrue();
    }

    @Test
    void theDialogSaysWhenItWasThePersonThemselves() {
        try (Office office = new Office()) {
            WorkspaceModel workspace = afterASaveInAnotherWindow(office);
            type(workspace, "phone", "2");
            workspace.edit().save();
            ConflictModel model =
                    ((Question.Merge) workspace.prompt().question().get()).model();
            assertThat(model.writtenHere()).isTrue();
        }
    }

    @Test
    void whatWasAlsoKeptIsSaidToBeThePersonsOwn() {
        try (Office office = new Office()) {
            WorkspaceModel workspace = afterASaveInAnotherWindow(office);
            type(workspace, "city", "Wieliczka");
            workspace.edit().save();
            assertThat(workspace.prompt().notice().get().sentence())
                    .isEqualTo("Saved. Also kept what you saved in another window: Phone.");
        }
    }

    /** A form that shows a record as it was before its phone was saved. */
    private static WorkspaceModel afterASaveInAnotherWindow(Office office) {
        WorkspaceModel workspace = office.shellAtOnce(Optional.of("customer"), Optional.of("1017"))
                .opened()
                .get()
                .orElseThrow()
                .workspace();
        Draft before = workspace.edit().draft().get().orElseThrow();
        type(workspace, "phone", "1");
        workspace.edit().save();
        workspace
                .edit()
                .open(workspace
                        .pending()
                        .open(
                                workspace.rows().table().get().orElseThrow(),
                                before.base().orElseThrow()));
        return workspace;
    }

    private static void type(WorkspaceModel workspace, String column, String text) {
        workspace.edit().fields().stream()
                .filter(field -> field.column().name().equals(column))
                .forEach(field -> field.value().set(Value.of(text)));
    }

    private boolean made(Snapshot theirs) {
        return own.made(NOTE, edit(), theirs);
    }

    private static Draft edit() {
        return Draft.of(row(1, "1", "cleo"));
    }

    private static Snapshot row(int id, String token, String by) {
        Row row = Row.of("id", Value.of(id)).with("updated_by", Value.of(by));
        RecordKey key = new RecordKey(NOTE.id(), Row.of("id", Value.of(id)));
        return new Snapshot(
                key,
                row,
                Optional.of(new VersionToken.OfDigest(Bytes.of(token.getBytes(StandardCharsets.UTF_8)))),
                Instant.EPOCH);
    }

    private static Column column(String name) {
        return new Column(name, "text", ValueKind.TEXT, 40, 0, true, Optional.empty(), Generation.NONE, List.of(), "");
    }
}
