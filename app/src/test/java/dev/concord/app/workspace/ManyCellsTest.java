package dev.concord.app.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.app.paste.PasteCommands;
import dev.concord.app.pending.PendingEdit;
import dev.concord.app.question.Notice;
import dev.concord.app.question.Question;
import dev.concord.app.shell.Office;
import dev.concord.app.shell.ShellModel;
import dev.concord.query.PageRequest;
import dev.concord.query.PageRequest.Sort;
import dev.concord.record.RecordKey;
import dev.concord.record.Value;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Which cells of the grid are changed, over the sample database. */
class ManyCellsTest {
    private final Office office = new Office();
    private final ShellModel shell = office.shellAtOnce(Optional.of("customer"), Optional.empty());
    private final WorkspaceModel workspace = shell.opened().get().orElseThrow().workspace();
    private final PasteCommands cells = workspace.grid().many();

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    void linesGoOntoTheRowsAsTheyAreSortedAndFiltered() {
        workspace.rows().filters().search().set("berlin");
        workspace.rows().filters().apply();
        workspace.rows().sortBy(List.of(new Sort("name", false)));
        go(1, "contact");
        cells.paste("first\nsecond\n");
        apply();
        assertThat(keys())
                .containsExactlyElementsOf(workspace.rows().rows().subList(1, 3).stream()
                        .map(row -> workspace.rows().keyOf(row).orElseThrow())
                        .toList());
        assertThat(workspace.pending().unsaved().getLast().draft().get("contact"))
                .isEqualTo(Value.of("second"));
    }

    @Test
    void everyRowOfTheTableIsMeantWhereAWholeColumnIsSelectedAlsoThoseThatAreNotLoaded() {
        go(7, "notes");
        workspace.rows().cells().selectColumns();
        cells.setTo("checked");
        apply();
        int all = office.store
                .page(PageRequest.first(Office.CUSTOMER.table(), List.of(), 100_000))
                .rows()
                .size();
        assertThat(all).isGreaterThan(workspace.rows().rows().size());
        assertThat(workspace.pending().unsaved()).hasSize(all);
        workspace.pending().undo();
        assertThat(workspace.pending().unsaved()).isEmpty();
    }

    @Test
    void whereOneRowIsSelectedItIsFilledFromTheRowAbove() {
        go(3, "city");
        workspace.rows().cells().extend(0, 1);
        cells.fillDown();
        assertThat(keys())
                .containsExactly(
                        workspace.rows().keyOf(workspace.rows().rows().get(3)).orElseThrow());
        assertThat(workspace.pending().unsaved().getFirst().draft().get("city"))
                .isEqualTo(workspace.rows().rows().get(2).get("city"));
    }

    @Test
    void theRecordInTheFormShowsWhatWasPasted() {
        go(2, "contact");
        cells.paste("Somebody");
        assertThat(workspace.shown().openKey()).contains(keys().getFirst());
        assertThat(workspace.edit().draft().get().orElseThrow().get("contact")).isEqualTo(Value.of("Somebody"));
    }

    @Test
    void theOfferToTakeItBackGoesWhenSomethingElseIsTheLastStep() {
        go(2, "contact");
        cells.paste("Somebody");
        assertThat(workspace.prompt().notice().get().offers()).hasSize(1);
        workspace.prompt().notice().get().offers().getFirst().action().run();
        assertThat(workspace.pending().unsaved()).isEmpty();
        assertThat(workspace.prompt().notice().get().sentence()).isEqualTo("Taken back.");
        workspace.pending().redo();
        assertThat(workspace.prompt().notice().get().sentence()).isEqualTo("Taken back.");

        cells.paste("Somebody else");
        workspace.pending().undo();
        assertThat(workspace.prompt().notice().get()).isEqualTo(Notice.NONE);
    }

    @Test
    void aViewCannotBeChangedAndNothingIsAsked() {
        workspace.tables().all().stream()
                .filter(table -> table.id().name().equals("open_orders"))
                .forEach(workspace.tables()::select);
        cells.paste("x\ny");
        assertThat(workspace.prompt().notice().get().sentence()).isEqualTo("Rows of this table cannot be changed.");
        assertThat(workspace.prompt().question().get()).isEqualTo(new Question.None());
    }

    @Test
    void withoutACellNothingIsAsked() {
        workspace.rows().select(Optional.empty());
        cells.paste("x\ny");
        assertThat(workspace.prompt().notice().get().sentence()).isEqualTo("Choose a cell first.");
    }

    private void go(int row, String column) {
        workspace.rows().cells().go(row, column);
    }

    private void apply() {
        if (workspace.prompt().question().get() instanceof Question.ManyCells(var model)) {
            model.apply();
        }
        assertThat(workspace.prompt().question().get()).isEqualTo(new Question.None());
    }

    private List<RecordKey> keys() {
        return workspace.pending().unsaved().stream()
                .map(PendingEdit::key)
                .map(Optional::orElseThrow)
                .toList();
    }
}
