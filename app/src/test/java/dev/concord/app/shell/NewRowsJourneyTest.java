package dev.concord.app.shell;

import static dev.concord.app.control.Frames.until;
import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.app.browse.RowsModel;
import dev.concord.app.cells.CurrentCell;
import dev.concord.app.pending.EditId;
import dev.concord.record.RecordKey;
import dev.concord.record.Value;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/** New records begun in the rows after a table's last one, by keys alone, in the whole window. */
class NewRowsJourneyTest extends Journey {
    @Test
    void twoCustomersAreTypedBelowTheLastOneAndSaved() throws TimeoutException {
        toTheGrid("name");
        desk.control(KeyCode.END);
        until(() -> row().isPresent()
                && rows().cells().currentIndex() == rows().rows().size() - 1);
        desk.press(KeyCode.DOWN);
        until(() -> row().flatMap(EditId.New::of).isPresent());
        desk.robot.interact(() -> rows().cells().go(rows().cells().currentIndex(), "name"));
        until(() -> desk.workspace().edit().title().get().equals("New Customer"));
        line("Teestube Nord", "Hafenweg 3", "Kiel", "DE");
        line("Kontor", "Am Kai 1", "Bremen", "DE");
        desk.robot.write("Werft");
        desk.press(KeyCode.TAB);
        until(() -> desk.workspace().unsaved().size() == 3);
        assertThat(shown("street")).containsExactly("Hafenweg 3", "Am Kai 1", "required", "");
        assertThat(shown("active")).contains("default: Yes");
        assertThat(shown("id")).containsExactly("auto", "auto", "auto", "");
        desk.control(KeyCode.LEFT);
        desk.picture("editing-new-rows");
        assertThat(desk.robot.lookup(".mark-cell:empty-row").tryQuery())
                .as("the next one is in sight")
                .isPresent();
        desk.control(KeyCode.DELETE);
        until(() -> desk.workspace().unsaved().size() == 2);
        desk.save();
        desk.untilDialogHas("#saving-start");
        desk.robot.interact(() -> desk.inDialog("#saving-start").ifPresent(Node::requestFocus));
        desk.press(KeyCode.SPACE);
        until(() -> desk.workspace().unsaved().isEmpty());
        until(() -> desk.dialog().isEmpty());
        assertThat(rows().rows().subList(rows().rows().size() - 2, rows().rows().size()))
                .extracting(row -> row.get("name"))
                .containsExactly(Value.of("Teestube Nord"), Value.of("Kontor"));
    }

    @Test
    void insertGoesToTheEmptyRowFromTheFirstRowOfTheTable() throws TimeoutException {
        toTheGrid("city");
        desk.press(KeyCode.INSERT);
        until(() -> row().flatMap(EditId.New::of).isPresent());
        desk.robot.write("Kiel");
        until(() -> desk.workspace().unsaved().size() == 1);
        assertThat(desk.workspace().edit().draft().get().orElseThrow().get("city"))
                .isEqualTo(Value.of("Kiel"));
        desk.press(KeyCode.ESCAPE);
        assertThat(desk.workspace().unsaved()).isEmpty();
        assertThat(row().flatMap(EditId.New::of)).as("the current cell stays").isPresent();
    }

    @Test
    void whatIsTypedBeforeTheEmptyRowIsThereGoesIntoNoOtherRecord() throws TimeoutException {
        toTheGrid("city");
        desk.robot.interact(() -> {
            desk.workspace().newRow();
            assertThat(rows().cells().current())
                    .as("while the end of the table is read")
                    .isEmpty();
        });
        until(() -> row().flatMap(EditId.New::of).isPresent());
        assertThat(rows().cells().current().orElseThrow().column().name()).isEqualTo("city");
    }

    private void line(String name, String street, String city, String country) {
        desk.robot.write(name);
        desk.press(KeyCode.TAB);
        go("street");
        desk.robot.write(street);
        desk.press(KeyCode.TAB);
        desk.robot.write(city);
        desk.press(KeyCode.TAB);
        go("country_code");
        desk.robot.write(country);
        desk.press(KeyCode.ENTER);
        go("name");
        assertThat(desk.workspace().unsaved()).isNotEmpty();
    }

    private void go(String column) {
        desk.robot.interact(() -> rows().cells().go(rows().cells().currentIndex(), column));
    }

    private void toTheGrid(String column) {
        desk.robot.interact(() -> {
            desk.robot.lookup("#rows").queryAs(TableView.class).requestFocus();
            rows().cells().go(0, column);
        });
    }

    /** The texts of a column in the rows of new records. */
    private List<String> shown(String column) {
        int place = rows().cells().columns().stream()
                .map(shown -> shown.name())
                .toList()
                .indexOf(column);
        TableView<?> grid = desk.robot.lookup("#rows").queryAs(TableView.class);
        return rows().shown().stream()
                .skip(rows().rows().size())
                .map(row -> String.valueOf(grid.getVisibleLeafColumn(place + 1)
                        .getCellData(rows().shown().indexOf(row))))
                .map(cell -> cell.replaceAll("CellText\\[text=(.*), missing=.*", "$1"))
                .toList();
    }

    private Optional<RecordKey> row() {
        return rows().cells().current().flatMap(CurrentCell::key);
    }

    private RowsModel rows() {
        return desk.workspace().rows();
    }
}
