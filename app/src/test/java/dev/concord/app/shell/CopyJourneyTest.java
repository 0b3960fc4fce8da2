package dev.concord.app.shell;

import static dev.concord.app.control.Frames.until;
import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.app.cells.CurrentCell;
import dev.concord.catalog.Column;
import dev.concord.record.Row;
import dev.concord.transfer.BlockReader;
import dev.concord.transfer.BlockReading;
import dev.concord.transfer.Separator;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/** Cells selected and copied in the whole window, by keys alone. */
class CopyJourneyTest extends Journey {
    @Test
    void aRectangleIsSelectedSummedAndCopiedByKeysAlone() throws TimeoutException {
        enterGrid();
        goTo("postal_code");
        desk.robot
                .press(KeyCode.SHIFT)
                .type(KeyCode.DOWN, 4)
                .type(KeyCode.RIGHT, 2)
                .release(KeyCode.SHIFT);
        until(() -> selection().startsWith("5 rows × 3 columns  ·  Sum "));
        desk.picture("grid-selection");
        assertThat(desk.workspace().shown().openKey()).contains(Office.CUSTOMER);
        desk.control(KeyCode.C);
        until(() -> selection().endsWith("Copied"));
        assertThat(clipboard())
                .hasLineCount(5)
                .startsWith(current().get("postal_code").text() + "\t");
        desk.press(KeyCode.ESCAPE);
        until(() -> selection().isEmpty());
        desk.control(KeyCode.A);
        until(() -> selection().startsWith("All rows"));
        desk.robot.press(KeyCode.CONTROL, KeyCode.SHIFT).type(KeyCode.C).release(KeyCode.SHIFT, KeyCode.CONTROL);
        desk.press(KeyCode.DOWN);
        desk.press(KeyCode.ENTER);
        until(() -> selection().endsWith("Copied"));
        assertThat(BlockReader.read(clipboard(), Separator.COMMA))
                .isInstanceOfSatisfying(
                        BlockReading.Read.class,
                        read -> assertThat(read.block().height()).isGreaterThan(400));
    }

    @Test
    void theFormStaysInReachOfTheKeyboard() throws TimeoutException {
        enterGrid();
        desk.robot.press(KeyCode.CONTROL).type(KeyCode.TAB).release(KeyCode.CONTROL);
        until(() -> !held("rows"));
        enterGrid();
        desk.press(KeyCode.TAB);
        assertThat(held("rows")).isTrue();
        desk.press(KeyCode.F6);
        until(() ->
                desk.focused().filter(node -> "field-name".equals(node.getId())).isPresent());
    }

    private void enterGrid() throws TimeoutException {
        for (int i = 0; i < 4 && !held("rows"); i++) {
            desk.press(KeyCode.F6);
        }
        until(() -> held("rows"));
    }

    private void goTo(String column) {
        desk.robot.press(KeyCode.CONTROL).type(KeyCode.LEFT).release(KeyCode.CONTROL);
        for (int i = 0; i < 20 && !column().equals(column); i++) {
            desk.press(KeyCode.RIGHT);
        }
        assertThat(column()).isEqualTo(column);
    }

    private String column() {
        return desk.workspace()
                .rows()
                .cells()
                .current()
                .map(CurrentCell::column)
                .map(Column::name)
                .orElse("");
    }

    private Row current() {
        return desk.workspace().rows().cells().current().map(CurrentCell::row).orElse(Row.EMPTY);
    }

    private String selection() {
        return desk.robot.lookup("#status-selection").queryAs(Label.class).getText();
    }

    private boolean held(String id) {
        return desk.focused().map(Node::getId).filter(id::equals).isPresent();
    }

    private String clipboard() {
        List<String> text = new ArrayList<>();
        desk.robot.interact(() -> text.add(Clipboard.getSystemClipboard().getString()));
        return text.getFirst();
    }
}
