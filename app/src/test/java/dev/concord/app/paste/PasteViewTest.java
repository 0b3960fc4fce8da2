package dev.concord.app.paste;

import static dev.concord.app.paste.Clipboards.tabs;
import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.app.control.OwnWindow;
import dev.concord.app.control.Pictures;
import dev.concord.testing.Engine;
import dev.concord.transfer.Separator;
import dev.concord.ui.theme.Theme;
import java.util.Locale;
import java.util.function.Supplier;
import javafx.application.Application;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** The preview of a change of many cells, by keyboard. */
@ExtendWith(OwnWindow.class)
class PasteViewTest {
    private final Clipboards clipboards = Clipboards.customers(Engine.H2);
    private final StackPane frame = new StackPane();

    @SuppressWarnings("NullAway.Init")
    private Scene scene;

    @Start
    void start(Stage stage) {
        scene = new Scene(frame, 1_020, 640);
        stage.setScene(scene);
        dress(Theme.LIGHT);
        stage.show();
    }

    @AfterEach
    void close() {
        clipboards.close();
    }

    @Test
    void aBlockIsLookedAtNarrowedToWhatCannotAndAppliedByKeys(FxRobot robot) {
        PasteTarget target = clipboards.target("name", 1, 1);
        clipboards.shop.sql(
                "delete from \"customer\" where \"id\" = 2",
                "update \"customer\" set \"note\" = 'by somebody else' where \"id\" = 1");
        PasteModel model = show(
                robot,
                () -> clipboards.paste(
                        target,
                        tabs("Anna", "second", "1000.25", "2020-01-31", "7", "Nowak", "old", "x", "surplus") + "\n"
                                + tabs("Bob", "x") + "\n"
                                + tabs("Cleo, a long name", "third", "ten", "2020-02-30", "", "Berg", "new", "") + "\n"
                                + tabs("Dan", "", "", "", "4", "nobody", "", "8")));
        for (Theme theme : Theme.values()) {
            robot.interact(() -> dress(theme));
            robot.interact(() -> Pictures.take(scene, "paste-" + theme.name().toLowerCase(Locale.ROOT)));
        }
        assertThat(label("#paste-counts").getText())
                .isEqualTo("9 cells change, 8 cannot, 7 stay as they are, 1 row is gone.");
        assertThat(button().getText()).isEqualTo("Change 9 cells");
        assertThat(button().isFocused()).isTrue();
        assertThat(table().getItems()).hasSize(17);
        robot.interact(() -> scene.lookup("#paste-only-refused").requestFocus());
        robot.push(KeyCode.SPACE);
        assertThat(table().getItems()).hasSize(8);
        robot.interact(() -> scene.lookup("#paste-keep").requestFocus());
        robot.push(KeyCode.SPACE);
        assertThat(model.keep().get()).isTrue();
        assertThat(button().getText()).isEqualTo("Change 15 cells");
        robot.push(KeyCode.SPACE);
        robot.push(KeyCode.ENTER);
        assertThat(clipboards.said).containsExactly("9 cells were changed in 3 rows, not saved yet.");
        assertThat(clipboards.edited("note")).containsExactly("second", "third", "NULL");
    }

    @Test
    void escapeChangesNothing(FxRobot robot) {
        show(robot, () -> clipboards.paste(clipboards.target("name", 1, 1), "a\nb"));
        robot.push(KeyCode.ESCAPE);
        assertThat(clipboards.asked).isFalse();
        assertThat(clipboards.pending.unsaved()).isEmpty();
    }

