package dev.concord.app.filter;

import static dev.concord.app.control.Frames.until;
import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.app.control.OwnWindow;
import dev.concord.app.task.Work;
import dev.concord.ui.text.Texts;
import dev.concord.ui.theme.Theme;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeoutException;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** The search while the database looks. */
@ExtendWith(OwnWindow.class)
class SearchBoxTest {
    private static final Texts TEXTS = Texts.of(Locale.UK);

    private final ReadOnlyBooleanWrapper looking = new ReadOnlyBooleanWrapper();
    private final List<String> done = new ArrayList<>();
    private final FilterModel model = new FilterModel(
            TEXTS, Clock.systemUTC(), Work.immediate(), filter -> done.add("search " + filter.search()));

    /** Set by {@link #start}, which runs before every test. */
    @SuppressWarnings("NullAway.Init")
    private SearchBox box;

    @Start
    void start(Stage stage) {
        box = new SearchBox(
                model,
                TEXTS,
                looking.getReadOnlyProperty(),
                () -> done.add("stop"),
                () -> done.add("rows"),
                () -> done.add("leave"));
        Scene scene = new Scene((Parent) box.root(), 500, 80);
        scene.getStylesheets().setAll(Theme.LIGHT.stylesheets());
        stage.setScene(scene);
        stage.show();
    }

    @Test
    void aLongSearchSaysHowLongItHasLookedAndIsStoppedByEscOrItsButton(FxRobot robot) throws TimeoutException {
        robot.interact(box::focus);
        robot.write("x");
        done.clear();
        robot.interact(() -> looking.set(true));
        until(() -> says(robot, "Looking for 1 s"));
        robot.type(KeyCode.ESCAPE);
        assertThat(done).containsExactly("stop");
        robot.clickOn("#search-stop");
        assertThat(done).containsExactly("stop", "stop");
        assertThat(model.search().get()).isEqualTo("x");
        robot.interact(() -> looking.set(false));
        assertThat(robot.lookup("#search-stop").query().getParent().isVisible()).isFalse();
    }

    @Test
    void escEmptiesTheBoxAndThenLeavesIt(FxRobot robot) {
        robot.interact(box::focus);
        robot.write("x").type(KeyCode.ESCAPE);
        assertThat(done).containsExactly("search x", "search ");
        assertThat(model.search().get()).isEmpty();
        robot.type(KeyCode.ESCAPE).type(KeyCode.DOWN);
        assertThat(done).containsExactly("search x", "search ", "leave", "rows");
    }

    @Test
    void theBoxAndItsButtonsHaveNames(FxRobot robot) {
        assertThat(robot.lookup("#row-search").query().getAccessibleText()).isEqualTo("Search rows");
        assertThat(robot.lookup("#filter-open").queryAs(Labeled.class).getText())
                .isEqualTo("Filter by columns");
        robot.clickOn("#filter-open");
        assertThat(model.open().get()).isTrue();
    }

    private static boolean says(FxRobot robot, String words) {
        return robot.lookup((Node node) -> node instanceof Labeled label && words.equals(label.getText()))
                .tryQuery()
                .filter(node -> node.getParent().isVisible())
                .isPresent();
    }
}
