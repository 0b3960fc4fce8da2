package dev.concord.app.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.app.edit.FieldModel;
import dev.concord.app.question.Question;
import dev.concord.app.saving.ChangesModel;
import dev.concord.app.saving.PendingChange;
import dev.concord.app.shell.Office;
import dev.concord.record.RecordKey;
import dev.concord.record.Row;
import dev.concord.record.Value;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The page of all that is not saved. */
class ChangesPageTest {
    private final Office office = new Office();
    private final RecordKey unwanted = office.newCustomer();
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
    void everyChangeIsListedWithWhatWasAndWhatIsToBe() {
        ChangesModel page = page();
        assertThat(page.summary().get()).isEqualTo("5 unsaved changes in 4 records");
        assertThat(page.changes())
                .extracting(change -> page.column(change) + ": " + change.before() + " -> " + change.after())
                .containsExactly(
                        "City: " + office.value(customer(1003), "city").text() + " -> Utrecht",
                        "Credit limit: 2500.00 -> about a thousand (no valid value)",
                        "Phone: " + office.value(customer(1004), "phone").text() + " -> 1",
                        ":  -> The record is deleted",
                        "Name:  -> Teestube");
    }

    @Test
    void singleChangesAreDiscardedInOneStepThatIsUndone() {
        ChangesModel page = page();
        page.discard(List.of(line(page, "City"), line(page, "Phone"), line(page, "")));
        assertThat(workspace.unsaved()).hasSize(2);
        assertThat(workspace.isUnsaved(unwanted)).isFalse();
        assertThat(page.changes()).extracting(page::column).containsExactly("Credit limit", "Name");
        page.undo();
        assertThat(page.summary().get()).isEqualTo("5 unsaved changes in 4 records");
        page.discard(List.of(line(page, "Name")));
        assertThat(page.changes()).extracting(PendingChange::after).doesNotContain("Teestube");
    }

    @Test
    void theSqlOfAChangeIsShownWithItsGuardAndItsValues() {
        ChangesModel page = page();
        page.showSql(line(page, "Phone"));
        assertThat(page.sql().get()).containsIgnoringCase("update ").contains("phone = 1", "id = 1004");
        page.showSql(line(page, ""));
        assertThat(page.sql().get()).containsIgnoringCase("delete from").contains("id = ");
        page.showSql(line(page, "Name"));
        assertThat(page.sql().get()).containsIgnoringCase("insert into").contains("name = Teestube");
        assertThat(office.value(customer(1004), "phone")).isNotEqualTo(Value.of("1"));
    }

    @Test
    void aChangeIsOpenedInTheFormAndAllAreSavedFromThePage() {
        ChangesModel page = page();
        page.open(line(page, "Phone"));
        assertThat(workspace.shown().openKey()).contains(customer(1004));
        assertThat(workspace.prompt().question().get()).isEqualTo(new Question.None());
        workspace.showChanges();
        ((Question.Changes) workspace.prompt().question().get()).model().save();
        assertThat(workspace.prompt().question().get()).isInstanceOf(Question.SaveAll.class);
    }

    private ChangesModel page() {
        type(1003, "city", "Utrecht");
        field("credit_limit").unreadable().set("about a thousand");
        type(1004, "phone", "1");
        workspace.shown().open(unwanted);
        workspace.pending().find(unwanted).orElseThrow().delete(true);
        workspace.edit().newRecord();
        field("name").value().set(Value.of("Teestube"));
        workspace.showChanges();
        return ((Question.Changes) workspace.prompt().question().get()).model();
    }

    private static PendingChange line(ChangesModel page, String column) {
        return page.changes().stream()
                .filter(change -> page.column(change).equals(column))
                .findFirst()
                .orElseThrow();
    }

    private void type(int id, String column, String value) {
        workspace.shown().open(customer(id));
        field(column).value().set(Value.of(value));
    }

    private FieldModel field(String column) {
        return workspace.edit().fields().stream()
                .filter(field -> field.column().name().equals(column))
                .findFirst()
                .orElseThrow();
    }

    private static RecordKey customer(int id) {
        return new RecordKey(Office.CUSTOMER.table(), Row.of("id", Value.of(id)));
    }
}
