package dev.concord.app.shell;

import static dev.concord.app.control.Frames.until;
import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.app.browse.RowsModel;
import dev.concord.app.control.Frames;
import dev.concord.app.layout.RowHeight;
import dev.concord.app.layout.SavedView;
import dev.concord.catalog.TableSummary;
import dev.concord.query.PageRequest.Sort;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.Test;

/** Columns and views in the whole window, by keys alone. */
class LayoutJourneyTest extends Journey {
    @Test
    void columnsAreHiddenMovedAndFoundByKeysAlone() throws TimeoutException {
        chooseInMenu("Columns…");
        desk.untilDialogHas("#columns");
        until(() -> held("columns"));
        desk.press(KeyCode.DOWN);
        desk.press(KeyCode.DOWN);
        desk.press(KeyCode.SPACE);
        assertThat(shown()).startsWith("id", "name", "email").doesNotContain("contact");
        desk.press(KeyCode.DOWN);
        desk.robot.press(KeyCode.ALT).type(KeyCode.UP, 2).release(KeyCode.ALT);
        assertThat(shown()).startsWith("id", "email", "name");
        typeLetter("v");
        until(() -> held("columns-search"));
        desk.typeOver("vip");
        desk.press(KeyCode.DOWN);
        desk.press(KeyCode.SPACE);
        assertThat(shown()).doesNotContain("vip_since");
        desk.press(KeyCode.ESCAPE);
        desk.picture("finding-columns");
        desk.press(KeyCode.ENTER);
        until(() -> desk.dialog().isEmpty());
        assertThat(shown()).startsWith("id", "email", "name").doesNotContain("contact", "vip_since");
        chooseInMenu("Columns…");
        desk.untilDialogHas("#columns");
        desk.press(KeyCode.SPACE);
        assertThat(shown()).startsWith("email");
        desk.press(KeyCode.ESCAPE);
        until(() -> desk.dialog().isEmpty());
        assertThat(shown()).startsWith("id", "email", "name");
    }

    @Test
    void theNameOfATableIsWholeBesideACommentThatIsCut() {
        Label name = desk.robot.lookup(".concord-heading").queryAs(Label.class);
        Label comment = desk.robot
                .lookup("Shops, cafés, restaurants and offices that buy from us")
                .queryAs(Label.class);
        assertThat(comment.getWidth()).isLessThan(comment.prefWidth(-1));
        assertThat(name.getWidth()).isGreaterThanOrEqualTo(name.prefWidth(-1));
    }

    @Test
    void theButtonsAboveTheRowsAreWholeInANarrowWindowAndBesideALongName() {
        Region heading = desk.robot.lookup(".workspace-heading").queryAs(Region.class);
        for (String table : List.of("customer", "stock_movement")) {
            TableSummary wanted = desk.workspace().tables().all().stream()
                    .filter(summary -> summary.id().name().equals(table))
                    .findFirst()
                    .orElseThrow();
            desk.robot.interact(() -> desk.workspace().tables().select(wanted));
            for (int width : List.of(1600, 1280, 1024, 900)) {
                desk.robot.interact(() -> heading.getScene().getWindow().setWidth(width));
                Frames.pass();
                Node pane = desk.robot.lookup(".workspace-middle").query();
                double end = pane.localToScene(pane.getLayoutBounds()).getMaxX();
                assertThat(heading.lookupAll(".button-icon"))
                        .as(table + " at " + width)
                        .filteredOn(Node::isVisible)
                        .hasSizeGreaterThanOrEqualTo(4)
                        .allSatisfy(button -> {
                            assertThat(button.localToScene(button.getLayoutBounds())
                                            .getMaxX())
                                    .isLessThanOrEqualTo(end);
                            assertThat(button.getLayoutBounds().getWidth()).isGreaterThanOrEqualTo(24);
                        });
            }
        }
    }

