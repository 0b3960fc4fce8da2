package dev.concord.app.conflict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.app.control.DialogWindow;
import dev.concord.app.control.Frames;
import dev.concord.app.control.OwnWindow;
import dev.concord.app.task.Work;
import dev.concord.catalog.Column;
import dev.concord.catalog.Table;
import dev.concord.merge.Choice;
import dev.concord.merge.MergeRules;
import dev.concord.merge.RecordMerge;
import dev.concord.record.Draft;
import dev.concord.record.Row;
import dev.concord.record.Snapshot;
import dev.concord.record.Value;
import dev.concord.ui.text.Texts;
import dev.concord.ui.theme.Theme;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import javafx.application.Application;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.stage.WindowEvent;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

@ExtendWith(OwnWindow.class)
class ConflictWindowTest {
    private static final Texts TEXTS = Texts.of(Locale.UK);

    private final Colleague colleague = new Colleague();

    /** Set by {@link #start}, which runs before every test. */
    @SuppressWarnings("NullAway.Init")
    private TextField field;

    @SuppressWarnings("NullAway.Init")
    private Stage owner;

    @Start
    void start(Stage stage) {
        owner = stage;
        field = new TextField();
        Application.setUserAgentStylesheet(Theme.LIGHT.userAgentStylesheet());
        stage.setScene(new Scene(new VBox(new TextField(), field), 1280, 800));
        stage.getScene().getStylesheets().setAll(Theme.LIGHT.stylesheets());
        stage.show();
        field.requestFocus();
    }

    @Test
    void closingByTheTitleBarCancelsAndTheKeyboardReturns(FxRobot robot) {
        ConflictModel model = model(Customer.TABLE, Customer.MINE, Customer.THEIRS);
        DialogWindow window = open(robot, model);
        Window shown = window(robot);
        assertThat(shown.getScene().getFocusOwner().getId()).isEqualTo("conflict-row-city");
        assertThat(shown.getScene().getHeight()).isBetween(240.0, 736.0);
        assertThat(((Stage) shown).getIcons()).isNotEmpty();
        closeByTitleBar(robot, shown);
        assertThat(colleague.kept).isPresent();
        robot.interact(window::close);
        assertThat(owner.getScene().getFocusOwner()).isEqualTo(field);
        assertThat(shown.isShowing()).isFalse();
    }

    @Test
    void whatIsBeingTypedIsKeptWhenTheTitleBarCloses(FxRobot robot) {
        open(robot, model(Customer.TABLE, Customer.MINE, Customer.THEIRS));
        type(robot, "Austin");
        closeByTitleBar(robot, window(robot));
        assertThat(colleague.kept.orElseThrow().choice("city")).contains(new Choice.Typed(Value.of("Austin")));
    }

    @Test
    void whatIsBeingTypedIntoAPartIsKeptToo(FxRobot robot) {
        ConflictModel model = model(Machine.merge("manual", "price", "currency"));
        open(robot, model);
        openParts(robot, model);
        type(robot, "Step 20: tighten part 20 with 9 Nm.");
        closeByTitleBar(robot, window(robot));
        assertThat(colleague.kept.orElseThrow().choice("manual").orElseThrow().toString())
                .contains("with 9 Nm");
    }

    @Test
    void textThatIsNoValueIsNamedEvenBehindTheParts(FxRobot robot) {
        ConflictModel model = model(Machine.merge("manual", "price", "currency"));
        open(robot, model);
        robot.interact(() -> model.select("price"));
        Frames.pass();
        type(robot, "plenty");
        openParts(robot, model);
        closeByTitleBar(robot, window(robot));
        Frames.pass();
        assertThat(colleague.kept).isEmpty();
        assertThat(window(robot).getScene().getRoot().lookup(".conflict-notice"))
                .asInstanceOf(InstanceOfAssertFactories.type(Label.class))
                .extracting(Label::getText)
                .asString()
                .startsWith("Price cannot be saved as typed.");
    }