    @Test
    void theSeparatorIsFoundOutAndCanBeChanged(FxRobot robot) {
        PasteModel model = show(robot, () -> clipboards.paste(clipboards.target("name", 1, 1), "a;b\nc;d"));
        @SuppressWarnings("unchecked")
        ChoiceBox<Separator> separator = (ChoiceBox<Separator>) scene.lookup("#paste-separator");
        assertThat(separator.getValue()).isEqualTo(Separator.SEMICOLON);
        assertThat(((BlockInput) model.input()).separator().get()).isEmpty();
        robot.interact(() -> separator.setValue(Separator.COMMA));
        assertThat(Clipboards.lines(model)).containsExactly("Ana name: Ana → a;b", "Bob name: Bob → c;d");
        assertThat(separator.getValue()).isEqualTo(Separator.COMMA);
    }

    @Test
    void onlyChoicesThatMakeADifferenceAreShown(FxRobot robot) {
        show(robot, () -> clipboards.paste(clipboards.target("name", 1, 1), "a\nb"));
        assertThat(scene.lookup("#paste-titles").isVisible()).isFalse();
        assertThat(scene.lookup("#paste-rest").isVisible()).isFalse();
        assertThat(scene.lookup("#paste-keep").isVisible()).isFalse();
        assertThat(scene.lookup("#paste-only-refused").isVisible()).isFalse();
        show(robot, () -> clipboards.paste(clipboards.target("name", 1, 1), "name\n" + Clipboards.numbered(6, "n")));
        assertThat(scene.lookup("#paste-titles").isVisible()).isTrue();
        assertThat(((CheckBox) scene.lookup("#paste-rest")).getText())
                .isEqualTo("Add 2 lines that have no row here as new rows");
    }

    @Test
    void oneValueIsTypedAndAppliedWithEnter(FxRobot robot) {
        show(
                robot,
                () -> clipboards.started(
                        PasteModel.oneValue(clipboards.target("points", 4, 1), clipboards.services(), clipboards)));
        assertThat(held("paste-value")).isTrue();
        assertThat(label("#paste-counts").getText()).isEqualTo("Write the value for all selected cells.");
        assertThat(button().isDisabled()).isTrue();
        robot.write("3");
        assertThat(button().getText()).isEqualTo("Change 3 cells");
        robot.push(KeyCode.ENTER);
        assertThat(clipboards.edited("points")).containsExactly("3", "3", "3");
    }

    @Test
    void whatIsReplacedIsSeenWhileItIsTyped(FxRobot robot) {
        show(
                robot,
                () -> clipboards.started(
                        PasteModel.replace(clipboards.target("name", 4, 2), clipboards.services(), clipboards)));
        assertThat(held("paste-search")).isTrue();
        robot.write("an");
        robot.push(KeyCode.TAB);
        assertThat(held("paste-replacement")).isTrue();
        robot.write("on");
        assertThat(table().getItems()).hasSize(2);
        robot.interact(() -> scene.lookup("#paste-regular").requestFocus());
        robot.push(KeyCode.SPACE);
        robot.interact(() -> scene.lookup("#paste-search").requestFocus());
        robot.write("[");
        assertThat(label("#paste-counts").getText()).startsWith("Not a regular expression: ");
        assertThat(button().isDisabled()).isTrue();
        robot.push(KeyCode.ENTER);
        assertThat(clipboards.pending.unsaved()).isEmpty();
    }

    private PasteModel show(FxRobot robot, Supplier<PasteModel> making) {
        PasteModel[] made = new PasteModel[1];
        robot.interact(() -> {
            made[0] = making.get();
            frame.getChildren().setAll(new PasteView(made[0], Clipboards.TEXTS).root());
            frame.applyCss();
            frame.layout();
        });
        return made[0];
    }

    private boolean held(String id) {
        Node owner = scene.getFocusOwner();
        return owner != null && id.equals(owner.getId());
    }

    private Label label(String id) {
        return (Label) scene.lookup(id);
    }

    private Button button() {
        return (Button) scene.lookup("#paste-apply");
    }

    private TableView<?> table() {
        return (TableView<?>) scene.lookup("#paste-lines");
    }

    private void dress(Theme theme) {
        Application.setUserAgentStylesheet(theme.userAgentStylesheet());
        scene.getStylesheets().setAll(theme.stylesheets());
    }
}
