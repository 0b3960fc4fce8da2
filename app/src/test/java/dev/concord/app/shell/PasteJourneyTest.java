package dev.concord.app.shell;

import static dev.concord.app.control.Frames.until;
import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.app.browse.RowsModel;
import dev.concord.app.cells.CurrentCell;
import dev.concord.app.pending.PendingEdits;
import dev.concord.catalog.Column;
import dev.concord.catalog.TableId;
import dev.concord.record.RecordKey;
import dev.concord.record.Row;
import dev.concord.record.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/** Many cells changed in the whole window, by keys alone. */
class PasteJourneyTest extends Journey {
    private static final List<String> IN_BERLIN = List.of("1132", "1143", "1180", "1256", "1290");

    @Test
    void aBlockIsPastedOntoFilteredRowsOfWhichOneIsStaleAndOneRefused() throws TimeoutException {
        findThoseInBerlin();
        goTo("contact");
        desk.office.colleagueSets(customer(1143), "contact", Value.of("Eva Lehmann"));
        String given = desk.office.value(customer(1132), "email").text();
        copy("Katrin Müller\t" + given + "\t+49 30 1\n"
                + "Tobias Lehmann\ttobias@example.org\t+49 30 2\n"
                + "Björn Müller\tb.mueller@example.org\t+49 30 12345678901234567890123456789\n"
                + "\tbrandt@example.net\t+49 30 4\n"
                + "Mia Krause\tkrause@example.com\t+49 30 5\n"
                + "Nobody\tno@example.com\t+49 30 6\n");
        desk.control(KeyCode.V);
        desk.untilDialogHas("#paste-lines");
        until(() -> desk.dialogText("#paste-counts").startsWith("12 cells change, 1 cannot"));
        assertThat(desk.dialogText("#paste-rest")).isEqualTo("Add 1 line that has no row here as a new row");
        desk.picture("pasting-block");
        assertThat(pending().unsaved()).isEmpty();
        desk.press(KeyCode.ENTER);
        until(() -> desk.dialog().isEmpty());
        assertThat(desk.notice()).isEqualTo("12 cells were changed in 5 rows, not saved yet.");
        assertThat(pending().unsaved()).hasSize(5);
        assertThat(edited(1143, "contact")).isEqualTo(Value.of("Tobias Lehmann"));
        assertThat(edited(1180, "phone")).isEqualTo(desk.office.value(customer(1180), "phone"));
        assertThat(edited(1256, "contact").isNull()).isTrue();
        assertThat(desk.office.value(customer(1256), "contact").isNull()).isFalse();

        until(this::gridIsHeld);
        desk.control(KeyCode.Z);
        assertThat(pending().unsaved()).isEmpty();
    }

    @Test
    void oneValueFillsARectangleAndFillDownCopiesTheFirstRow() throws TimeoutException {
        findThoseInBerlin();
        goTo("contact");
        select(KeyCode.DOWN, 4);
        copy("Somebody");
        desk.control(KeyCode.V);
        desk.untilDialogHas("#paste-lines");
        until(() -> desk.dialogText("#paste-counts").equals("5 cells change."));
        desk.press(KeyCode.ESCAPE);
        until(() -> desk.dialog().isEmpty());
        assertThat(pending().unsaved()).isEmpty();

        goTo("contact");
        desk.press(KeyCode.DOWN);
        select(KeyCode.DOWN, 2);
        desk.control(KeyCode.D);
        until(() -> desk.notice().equals("2 cells were changed in 2 rows, not saved yet."));
        assertThat(edited(1256, "contact")).isEqualTo(Value.of("Tobias Lehmann"));
        assertThat(pending().isUnsaved(customer(1143))).isFalse();
        desk.click("Undo");
        until(() -> desk.notice().equals("Taken back."));
        assertThat(pending().unsaved()).isEmpty();
        until(this::gridIsHeld);
    }

