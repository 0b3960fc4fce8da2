package dev.concord.app.shell;

import static dev.concord.app.control.Frames.until;
import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.app.browse.RowsModel;
import dev.concord.app.pending.PendingEdits;
import dev.concord.catalog.TableId;
import dev.concord.record.RecordKey;
import dev.concord.record.Row;
import dev.concord.record.Value;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/** Values edited in the cells of the whole window, by keys alone. */
class EditingJourneyTest extends Journey {
    @Test
    void phonesAreCorrectedOneBelowTheOtherAndUndoneInTheirOrder() throws TimeoutException {
        goTo(customer(1001), "phone");
        for (int id = 1001; id <= 1003; id++) {
            write("+31 20 555 0" + id);
            desk.press(KeyCode.ENTER);
        }
        until(() -> pending().unsaved().size() == 3);
        assertThat(IntStream.rangeClosed(1001, 1003).mapToObj(id -> edited(id, "phone")))
                .containsExactly("+31 20 555 01001", "+31 20 555 01002", "+31 20 555 01003");
        assertThat(current()).isEqualTo("1004 phone");
        until(() -> desk.workspace().shown().openKey().equals(Optional.of(customer(1004))));
        write("+33 1 99 00 52");
        until(() -> desk.text("#field-phone").equals("+33 1 99 00 52"));
        desk.picture("editing-cell");
        desk.press(KeyCode.ESCAPE);
        desk.control(KeyCode.Z);
        assertThat(pending().unsaved()).hasSize(2);
        until(() -> desk.workspace().shown().openKey().equals(Optional.of(customer(1003))));
        desk.control(KeyCode.Z);
        desk.control(KeyCode.Z);
        assertThat(pending().unsaved()).isEmpty();
        desk.control(KeyCode.Y);
        assertThat(edited(1001, "phone")).isEqualTo("+31 20 555 01001");
    }

    @Test
    void whatIsTakenFromTheStockIsTakenFromWhatAColleagueLeft() throws TimeoutException {
        show("product");
        goTo(Office.PRODUCT, "stock");
        BigDecimal before = stock();
        write("-3");
        until(() -> pending().isUnsaved(Office.PRODUCT));
        assertThat(desk.robot
                        .lookup(".difference-editor .label")
                        .queryAs(Label.class)
                        .getText())
                .isEqualTo("= " + before.subtract(BigDecimal.valueOf(3)));
        desk.picture("editing-amount");
        desk.press(KeyCode.ENTER);
        desk.office.colleagueSets(Office.PRODUCT, "stock", Value.of(before.subtract(BigDecimal.TWO)));
        desk.press(KeyCode.UP);
        until(() -> desk.workspace().shown().openKey().equals(Optional.of(Office.PRODUCT)));
        desk.save();
        until(() -> pending().unsaved().isEmpty());
        assertThat(desk.dialog()).as("nobody is asked").isEmpty();
        assertThat(stock()).isEqualTo(before.subtract(BigDecimal.valueOf(5)));
    }

    @Test
    void whatACellRefusesIsSaidBelowIt() throws TimeoutException {
        goTo(customer(1001), "id");
        desk.press(KeyCode.F2);
        assertThat(desk.robot.lookup("#cell-refusal").queryAs(Label.class).getText())
                .isEqualTo("id is numbered by the database.");
        assertThat(pending().unsaved()).isEmpty();
    }

    private BigDecimal stock() {
        return ((Value.Exact) desk.office.value(Office.PRODUCT, "stock")).number();
    }

    private void show(String table) throws TimeoutException {
        desk.robot.interact(() -> desk.workspace().tables().all().stream()
                .filter(summary -> summary.id().name().equals(table))
                .forEach(desk.workspace().tables()::select));
        until(() -> rows().table()
                        .get()
                        .filter(now -> now.id().name().equals(table))
                        .isPresent()
                && !rows().rows().isEmpty());
    }

    private void goTo(RecordKey key, String column) throws TimeoutException {
        desk.open(key);
        until(() -> rows().indexOf(key) >= 0);
        desk.robot.interact(() -> {
            desk.robot.lookup("#rows").queryAs(TableView.class).requestFocus();
            rows().cells().go(rows().indexOf(key), column);
        });
        until(() -> current().endsWith(" " + column));
    }

    /** Types into the cell; the robot's keys go to the window with the keyboard. */
    private void write(String text) {
        desk.robot.write(text);
    }

    private String edited(int id, String column) {
        return pending().find(customer(id)).orElseThrow().draft().get(column).text();
    }

    private String current() {
        return rows().cells()
                .current()
                .map(cell -> cell.key().map(RecordKey::label).orElse("") + " "
                        + cell.column().name())
                .orElse("");
    }

    private PendingEdits pending() {
        return desk.workspace().pending();
    }

    private RowsModel rows() {
        return desk.workspace().rows();
    }

    private static RecordKey customer(int id) {
        return new RecordKey(new TableId("PUBLIC", "customer"), Row.of("id", Value.of(id)));
    }
}
