package dev.concord.app.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.app.browse.RowsModel;
import dev.concord.app.cells.CurrentCell;
import dev.concord.app.edit.FieldModel;
import dev.concord.app.question.Question;
import dev.concord.app.shell.Office;
import dev.concord.query.PageRequest;
import dev.concord.record.Draft;
import dev.concord.record.RecordKey;
import dev.concord.record.Row;
import dev.concord.record.Value;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The records of the selected rows are marked to be deleted, what refers to them being named first. */
class RowDeletionTest {
    private final Office office = new Office();
    private final RecordKey first = office.newCustomer();
    private final RecordKey second = office.newCustomer();
    private final WorkspaceModel workspace = office.shellAtOnce(Optional.of("customer"), Optional.empty())
            .opened()
            .get()
            .orElseThrow()
            .workspace();

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    void recordsThatNothingRefersToAreMarkedAtOnceAndDeletedByTheSave() {
        select(first, second);
        workspace.deleteSelected();
        assertThat(workspace.prompt().question().get()).isEqualTo(new Question.None());
        assertThat(workspace.unsaved()).hasSize(2);
        assertThat(workspace.prompt().notice().get().sentence())
                .isEqualTo("2 records are deleted when you save (Ctrl+S).");
        assertThat(office.store.find(first)).isPresent();
        workspace.save();
        ((Question.SaveAll) workspace.prompt().question().get()).model().start();
        assertThat(office.store.find(first)).isEmpty();
        assertThat(office.store.find(second)).isEmpty();
        assertThat(workspace.rows().indexOf(first)).isNegative();
        assertThat(workspace.prompt().notice().get().sentence()).isEqualTo("2 records deleted");
    }

    @Test
    void rowsThatAreNotLoadedAreReadAndMarkedFromTheFirstToTheLastSelected() {
        RowsModel rows = workspace.rows();
        rows.goToFirst(false);
        RecordKey from = rows.cells().current().flatMap(CurrentCell::key).orElseThrow();
        rows.goToLast(true);
        assertThat(rows.indexOf(from)).as("scrolled away").isNegative();
        int all = office.store
                .page(PageRequest.first(Office.CUSTOMER.table(), List.of(), 100_000))
                .rows()
                .size();
        workspace.deleteSelected();
        ((Question.DeleteMany) workspace.prompt().question().get()).yes().run();
        assertThat(workspace.unsaved()).hasSize(all);
        workspace.undo();
        rows.cells().selectAll();
        workspace.deleteSelected();
        assertThat(((Question.DeleteMany) workspace.prompt().question().get()).records())
                .isEqualTo(all);
        ((Question.DeleteMany) workspace.prompt().question().get()).yes().run();
        assertThat(workspace.unsaved()).hasSize(all);
        workspace.undo();
        workspace.newRow();
        rows.cells().extendToRow(rows.cells().currentIndex() - 1);
        workspace.deleteSelected();
        assertThat(workspace.unsaved()).as("the last two were made here").hasSize(1);
    }

    @Test
    void theMarksAreTakenBackByUndoByTheNoticeAndByMarkingAgain() {
        select(first, second);
        workspace.deleteSelected();
        workspace.undo();
        assertThat(workspace.unsaved()).isEmpty();
        workspace.deleteSelected();
        workspace.prompt().notice().get().offers().getFirst().action().run();
        assertThat(workspace.unsaved()).isEmpty();
        workspace.deleteSelected();
        assertThat(workspace.unsaved()).hasSize(2);
        workspace.deleteSelected();
        assertThat(workspace.unsaved()).isEmpty();
    }

    @Test
    void whatRefersToTheRecordsIsCountedAndNamedBeforeTheyAreMarked() {
        select(Office.CUSTOMER, Office.CUSTOMER);
        workspace.deleteSelected();
        Question.DeleteMany asked =
                (Question.DeleteMany) workspace.prompt().question().get();
        assertThat(asked.consequences())
                .singleElement()
                .asString()
                .matches("\\d+ records? of order refers? to what you delete: the database refuses to delete that\\.");
        assertThat(workspace.unsaved()).isEmpty();
        asked.yes().run();
        assertThat(workspace.unsaved()).hasSize(1);
    }

    @Test
    void aCopyHasNeitherTheKeyNorTheVersionOfItsRecord() {
        workspace.shown().open(Office.CUSTOMER);
        Row original = office.row(Office.CUSTOMER).row();
        workspace.duplicate();
        Draft copy = workspace.edit().draft().get().orElseThrow();
        assertThat(copy.base()).isEmpty();
        assertThat(copy.changes().get("name")).isEqualTo(original.get("name"));
        assertThat(copy.changes().get("city")).isEqualTo(original.get("city"));
        assertThat(copy.changes().has("id")).isFalse();
        assertThat(copy.changes().has("version")).isFalse();
        FieldModel name = workspace.edit().fields().stream()
                .filter(field -> field.column().name().equals("name"))
                .findFirst()
                .orElseThrow();
        name.value().set(Value.of("Copy"));
        workspace.save();
        assertThat(workspace.unsaved()).isEmpty();
        assertThat(office.row(Office.CUSTOMER).row()).isEqualTo(original);
    }

    private void select(RecordKey from, RecordKey to) {
        workspace.shown().open(from);
        workspace.rows().cells().go(workspace.rows().indexOf(from), "name");
        workspace.rows().cells().extendTo(workspace.rows().indexOf(to), "city");
    }
}
