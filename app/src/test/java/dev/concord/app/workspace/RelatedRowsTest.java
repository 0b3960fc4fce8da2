package dev.concord.app.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.app.browse.RowsModel;
import dev.concord.app.cells.CurrentCell;
import dev.concord.app.pending.FieldInput;
import dev.concord.app.pending.PendingEdit;
import dev.concord.app.pending.RecordChange;
import dev.concord.app.question.Question;
import dev.concord.app.related.RelatedModel;
import dev.concord.app.related.RelatedTab;
import dev.concord.app.saving.SavingModel;
import dev.concord.app.shell.Office;
import dev.concord.catalog.Table;
import dev.concord.catalog.TableId;
import dev.concord.merge.Choice;
import dev.concord.record.Draft;
import dev.concord.record.RecordKey;
import dev.concord.record.Row;
import dev.concord.record.Value;
import dev.concord.store.BatchPolicy;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The rows that refer to the record in the form: orders of a customer, lines of an order. */
class RelatedRowsTest {
    private static final TableId LINES = new TableId("PUBLIC", "order line");
    private static final RecordKey ORDER = new RecordKey(new TableId("PUBLIC", "order"), Row.of("id", Value.of(20003)));

    private final Office office = new Office();
    private final WorkspaceModel workspace = office.shellAtOnce(BatchPolicy.SKIP_AND_REPORT)
            .opened()
            .get()
            .orElseThrow()
            .workspace();
    private final RelatedModel related = workspace.related();
    private final RowsModel rows = related.rows();

    @BeforeEach
    void anOrderWithThreeLines() {
        Table lines = table(LINES);
        for (int line = 1; line <= 9; line++) {
            office.store.find(line(line)).ifPresent(office.store::delete);
        }
        for (int line = 1; line <= 3; line++) {
            office.colleagueAdds(Draft.newRow(lines.id())
                    .with("order_id", Value.of(20003))
                    .with("line_no", Value.of(line))
                    .with("product_id", Value.of(line))
                    .with("unit_price", Value.of(new BigDecimal("5.00"))));
        }
        workspace.shown().open(ORDER);
    }

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    void theTablesThatReferToTheRecordAreNamedAndCountedAndNothingIsReadOfThem() {
        assertThat(titles()).containsExactly("Order line");
        assertThat(count()).isEqualTo(3);
        assertThat(rows.table().get()).isEmpty();
    }

    @Test
    void theRowsOfATabAreThoseOfTheRecordWithoutTheColumnsThatSayTheSameInEachOfThem() {
        open();
        assertThat(rows.rows()).hasSize(3).allSatisfy(row -> assertThat(row.get("order_id"))
                .isEqualTo(Value.of(20003)));
        assertThat(rows.layouts().layout().get().shown())
                .doesNotContain("order_id")
                .contains("line_no");
        workspace.shown().open(new RecordKey(ORDER.table(), Row.of("id", Value.of(20004))));
        assertThat(rows.rows()).isNotEmpty().allSatisfy(row -> assertThat(row.get("order_id"))
                .isEqualTo(Value.of(20004)));
        assertThat(count()).isEqualTo(rows.rows().size());
    }

    @Test
    void aRecordOfAnotherTableHasOtherTabsAndOneWithoutAnyHasNone() {
        open();
        workspace.shown().open(Office.CUSTOMER);
        assertThat(titles()).containsExactly("Order");
        assertThat(rows.table().get().map(Table::id)).contains(ORDER.table());
        workspace.shown().open(line(1));
        assertThat(titles()).isEmpty();
        assertThat(rows.table().get()).isEmpty();
    }

    @Test
    void aFilterOfTheRelatedRowsFiltersThemAlone() {
        open();
        rows.filters().only("line_no", Value.of(2));
        assertThat(rows.rows()).hasSize(1);
        assertThat(workspace.rows().filter().get().isEmpty()).isTrue();
        rows.filters().clearAll();
        assertThat(rows.rows()).hasSize(3);
    }

    @Test
    void aNewRowRefersToTheRecordAndIsNoneBeforeSomethingIsTyped() {
        open();
        assertThat(begun().draft().get("order_id")).isEqualTo(Value.of(20003));
        rows.cells().goToRow(0);
        assertThat(workspace.pending().unsaved()).as("nothing was typed").isEmpty();

        PendingEdit fourth = begun();
        type(fourth, "line_no", Value.of(4));
        type(fourth, "product_id", Value.of(7));
        type(fourth, "unit_price", Value.of(new BigDecimal("1.50")));
        rows.cells().goToRow(0);
        assertThat(workspace.pending().unsaved()).containsExactly(fourth);
        workspace.save();
        assertThat(office.value(line(4), "product_id")).isEqualTo(Value.of(7));
        assertThat(rows.rows()).hasSize(4);
        assertThat(count()).isEqualTo(4);
        assertThat(workspace.shown().openKey()).as("the order is still there").contains(ORDER);
    }

    @Test
    void newRowsOfAnotherRecordAreNotAmongThem() {
        open();
        type(begun(), "line_no", Value.of(4));
        workspace.shown().open(new RecordKey(ORDER.table(), Row.of("id", Value.of(20004))));
        assertThat(rows.shown()).as("one more is empty").hasSize(rows.rows().size() + 1);
        workspace.shown().open(ORDER);
        assertThat(rows.shown()).hasSize(rows.rows().size() + 2);
    }

