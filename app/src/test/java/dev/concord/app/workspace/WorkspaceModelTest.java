package dev.concord.app.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.app.edit.EditMode;
import dev.concord.app.edit.FieldModel;
import dev.concord.app.question.Notice;
import dev.concord.app.question.Question;
import dev.concord.app.question.QuestionQueue;
import dev.concord.app.shell.Office;
import dev.concord.app.shell.ShellModel;
import dev.concord.catalog.ForeignKey;
import dev.concord.catalog.Table;
import dev.concord.catalog.TableSummary;
import dev.concord.query.PageRequest.Sort;
import dev.concord.query.ReferencedRow;
import dev.concord.record.RecordKey;
import dev.concord.record.Row;
import dev.concord.record.Value;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WorkspaceModelTest {
    private final Office office = new Office();
    private final ShellModel shell = office.shellAtOnce(Optional.of("customer"), Optional.empty());
    private final WorkspaceModel workspace = shell.opened().get().orElseThrow().workspace();

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    void theTableAskedForIsShown() {
        assertThat(workspace.rows().rows()).hasSize(200);
        assertThat(workspace.rows().table().get().orElseThrow().id().name()).isEqualTo("customer");
        assertThat(workspace.guard().get()).contains("version column", "version");
    }

    @Test
    void theRecordAskedForIsOpened() {
        WorkspaceModel other = office.shellAtOnce(Optional.of("customer"), Optional.of("1017"))
                .opened()
                .get()
                .orElseThrow()
                .workspace();
        assertThat(other.shown().openKey()).contains(Office.CUSTOMER);
    }

    @Test
    void aRecordThatIsNotThereIsSaidInOneSentence() {
        WorkspaceModel other = office.shellAtOnce(Optional.of("customer"), Optional.of("999999"))
                .opened()
                .get()
                .orElseThrow()
                .workspace();
        assertThat(other.prompt().notice().get().sentence())
                .isEqualTo("There is no record of customer with the key 999999.");
    }

    @Test
    void selectingARowOpensItsRecord() {
        select(1003);
        assertThat(workspace.shown().openKey()).contains(customer(1003));
        assertThat(workspace.edit().mode().get()).isEqualTo(EditMode.EDITING);
    }

    @Test
    void recordsAreNamedEverywhereByTheColumnThatIsChosen() throws SQLException {
        sql("update \"customer\" set \"city\" = 'Narnia' where \"id\" = 1003");
        select(1003);
        type("contact", "Ada");
        assertThat(workspace.unsaved())
                .containsExactly(workspace.edit().title().get())
                .noneMatch(title -> title.contains("1003") || title.contains("Narnia"));
        Table customers = workspace.rows().table().get().orElseThrow();
        workspace.rows().layouts().nameBy(customers.column("city").orElseThrow());
        assertThat(workspace.edit().title().get()).isEqualTo("Customer Narnia");
        assertThat(workspace.unsaved()).containsExactly("Customer Narnia");
        workspace.tables().select(table("order"));
        Table orders = workspace.rows().table().get().orElseThrow();
        ForeignKey toCustomer = orders.foreignKeys().stream()
                .filter(key -> key.target().equals(customers.id()))
                .findFirst()
                .orElseThrow();
        Row reference = Row.of(toCustomer.columns().getFirst(), Value.of(1003));
        assertThat(office.store
                        .references()
                        .look(toCustomer, List.of(reference))
                        .values())
                .extracting(ReferencedRow::label)
                .containsExactly("Narnia");
    }

    @Test
    void oneGoesFromRecordToRecordInTheOrderOfTheRowsAlsoOverTheEdgesOfPages() {
        int loaded = workspace.rows().rows().size();
        RecordKey last =
                workspace.rows().keyOf(workspace.rows().rows().getLast()).orElseThrow();
        workspace.shown().open(last);
        step(true);
        assertThat(workspace.rows().rows()).hasSizeGreaterThan(loaded);
        assertThat(workspace.shown().openKey())
                .isEqualTo(workspace.rows().keyOf(workspace.rows().rows().get(loaded)));
        step(false);
        assertThat(workspace.shown().openKey()).contains(last);
    }

    @Test
    void oneGoesFromRecordToRecordBeforeTheFirstRowThatIsLoaded() {
        workspace.rows().goToLast(false);
        RecordKey first =
                workspace.rows().keyOf(workspace.rows().rows().getFirst()).orElseThrow();
        workspace.shown().open(first);
        step(false);
        assertThat(workspace.shown().openKey()).isPresent().isNotEqualTo(Optional.of(first));
        step(true);
        assertThat(workspace.shown().openKey()).contains(first);
    }

    @Test
    void atTheFirstAndTheLastRowOneIsToldSo() {
        select(1003);
        workspace.rows().goToFirst(false);
        Optional<RecordKey> first = workspace.shown().openKey();
        step(false);
        assertThat(workspace.prompt().notice().get().sentence()).isEqualTo("This is the first row.");
        assertThat(workspace.shown().openKey()).isEqualTo(first);
        workspace.rows().goToLast(false);
        Optional<RecordKey> last = workspace.shown().openKey();
        step(true);
        assertThat(workspace.prompt().notice().get().sentence()).isEqualTo("This is the last row.");
        assertThat(workspace.shown().openKey()).isEqualTo(last);
    }

    @Test
    void theRecordAfterOneIsThatOfTheRowsShown() {
        workspace.rows().sortBy(List.of(new Sort("name", false)));
        List<Row> sorted = workspace.rows().rows();
        select(workspace.rows().keyOf(sorted.getFirst()).orElseThrow());
        step(true);
        assertThat(workspace.shown().openKey()).isEqualTo(workspace.rows().keyOf(sorted.get(1)));
    }

    @Test
    void fromANewRecordOneGoesBackToTheLastRow() {
        workspace.rows().goToLast(false);
        Optional<RecordKey> last = workspace.shown().openKey();
        workspace.newRow();
        workspace.edit().fields().stream()
                .filter(field -> field.column().name().equals("name"))
                .forEach(field -> field.value().set(Value.of("Nova")));
        step(true);
        assertThat(workspace.prompt().notice().get().sentence()).isEqualTo("This is the last row.");
        step(false);
        assertThat(workspace.shown().openKey()).isEqualTo(last);
    }

    private void select(RecordKey key) {
        workspace.rows().select(Optional.of(key));
    }

    private void step(boolean forwards) {
        workspace.shown().step(forwards, Optional.empty());
    }

    @Test
    void movingToAnotherRowKeepsTheEditAndComingBackShowsIt() {
        select(1003);
        type("city", "Utrecht");
        select(1004);
        assertThat(field("city").value().get()).isNotEqualTo(Value.of("Utrecht"));
        assertThat(workspace.isUnsaved(customer(1003))).isTrue();
        select(1003);
        assertThat(field("city").value().get()).isEqualTo(Value.of("Utrecht"));
        assertThat(workspace.edit().dirty().get()).isTrue();
    }

    @Test
    void textThatIsNoValueYetIsKeptToo() {
        select(1003);
        field("credit_limit").unreadable().set("about a thousand");
        select(1004);
        select(1003);
        assertThat(field("credit_limit").unreadable().get()).isEqualTo("about a thousand");
    }

    @Test
    void sortingPagingAndRefreshingLoseNoEdit() {
        select(1003);
        type("city", "Utrecht");
        workspace.rows().sortBy(List.of(new Sort("name", false)));
        workspace.rows().loadMore();
        workspace.rows().refresh();
        assertThat(field("city").value().get()).isEqualTo(Value.of("Utrecht"));
        assertThat(workspace.rows().rows()).hasSize(400);
    }

    @Test
    void anotherTableAndBackLosesNoEdit() {
        select(1003);
        type("city", "Utrecht");
        workspace.tables().select(table("product"));
        assertThat(workspace.unsaved()).hasSize(1);
        workspace.tables().select(table("customer"));
        select(1003);
        assertThat(field("city").value().get()).isEqualTo(Value.of("Utrecht"));
    }

    @Test
    void aRelationThatCannotBeReadSaysWhyInPlaceOfRowsAndNoOthersStandUnderItsName() throws SQLException {
        sql("create force view \"broken\" as select x from gone", "create table \"late\" (id int primary key)");
        WorkspaceModel other = office.shellAtOnce(Optional.of("customer"), Optional.of("1017"))
                .opened()
                .get()
                .orElseThrow()
                .workspace();
        other.tables().select(table(other, "broken"));

        assertThat(other.rows().rows()).isEmpty();
        assertThat(other.rows().emptiness().get())
                .startsWith("The database cannot read this. It says: ")
                .contains("GONE");
        assertThat(other.shown().openKey()).isEmpty();
        assertThat(other.rows().table().get().map(shown -> shown.id().name()).orElse("broken"))
                .isEqualTo("broken");

        sql("create table gone (x int)", "insert into gone values (7)", "alter view \"broken\" recompile");
        office.store.catalog().forget(table(other, "broken").id());
        other.shown().refreshRows();
        assertThat(other.rows().rows()).hasSize(1);
        other.tables().select(table(other, "customer"));
        assertThat(other.rows().rows()).hasSize(200);
    }

    @Test
    void aTableThatWasDroppedShowsNoRowsOfAnotherOne() throws SQLException {
        sql("create table \"late\" (id int primary key)");
        WorkspaceModel other = office.shellAtOnce(Optional.of("customer"), Optional.empty())
                .opened()
                .get()
                .orElseThrow()
                .workspace();
        sql("drop table \"late\"");
        other.tables().select(table(other, "late"));

        assertThat(other.rows().rows()).isEmpty();
        assertThat(other.rows().table().get()).isEmpty();
        assertThat(other.prompt().notice().get().sentence())
                .isEqualTo("There is no table or view named late in this database.");
    }

    @Test
    void anUnsavedRecordOfAnotherTableIsOneClickAway() {
        select(1003);
        type("city", "Utrecht");
        workspace.tables().select(table("product"));
        workspace.shown().open(workspace.pending().unsaved().getFirst());
        assertThat(workspace.rows().table().get().orElseThrow().id().name()).isEqualTo("customer");
        assertThat(field("city").value().get()).isEqualTo(Value.of("Utrecht"));
        assertThat(workspace.unsaved()).hasSize(1);
    }

    @Test
    void aNewRecordPutAsideIsKept() {
        workspace.edit().newRecord();
        type("name", "Teestube Nord");
        select(1003);
        assertThat(workspace.unsaved()).hasSize(1);
        workspace.shown().open(workspace.pending().unsaved().getFirst());
        assertThat(field("name").value().get()).isEqualTo(Value.of("Teestube Nord"));
        assertThat(workspace.edit().mode().get()).isEqualTo(EditMode.NEW);
    }

    @Test
    void savingShowsTheNewValueInTheRow() {
        select(1003);
        type("city", "Utrecht");
        workspace.edit().save();
        assertThat(office.value(customer(1003), "city")).isEqualTo(Value.of("Utrecht"));
        int index = workspace.rows().indexOf(customer(1003));
        assertThat(workspace.rows().rows().get(index).get("city")).isEqualTo(Value.of("Utrecht"));
        assertThat(workspace.unsaved()).isEmpty();
    }

    @Test
    void aQuestionThatArrivesWhileAnotherIsOpenWaitsAndIsNotAnsweredByIt() {
        select(1003);
        type("city", "Utrecht");
        office.colleagueSets(customer(1003), "city", Value.of("Den Haag"));
        workspace.edit().delete();
        QuestionQueue.Asked delete = shell.questions().shown().get().orElseThrow();
        workspace.edit().save();
        assertThat(shell.questions().shown().get()).contains(delete);
        delete.answered();
        assertThat(workspace.prompt().question().get()).isInstanceOf(Question.Merge.class);
        delete.answered();
        assertThat(workspace.prompt().question().get()).isInstanceOf(Question.Merge.class);
    }

    @Test
    void keepingARecordSomebodyChangedInsteadOfDeletingItKeepsTheEdits() {
        select(1003);
        type("city", "Utrecht");
        office.colleagueSets(customer(1003), "phone", Value.of("+31 30 555 0101"));
        workspace.edit().delete();
        Question.Delete delete = (Question.Delete) workspace.prompt().question().get();
        shell.questions().shown().get().orElseThrow().answered();
        delete.yes().run();
        ((Question.Deletion) workspace.prompt().question().get()).model().leave();
        assertThat(workspace.edit().dirty().get()).isTrue();
        assertThat(workspace.edit().draft().get().orElseThrow().get("city")).isEqualTo(Value.of("Utrecht"));
    }

    @Test
    void whoeverDeletesARecordIsToldWhatRefersToIt() {
        select(1003);
        workspace.edit().delete();
        Question.Delete delete = (Question.Delete) workspace.prompt().question().get();
        assertThat(delete.record()).contains("Koffiehuis Mulder");
        assertThat(delete.consequences())
                .containsExactly("2 records of order refer to what you delete: the database refuses to delete that.");
    }

    @Test
    void anUndoLosesNothingOfWhatWasTypedAndPutAsideSince() {
        select(1003);
        type("city", "Utrecht");
        office.colleagueSets(customer(1003), "phone", Value.of("+31 30 555 0101"));
        workspace.edit().save();
        Notice merged = workspace.prompt().notice().get();
        type("street", "Oudegracht 1");
        select(1004);
        merged.offers().getLast().action().run();
        assertThat(office.value(customer(1003), "city")).isNotEqualTo(Value.of("Utrecht"));
        assertThat(workspace.pending().unsaved()).singleElement().satisfies(kept -> {
            assertThat(kept.draft().get("city")).isEqualTo(Value.of("Utrecht"));
            assertThat(kept.draft().get("street")).isEqualTo(Value.of("Oudegracht 1"));
        });
    }

    @Test
    void aWorkspaceThatIsReplacedNoLongerLooksAtItsRecord() {
        select(1003);
        type("city", "Utrecht");
        office.showIn(shell, Optional.of("customer"), Optional.empty());
        assertThat(workspace.edit().draft().get()).isEmpty();
        assertThat(workspace.edit().dirty().get()).isFalse();
    }

    @Test
    void whatAColleagueChangedElsewhereIsMergedAndSaid() {
        select(1003);
        type("city", "Utrecht");
        office.colleagueSets(customer(1003), "phone", Value.of("+31 30 555 0101"));
        workspace.edit().save();
        assertThat(office.value(customer(1003), "city")).isEqualTo(Value.of("Utrecht"));
        assertThat(office.value(customer(1003), "phone")).isEqualTo(Value.of("+31 30 555 0101"));
        assertThat(workspace.prompt().notice().get().sentence()).contains("Also kept", "Phone");
    }

    @Test
    void aStaleSaveOfTheSameFieldAsksForADecision() {
        select(1003);
        type("city", "Utrecht");
        office.colleagueSets(customer(1003), "city", Value.of("Delft"));
        workspace.edit().save();
        assertThat(workspace.prompt().question().get()).isInstanceOf(Question.Merge.class);
        assertThat(office.value(customer(1003), "city")).isEqualTo(Value.of("Delft"));
    }

    @Test
    void leavingAsksByNameAndSavesAllWhenAskedTo() {
        select(1003);
        type("city", "Utrecht");
        select(1004);
        type("city", "Gouda");
        AtomicInteger left = new AtomicInteger();
        AtomicInteger stayed = new AtomicInteger();
        workspace.leave(left::incrementAndGet, stayed::incrementAndGet);
        assertThat(left).hasValue(0);
        Question.Unsaved unsaved =
                (Question.Unsaved) workspace.prompt().question().get();
        assertThat(unsaved.records())
                .containsExactly("Customer Koffiehuis Mulder", "Customer Goldberg Hospitality Group");
        shell.questions().shown().get().orElseThrow().answered();
        unsaved.save().run();
        assertThat(left).hasValue(1);
        assertThat(stayed).hasValue(0);
        assertThat(office.value(customer(1003), "city")).isEqualTo(Value.of("Utrecht"));
        assertThat(office.value(customer(1004), "city")).isEqualTo(Value.of("Gouda"));
    }

    @Test
    void savingAllStopsAtTheFirstThatCannotBeSaved() {
        select(1003);
        type("city", "Utrecht");
        select(1004);
        type("email", "no address");
        AtomicInteger left = new AtomicInteger();
        AtomicInteger stayed = new AtomicInteger();
        workspace.leave(left::incrementAndGet, stayed::incrementAndGet);
        Question.Unsaved unsaved =
                (Question.Unsaved) workspace.prompt().question().get();
        shell.questions().shown().get().orElseThrow().answered();
        unsaved.save().run();
        assertThat(left).hasValue(0);
        assertThat(stayed).hasValue(1);
        assertThat(workspace.shown().openKey()).contains(customer(1004));
        assertThat(field("email").problem().get()).isNotEmpty();
        assertThat(workspace.unsaved()).hasSize(2);
    }

    @Test
    void withNothingUnsavedLeavingAsksNothing() {
        AtomicInteger left = new AtomicInteger();
        AtomicInteger stayed = new AtomicInteger();
        workspace.leave(left::incrementAndGet, stayed::incrementAndGet);
        assertThat(left).hasValue(1);
        assertThat(stayed).hasValue(0);
    }

    @Test
    void aRowDeletedMeanwhileIsSaidAndNoLongerShown() {
        RecordKey key = office.newCustomer();
        workspace.rows().refresh();
        workspace.rows().loadMore();
        workspace.rows().loadMore();
        office.colleagueDeletes(key);
        workspace.rows().select(Optional.of(key));
        assertThat(workspace.prompt().notice().get().sentence()).contains("no longer in the database");
        assertThat(workspace.rows().indexOf(key)).isEqualTo(-1);
    }

    @Test
    void aTableWithoutAKeyCanBeLookedAtAndSaysWhyNoMore() {
        workspace.tables().select(table("stock_movement"));
        assertThat(workspace.guard().get()).startsWith("Read-only: this table has no key");
        workspace.shown().look(workspace.rows().rows().getFirst());
        assertThat(workspace.edit().mode().get()).isEqualTo(EditMode.VIEWING);
        assertThat(workspace.edit().readOnlyReason().get()).isNotEmpty();
    }

    @Test
    void theScriptedColleagueMakesARealConflict() {
        shell.practise();
        assertThat(workspace.shown().openKey()).contains(Office.CUSTOMER);
        assertThat(workspace.prompt().notice().get().sentence()).contains("Ana", "phone", "credit_limit");
        workspace.edit().save();
        Question.Merge merge = (Question.Merge) workspace.prompt().question().get();
        assertThat(merge.model().resolution().get().undecided()).hasSize(2);
    }

    @Test
    void theScriptedColleagueWorksOnWhateverIsBeingEdited() {
        workspace.tables().select(table("product"));
        workspace
                .rows()
                .select(Optional.of(workspace
                        .rows()
                        .keyOf(workspace.rows().rows().getFirst())
                        .orElseThrow()));
        type("name", "Harbour Blend");
        shell.practise();
        workspace.edit().save();
        assertThat(workspace.prompt().question().get()).isInstanceOf(Question.Merge.class);
    }

    private void select(long id) {
        workspace.rows().select(Optional.of(customer(id)));
    }

    private void type(String column, String text) {
        field(column).value().set(Value.of(text));
    }

    private FieldModel field(String column) {
        return workspace.edit().fields().stream()
                .filter(field -> field.column().name().equals(column))
                .findFirst()
                .orElseThrow();
    }

    private TableSummary table(String name) {
        return table(workspace, name);
    }

    private void sql(String... statements) throws SQLException {
        try (Connection connection = office.connection();
                Statement statement = connection.createStatement()) {
            for (String each : statements) {
                statement.execute(each);
            }
        }
    }

    private static TableSummary table(WorkspaceModel workspace, String name) {
        return workspace.tables().all().stream()
                .filter(t -> t.id().name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static RecordKey customer(long id) {
        return new RecordKey(Office.CUSTOMER.table(), Row.of("id", Value.of(id)));
    }
}