    @Test
    void aViewIsKeptAndComesBackWithItsFilterOrderAndColumns() throws TimeoutException {
        desk.control(KeyCode.F);
        desk.typeOver("berlin");
        desk.press(KeyCode.ENTER);
        until(() -> rows().rows().size() < 20 && !rows().rows().isEmpty());
        desk.press(KeyCode.DOWN);
        desk.robot.interact(() -> rows().layouts().hide("contact"));
        desk.robot.interact(() -> rows().sortBy(List.of(new Sort("name", false))));
        until(() -> !rows().loading().get());
        List<String> ids = ids();
        chooseInMenu("Keep this view…");
        desk.untilDialogHas("#view-name");
        until(() -> held("view-name"));
        desk.typeOver("Berlin");
        desk.press(KeyCode.ENTER);
        until(() -> desk.dialog().isEmpty());
        chooseInMenu("All rows and columns");
        until(() -> rows().rows().size() > 20);
        assertThat(shown()).contains("contact");
        assertThat(ids().getFirst()).isEqualTo("1001");
        desk.robot.interact(() -> rows().layouts().makeRows(RowHeight.COMFORTABLE));
        desk.control(KeyCode.L);
        assertThat(items().stream().map(MenuItem::getText))
                .containsSubsequence("All rows and columns", "Berlin", "Keep this view…", "Forget a view");
        desk.picture("layout-menu");
        desk.press(KeyCode.ESCAPE);
        until(() -> desk.focused().filter(TableView.class::isInstance).isPresent());
        chooseInMenu("Berlin");
        until(() -> ids().equals(ids));
        assertThat(shown()).doesNotContain("contact");
        assertThat(rows().filters().search().get()).isEqualTo("berlin");
        assertThat(rows().scope().get().orElseThrow().sort()).containsExactly(new Sort("name", false));
        chooseInMenu("Keep this view…");
        desk.untilDialogHas("#view-name");
        until(() -> held("view-name"));
        desk.typeOver("berlin");
        assertThat(desk.dialogText("#view-replaces")).isEqualTo("There is a view “berlin” already. It is replaced.");
        assertThat(desk.dialogText("#view-keep")).isEqualTo("Replace");
        desk.picture("layout-name");
        desk.press(KeyCode.ESCAPE);
        until(() -> desk.dialog().isEmpty());
    }

    @Test
    void aViewForgottenIsKeptAgainFromTheNotice() throws TimeoutException {
        desk.robot.interact(() -> rows().views().keepAs("Everybody"));
        SavedView view = rows().views().all().getFirst();
        desk.robot.interact(() -> rows().views().forget(view));
        assertThat(desk.notice()).isEqualTo("The view “Everybody” is no longer kept.");
        desk.click("Keep it again");
        assertThat(rows().views().all()).containsExactly(view);
        assertThat(desk.notice()).isEmpty();
    }

    @Test
    void whatAViewCannotFilterAnyMoreIsSaid() {
        desk.robot.interact(() -> rows().views()
                .apply(new SavedView(
                        "Old", Map.of("fax", "x"), "", rows().layouts().usual())));
        assertThat(desk.notice())
                .isEqualTo(
                        "The view “Old” also filters fax, which is not in this table any more. More rows may be shown.");
    }

    /** By Ctrl+L, Down and Enter. */
    private void chooseInMenu(String words) throws TimeoutException {
        desk.control(KeyCode.L);
        until(() -> menu().isShowing());
        List<String> choices = items().stream()
                .filter(item -> item.getText() != null && !item.isDisable())
                .map(MenuItem::getText)
                .toList();
        for (int step = 0; step <= choices.indexOf(words); step++) {
            desk.press(KeyCode.DOWN);
        }
        desk.press(KeyCode.ENTER);
        until(() -> !menu().isShowing());
    }

    /** The robot would type into the first window that calls itself focused. */
    private void typeLetter(String letter) {
        desk.robot.interact(() -> Event.fireEvent(
                desk.focused().orElseThrow(),
                new KeyEvent(KeyEvent.KEY_TYPED, letter, letter, KeyCode.UNDEFINED, false, false, false, false)));
    }

    private MenuButton menu() {
        return desk.robot.lookup("#view-menu").queryAs(MenuButton.class);
    }

    private List<MenuItem> items() {
        return List.copyOf(menu().getItems());
    }

    private boolean held(String id) {
        return desk.focused().map(Node::getId).filter(id::equals).isPresent();
    }

    private RowsModel rows() {
        return desk.workspace().rows();
    }

    private List<String> shown() {
        return rows().layouts().layout().get().shown();
    }

    private List<String> ids() {
        return rows().rows().stream().map(row -> row.get("id").text()).toList();
    }
}