    @Test
    void anOrderAndItsLinesAreSavedInOneTransactionAndTheStaleOnesAreDecidedFirst() {
        open();
        type(workspace.edit().shown().orElseThrow(), "note", Value.of("Ring twice"));
        change(1, 11);
        change(2, 12);
        change(3, 13);
        office.colleagueSets(line(1), "quantity", Value.of(101));
        office.colleagueSets(line(3), "quantity", Value.of(103));
        workspace.save();
        SavingModel saving = ((Question.SaveAll) workspace.prompt().question().get()).model();
        assertThat(office.value(ORDER, "note")).as("all or nothing").isNotEqualTo(Value.of("Ring twice"));
        assertThat(office.value(line(2), "quantity")).isEqualTo(Value.of(1));
        assertThat(workspace.pending().unsaved()).hasSize(4);

        for (int i = 0; i < 2; i++) {
            saving.deciding().next();
            Question.Merge merge =
                    (Question.Merge) workspace.prompt().question().get();
            merge.model().choose("quantity", new Choice.Mine());
            merge.model().save();
        }
        assertThat(saving.heldBackByNothing()).isTrue();
        saving.saveRest();
        assertThat(office.value(ORDER, "note")).isEqualTo(Value.of("Ring twice"));
        assertThat(List.of(1, 2, 3)).allSatisfy(line -> assertThat(office.value(line(line), "quantity"))
                .isEqualTo(Value.of(10 + line)));
        assertThat(workspace.pending().unsaved()).isEmpty();
        assertThat(rows.rows()).extracting(row -> row.get("quantity")).contains(Value.of(11), Value.of(13));
    }

    @Test
    void rowsThatBelongToDifferentRecordsAreSavedInTheWayThatWasChosen() {
        open();
        change(1, 11);
        Table order = table(ORDER.table());
        RecordKey other = new RecordKey(ORDER.table(), Row.of("id", Value.of(20007)));
        workspace
                .pending()
                .change(List.of(new RecordChange(
                        order, office.row(other), Map.of("note", new FieldInput(Value.of("By the door"), "")))));
        office.colleagueSets(other, "note", Value.of("At the back"));
        workspace.save();
        assertThat(office.value(line(1), "quantity")).as("what can be saved").isEqualTo(Value.of(11));
    }

    @Test
    void undoingAChangeOfARelatedRowLeavesTheRecordWhereItIs() {
        open();
        change(1, 11);
        workspace.undo();
        assertThat(workspace.shown().openKey()).contains(ORDER);
        assertThat(workspace.pending().unsaved()).isEmpty();
        workspace.redo();
        assertThat(workspace.shown().openKey()).contains(ORDER);
        assertThat(workspace.pending().unsaved()).hasSize(1);
    }

    @Test
    void aDeletedRowIsGoneAndCountedNoMore() {
        open();
        rows.cells().goToRow(1);
        workspace.relatedGrid().deleting().mark();
        workspace.save();
        assertThat(office.store.find(line(2))).isEmpty();
        assertThat(rows.rows()).hasSize(2);
        assertThat(count()).isEqualTo(2);
    }

    @Test
    void aRelatedRowIsOpenedAndOneCanGoBack() {
        open();
        rows.cells().goToRow(1);
        workspace.openRelated();
        assertThat(workspace.shown().openKey()).contains(line(2));
        workspace.shown().back();
        assertThat(workspace.shown().openKey()).contains(ORDER);
    }

    @Test
    void rowsPutAwayAreReadNoMoreAndTheTabStays() {
        open();
        related.fold();
        assertThat(rows.table().get()).isEmpty();
        workspace.shown().open(new RecordKey(ORDER.table(), Row.of("id", Value.of(20004))));
        assertThat(rows.table().get()).isEmpty();
        assertThat(related.chosen().get().map(RelatedTab::title)).contains("Order line");
    }

    private void open() {
        related.choose(related.tabs().getFirst());
    }

    private List<String> titles() {
        return related.tabs().stream().map(RelatedTab::title).toList();
    }

    private long count() {
        return ((RelatedTab.Count.Counted) related.tabs().getFirst().count().get()).rows();
    }

    private void change(int line, int quantity) {
        type(edit(line(line)), "quantity", Value.of(quantity));
    }

    private static void type(PendingEdit edit, String column, Value value) {
        edit.type(edit.table().column(column).orElseThrow(), new FieldInput(value, ""));
        edit.endStep();
    }

    private PendingEdit edit(RecordKey key) {
        return workspace.relatedGrid().fresh().edit(key).orElseGet(() -> workspace
                .pending()
                .open(table(key.table()), office.row(key)));
    }

    private PendingEdit begun() {
        workspace.relatedGrid().fresh().go();
        return edit(rows.cells().current().flatMap(CurrentCell::key).orElseThrow());
    }

    private Table table(TableId id) {
        return office.store.catalog().table(id).orElseThrow();
    }

    private static RecordKey line(int line) {
        return new RecordKey(LINES, Row.of("order_id", Value.of(20003)).with("line_no", Value.of(line)));
    }
}
