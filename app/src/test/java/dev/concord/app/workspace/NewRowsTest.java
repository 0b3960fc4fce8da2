package dev.concord.app.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.app.browse.RowsModel;
import dev.concord.app.cells.CopyForm;
import dev.concord.app.cells.CurrentCell;
import dev.concord.app.pending.EditId;
import dev.concord.app.pending.FieldInput;
import dev.concord.app.pending.PendingEdit;
import dev.concord.app.question.Question;
import dev.concord.app.shell.Office;
import dev.concord.catalog.Column;
import dev.concord.record.RecordKey;
import dev.concord.record.Row;
import dev.concord.record.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The rows of new records after a table's last row. */
class NewRowsTest {
    private final Office office = new Office();
    private final WorkspaceModel workspace = office.shellAtOnce(Optional.of("customer"), Optional.empty())
            .opened()
            .get()
            .orElseThrow()
            .workspace();
    private final RowsModel rows = workspace.rows();

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    void theEmptyRowIsReachedFromTheMiddleOfTheTableAndIsNoRecordBeforeSomethingIsTyped() {
        assertThat(rows.shown()).as("the end is not loaded").isEqualTo(rows.rows());
        workspace.newRow();
        assertThat(rows.shown()).hasSize(rows.rows().size() + 1);
        assertThat(rows.cells().currentIndex()).isEqualTo(rows.rows().size());
        assertThat(rows.cells().current().orElseThrow().column().name())
                .as("the first one that the database does not number")
                .isEqualTo("name");
        assertThat(workspace.edit().title().get()).isEqualTo("New Customer");
        assertThat(workspace.unsaved()).isEmpty();
        assertThat(workspace.pending().undo()).isEmpty();
    }

    @Test
    void whatIsTypedBeginsARecordAndAnotherEmptyRowFollows() {
        workspace.newRow();
        RecordKey first = current();
        type("name", "Teestube");
        assertThat(current()).isEqualTo(first);
        assertThat(fresh()).hasSize(2).first().isEqualTo(first);
        rows.cells().move(1, 0);
        type("name", "Kontor");
        assertThat(fresh()).hasSize(3);
        assertThat(workspace.unsaved()).hasSize(2);
        assertThat(workspace.edit().shown().map(PendingEdit::row)).contains(current());
    }

    @Test
    void aRecordWhoseEveryValueIsTakenBackLeavesItsRowEmptyUnderTheCurrentCell() {
        workspace.newRow();
        RecordKey first = current();
        type("name", "Teestube");
        workspace.undo();
        assertThat(workspace.unsaved()).isEmpty();
        assertThat(fresh()).containsExactly(first);
        assertThat(current()).isEqualTo(first);
        workspace.redo();
        assertThat(fresh()).hasSize(2).first().isEqualTo(first);
        assertThat(workspace.edit().draft().get().orElseThrow().get("name")).isEqualTo(Value.of("Teestube"));
    }

    @Test
    void severalAreSavedAtOnceAndStayWhereTheirRowsWere() {
        workspace.newRow();
        int before = rows.rows().size();
        for (String name : List.of("Teestube", "Kontor", "Werft")) {
            fill(name);
            rows.cells().move(1, 0);
        }
        rows.cells().move(-1, 0);
        workspace.save();
        ((Question.SaveAll) workspace.prompt().question().get()).model().start();
        assertThat(workspace.unsaved()).isEmpty();
        assertThat(rows.rows().subList(before, rows.rows().size()))
                .extracting(row -> row.get("name").text())
                .containsExactly("Teestube", "Kontor", "Werft");
        assertThat(fresh()).hasSize(1);
        assertThat(rows.cells().current().map(cell -> cell.row().get("name")))
                .as("the current cell stays with its record")
                .contains(Value.of("Werft"));
        workspace.shown().refreshRows();
        workspace.newRow();
        assertThat(rows.rows()).hasSizeGreaterThan(3);
        assertThat(rows.rows().getLast().get("name")).isEqualTo(Value.of("Werft"));
    }

    @Test
    void oneIsSavedByTheFormAndItsRowIsItsRecord() {
        workspace.newRow();
        fill("Teestube");
        workspace.save();
        assertThat(workspace.unsaved()).isEmpty();
        RecordKey saved = current();
        assertThat(EditId.New.of(saved)).isEmpty();
        assertThat(office.value(saved, "name")).isEqualTo(Value.of("Teestube"));
        assertThat(rows.indexOf(saved)).isEqualTo(rows.rows().size() - 1);
        assertThat(workspace.shown().openKey()).contains(saved);
    }