    @Test
    void textThatIsNoValueKeepsTheWindowOpenUntilItIsGivenUp(FxRobot robot) {
        ConflictModel model = model(Customer.TABLE, Customer.MINE, Customer.THEIRS);
        open(robot, model);
        robot.interact(() -> {
            model.filter().set(FieldFilter.ALL);
            model.select("credit_limit");
        });
        Frames.pass();
        type(robot, "plenty");
        closeByTitleBar(robot, window(robot));
        assertThat(colleague.kept).isEmpty();
        assertThat(robot.lookup(".conflict-notice").<Label>query().getText()).startsWith("Credit limit cannot be");
        assertThat(window(robot).getScene().getFocusOwner()).isInstanceOf(TextField.class);
        press(robot, KeyCode.ESCAPE);
        closeByTitleBar(robot, window(robot));
        assertThat(colleague.kept).isPresent();
    }

    @Test
    void aWideTableMakesOnlyTheRowsItShows(FxRobot robot) {
        List<Column> columns = IntStream.range(0, 200)
                .mapToObj(i -> Customer.text("column_" + i, 100, true))
                .toList();
        Table wide = new Table(
                Customer.ID,
                Table.Type.TABLE,
                columns,
                Customer.TABLE.primaryKey(),
                List.of(),
                List.of(),
                List.of(),
                true,
                "");
        Row base = Customer.OPENED.row();
        Row theirs = base;
        for (Column column : columns) {
            base = base.with(column.name(), Value.of("before"));
            theirs = theirs.with(column.name(), Value.of("after"));
        }
        Draft mine = Draft.of(Customer.snapshot(base, 2)).with("column_7", Value.of("mine"));
        ConflictModel model = model(wide, mine, Customer.snapshot(theirs, 5));
        DialogWindow window = open(robot, model);
        assertThat(rows(robot)).isEqualTo(1);
        robot.interact(() -> model.filter().set(FieldFilter.ALL));
        assertThat(rows(robot)).isLessThan(50);
        robot.interact(() -> model.select("column_150"));
        assertThat(window(robot).getScene().getFocusOwner().getId()).isEqualTo("conflict-row-column_150");
        robot.interact(window::close);
    }

    private int rows(FxRobot robot) {
        return window(robot).getScene().getRoot().lookupAll(".conflict-row").size();
    }

    private ConflictModel model(Table table, Draft mine, Snapshot theirs) {
        return model(RecordMerge.of(table, mine, theirs, Customer.SET_BY_DATABASE, MergeRules.DEFAULT));
    }

    private ConflictModel model(RecordMerge merge) {
        return new ConflictModel(merge, colleague, Work.immediate(), TEXTS, colleague);
    }

    private static void openParts(FxRobot robot, ConflictModel model) {
        robot.interact(() -> model.openParts("manual"));
        Frames.pass();
        assertThat(model.parts().get()).isPresent();
    }

    private DialogWindow open(FxRobot robot, ConflictModel model) {
        DialogWindow[] window = new DialogWindow[1];
        robot.interact(() -> {
            ConflictView view = new ConflictView(model, TEXTS);
            window[0] = new DialogWindow(owner, view.title(), view.root(), view::leave);
        });
        Frames.pass();
        return window[0];
    }

    /** Of the two windows the system gives the keyboard to, tests know only the first; so the keys are brought here. */
    private void type(FxRobot robot, String text) {
        press(robot, KeyCode.F2);
        Frames.pass();
        robot.interact(() -> ((TextInputControl) window(robot).getScene().getFocusOwner()).setText(text));
    }

    private void press(FxRobot robot, KeyCode key) {
        Node focused = window(robot).getScene().getFocusOwner();
        robot.interact(() -> focused.fireEvent(
                new KeyEvent(KeyEvent.KEY_PRESSED, "", key.getName(), key, false, false, false, false)));
    }

    private static void closeByTitleBar(FxRobot robot, Window shown) {
        robot.interact(() -> shown.fireEvent(new WindowEvent(shown, WindowEvent.WINDOW_CLOSE_REQUEST)));
    }

    private Window window(FxRobot robot) {
        return robot.listWindows().stream()
                .filter(window -> window.isShowing() && !window.equals(owner))
                .findFirst()
                .orElseThrow();
    }
}
