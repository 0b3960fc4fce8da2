package dev.concord.app.shell;

import static dev.concord.app.control.Frames.until;
import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.catalog.TableId;
import dev.concord.record.RecordKey;
import dev.concord.record.Row;
import dev.concord.record.Value;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.control.TableCell;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;

/** Foreign keys by name in the whole window, by keys alone. */
class ReferenceJourneyTest extends Journey {
    private static final RecordKey ORDER = new RecordKey(new TableId("PUBLIC", "order"), Row.of("id", Value.of(20003)));

    @Test
    void anOrderIsGivenAnotherCustomerByAPartOfTheName() throws TimeoutException {
        desk.open(ORDER);
        desk.type("ship_name", "To be asked");
        desk.robot.interact(
                () -> desk.robot.lookup("#field-customer_id").query().requestFocus());
        until(() -> read("customer_id").equals("Harrison & Sons · 1024"));
        alt(KeyCode.ENTER);
        until(() -> opened("customer", 1024));
        until(() -> desk.focused().map(Node::getId).filter("field-name"::equals).isPresent());
        alt(KeyCode.LEFT);
        until(() -> opened("order", 20003));
        until(() -> desk.focused()
                .map(Node::getId)
                .filter("field-customer_id"::equals)
                .isPresent());
        assertThat(desk.text("#field-ship_name")).as("what was typed is there").isEqualTo("To be asked");
        alt(KeyCode.RIGHT);
        until(() -> opened("customer", 1024));
        alt(KeyCode.LEFT);
        until(() -> desk.focused()
                .map(Node::getId)
                .filter("field-customer_id"::equals)
                .isPresent());

        desk.robot.write("tasse, ly");
        until(() -> listed() == 1);
        desk.picture("reference-form");
        desk.press(KeyCode.ENTER);
        until(() -> read("customer_id").equals("La Petite Tasse, Lyon · 1085"));
        desk.save();
        until(() -> desk.notice().contains("is saved"));
        assertThat(desk.office.value(ORDER, "customer_id")).isEqualTo(Value.of(1085));
        assertThat(desk.office.value(ORDER, "ship_name")).isEqualTo(Value.of("To be asked"));

        desk.robot.interact(() -> {
            desk.robot.lookup("#rows").query().requestFocus();
            desk.workspace().rows().cells().go(desk.workspace().rows().indexOf(ORDER), "customer_id");
        });
        until(() -> desk.robot.lookup(".value-cell").queryAllAs(TableCell.class).stream()
                .anyMatch(cell -> "La Petite Tasse, Lyon · 1085".equals(cell.getText())));
        desk.robot.write("palm court");
        until(() -> listed() > 0);
        desk.press(KeyCode.ENTER);
        until(() -> read("customer_id").startsWith("Palm Court"));
        desk.press(KeyCode.UP);
        alt(KeyCode.ENTER);
        until(() ->
                desk.workspace().rows().table().get().orElseThrow().id().name().equals("customer"));
        alt(KeyCode.BACK_SPACE);
        until(() -> opened("order", 20003));
        assertThat(desk.workspace().pending().unsaved()).hasSize(1);
    }

    private void alt(KeyCode code) {
        desk.robot.press(KeyCode.ALT).type(code).release(KeyCode.ALT);
    }

    private boolean opened(String table, int id) {
        return desk.workspace()
                .shown()
                .openKey()
                .equals(Optional.of(new RecordKey(new TableId("PUBLIC", table), Row.of("id", Value.of(id)))));
    }

    private String read(String column) {
        return String.valueOf(
                desk.robot.lookup("#field-" + column).query().queryAccessibleAttribute(AccessibleAttribute.TEXT));
    }

    private static int listed() {
        return Window.getWindows().stream()
                .filter(window -> window.isShowing() && !(window instanceof Stage))
                .map(window -> window.getScene().lookup("#pick-list"))
                .mapToInt(node ->
                        node instanceof ListView<?> list ? list.getItems().size() : 0)
                .sum();
    }
}