    @Test
    void selectedCellsAreSetAndSearchedAndReplacedByKeysAlone() throws TimeoutException {
        findThoseInBerlin();
        goTo("city");
        select(KeyCode.DOWN, 4);
        desk.control(KeyCode.H);
        desk.untilDialogHas("#paste-search");
        desk.typeOver("ERL");
        desk.press(KeyCode.TAB);
        desk.typeOver("ären");
        until(() -> desk.dialogText("#paste-counts").equals("5 cells change."));
        desk.picture("pasting-replace");
        desk.press(KeyCode.ENTER);
        until(() -> pending().unsaved().size() == 5);
        assertThat(edited(1290, "city")).isEqualTo(Value.of("Bärenin"));

        until(this::gridIsHeld);
        desk.control(KeyCode.ENTER);
        desk.untilDialogHas("#paste-value");
        desk.typeOver("Potsdam");
        until(() -> desk.dialogText("#paste-counts").equals("5 cells change."));
        desk.press(KeyCode.ENTER);
        until(() -> edited(1132, "city").equals(Value.of("Potsdam")));
        until(this::gridIsHeld);
        desk.control(KeyCode.Z);
        assertThat(edited(1132, "city")).isEqualTo(Value.of("Bärenin"));
    }

    @Test
    void linesBecomeNewRowsByChoice() throws TimeoutException {
        findThoseInBerlin();
        goTo("name");
        copy("name\tstreet\tcity\tcountry_code\nTeestube\tHafenweg 3\tKiel\tgermany\nCafé\tAm Markt 1\tLinz\tAT\n");
        desk.robot.press(KeyCode.CONTROL, KeyCode.SHIFT).type(KeyCode.V).release(KeyCode.CONTROL, KeyCode.SHIFT);
        desk.untilDialogHas("#paste-titles");
        until(() -> desk.dialogText("#paste-counts").equals("8 cells change, 2 rows are new."));
        desk.press(KeyCode.ENTER);
        until(() -> pending().unsaved().size() == 2);
        assertThat(pending().unsaved().getFirst().draft().get("country_code")).isEqualTo(Value.of("DE"));
        assertThat(pending().unsaved().getFirst().key()).isEmpty();
    }

    private void findThoseInBerlin() throws TimeoutException {
        desk.control(KeyCode.F);
        desk.typeOver("berlin");
        desk.press(KeyCode.ENTER);
        until(() -> ids().equals(IN_BERLIN));
        desk.press(KeyCode.DOWN);
        until(this::gridIsHeld);
    }

    private boolean gridIsHeld() {
        return desk.focused().filter(TableView.class::isInstance).isPresent();
    }

    private void goTo(String column) throws TimeoutException {
        desk.press(KeyCode.HOME);
        until(() -> rows().cells()
                .current()
                .flatMap(CurrentCell::key)
                .equals(Optional.of(customer(Integer.parseInt(IN_BERLIN.getFirst())))));
        for (int step = 0; step < 20 && !at(column); step++) {
            desk.press(KeyCode.RIGHT);
        }
        assertThat(at(column)).isTrue();
    }

    private boolean at(String column) {
        return rows().cells()
                .current()
                .map(CurrentCell::column)
                .map(Column::name)
                .filter(column::equals)
                .isPresent();
    }

    private void select(KeyCode code, int times) {
        desk.robot.press(KeyCode.SHIFT);
        for (int i = 0; i < times; i++) {
            desk.press(code);
        }
        desk.robot.release(KeyCode.SHIFT);
    }

    private void copy(String text) {
        desk.robot.interact(() -> Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, text)));
    }

    private Value edited(int id, String column) {
        return pending().find(customer(id)).orElseThrow().draft().get(column);
    }

    private PendingEdits pending() {
        return desk.workspace().pending();
    }

    private RowsModel rows() {
        return desk.workspace().rows();
    }

    private List<String> ids() {
        return rows().rows().stream().map(row -> row.get("id").text()).toList();
    }

    private static RecordKey customer(int id) {
        return new RecordKey(new TableId("PUBLIC", "customer"), Row.of("id", Value.of(id)));
    }
}