    @Test
    void whatIsBegunInTheFormHasARowAsSoonAsItHoldsSomething() {
        workspace.newRow();
        workspace.shown().openNew(rows.table().get().orElseThrow());
        assertThat(fresh()).hasSize(1);
        workspace.edit().fields().stream()
                .filter(field -> field.column().name().equals("name"))
                .forEach(field -> field.value().set(Value.of("Teestube")));
        assertThat(fresh()).hasSize(2);
        assertThat(current()).isEqualTo(workspace.edit().shown().orElseThrow().row());
    }

    @Test
    void markingANewRowToBeDeletedDiscardsItAndUndoBringsItBack() {
        workspace.newRow();
        type("name", "Teestube");
        workspace.deleteSelected();
        assertThat(workspace.unsaved()).isEmpty();
        assertThat(workspace.prompt().notice().get().sentence())
                .isEqualTo("The new record is discarded. Ctrl+Z takes that back.");
        workspace.undo();
        assertThat(workspace.unsaved()).hasSize(1);
        assertThat(fresh()).hasSize(2);
    }

    @Test
    void linesPastedIntoTheEmptyRowAreNewRows() {
        workspace.newRow();
        rows.cells().go(rows.cells().currentIndex(), "name");
        workspace.grid().many().paste("Teestube\nKontor\nWerft\n");
        ((Question.ManyCells) workspace.prompt().question().get()).model().apply();
        assertThat(fresh()).hasSize(4);
        assertThat(texts("name")).containsExactly("Teestube", "Kontor", "Werft");
        workspace.pending().undo();
        assertThat(fresh()).hasSize(1);
    }

    @Test
    void cellsOfNewRowsAreSetFilledAndCopiedLikeOthers() {
        workspace.newRow();
        type("name", "Teestube");
        rows.cells().move(1, 0);
        type("name", "Kontor");
        int first = rows.rows().size();
        rows.cells().go(first, "city");
        rows.cells().extendTo(first + 1, "city");
        workspace.grid().many().setTo("Kiel");
        assertThat(texts("city")).containsExactly("Kiel", "Kiel");
        rows.cells().go(first, "name");
        rows.cells().extendTo(first + 1, "name");
        workspace.grid().many().fillDown();
        assertThat(texts("name")).containsExactly("Teestube", "Teestube");
        rows.cells().extendTo(first + 2, "name");
        List<String> copied = new ArrayList<>();
        workspace.copying().copy(CopyForm.TABS, text -> copied.add(text.text()));
        assertThat(copied).as("the empty row is left out").containsExactly("Teestube\nTeestube");
    }

    @Test
    void whereAFilterShowsNothingItIsSaidInPlaceOfAnEmptyRowUntilOneIsAskedFor() {
        rows.filters().search().set("nobody is called so");
        rows.filters().apply();
        assertThat(rows.shown()).isEmpty();
        workspace.newRow();
        assertThat(rows.shown()).hasSize(1);
        assertThat(rows.cells().currentIndex()).isZero();
    }

    @Test
    void aTableThatCanOnlyBeLookedAtHasNone() {
        workspace.tables().all().stream()
                .filter(table -> table.id().name().equals("open_orders"))
                .forEach(workspace.tables()::select);
        workspace.newRow();
        rows.goToLast(false);
        assertThat(rows.shown()).isEqualTo(rows.rows());
    }

    private void fill(String name) {
        type("name", name);
        type("street", "Hafenweg 3");
        type("city", "Kiel");
        type("country_code", "DE");
    }

    private void type(String column, String text) {
        PendingEdit edit = workspace.edit().shown().orElseThrow();
        assertThat(edit.row())
                .as("the record of the current row is in the form")
                .isEqualTo(current());
        Column typed = edit.table().column(column).orElseThrow();
        edit.type(typed, new FieldInput(Value.of(text), ""));
        edit.endStep();
    }

    private List<String> texts(String column) {
        return workspace.pending().unsaved().stream()
                .map(edit -> edit.draft().get(column).text())
                .toList();
    }

    private RecordKey current() {
        return rows.cells().current().flatMap(CurrentCell::key).orElseThrow();
    }

    private List<RecordKey> fresh() {
        List<Row> all = rows.shown();
        return all.subList(rows.rows().size(), all.size()).stream()
                .map(row -> rows.keyOf(row).orElseThrow())
                .toList();
    }
}
