package dev.concord.app.conflict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.app.control.Frames;
import dev.concord.app.control.OwnWindow;
import dev.concord.app.task.Work;
import dev.concord.merge.Choice;
import dev.concord.record.Row;
import dev.concord.record.Value;
import dev.concord.ui.text.Texts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** Everything that is decided otherwise than by choosing one of three values, by keyboard and by mouse. */
@ExtendWith(OwnWindow.class)
class DeepConflictViewTest {
    private static final Texts TEXTS = Texts.of(Locale.UK);

    private final Colleague colleague = new Colleague();
    private final ConflictModel model;

    @TempDir
    private Path folder = Path.of("");

    /** Set by {@link #start}, which runs before every test. */
    @SuppressWarnings("NullAway.Init")
    private Portraits portraits;

    @SuppressWarnings("NullAway.Init")
    private Scene scene;

    DeepConflictViewTest() {
        colleague.targets.put(Row.of("supplier_id", Value.of(12)), "Acme Tools");
        colleague.targets.put(Row.of("supplier_id", Value.of(15)), "Borg & Sons");
        colleague.targets.put(Row.of("supplier_id", Value.of(21)), "Cordes Maschinenbau");
        model = new ConflictModel(
                Machine.merge(
                        "price",
                        "currency",
                        "in_stock",
                        "supplier_id",
                        "manual",
                        "settings",
                        "tags",
                        "photo",
                        "drawing"),
                colleague,
                Work.immediate(),
                TEXTS,
                colleague);
    }

    @Start
    void start(Stage stage) {
        FolderQuestion question = owner -> Optional.of(folder);
        portraits = new Portraits((Region) new ConflictView(model, TEXTS, question).root());
        scene = portraits.scene();
        stage.setScene(scene);
        stage.show();
    }

    @Test
    void everythingThatNeedsADecisionIsOnOneSurface(FxRobot robot) {
        portraits.take(robot, "conflict-deep");
        assertThat(texts(".conflict-group")).anyMatch(text -> text.startsWith("Decided together: Price and Currency"));
        assertThat(row("supplier_id").lookupAll(".conflict-caption").stream().map(node -> ((Labeled) node).getText()))
                .contains("Supplier 88 no longer exists", "Borg & Sons");
    }

    @Test
    void aGroupIsDecidedAtOnceAndSplitByMouse(FxRobot robot) {
        robot.clickOn(row("price").lookup(".conflict-mine"));
        assertThat(model.resolution().get().choice("currency")).contains(new Choice.Mine());
        robot.clickOn("#separate-price");
        assertThat(scene.getRoot().lookupAll(".conflict-group")).isEmpty();
        control(robot, KeyCode.Z);
        assertThat(scene.getRoot().lookupAll(".conflict-group")).hasSize(1);
    }

    @Test
    void bothChangesOfAQuantityAreAppliedByKeyboard(FxRobot robot) {
        robot.interact(() -> model.select("in_stock"));
        control(robot, KeyCode.DIGIT4);
        assertThat(model.resolution().get().choice("in_stock")).contains(new Choice.Sum());
        assertThat(row("in_stock").getAccessibleText()).endsWith("result 35");
    }

    @Test
    void bothChangesOfAQuantityAreAppliedByMouse(FxRobot robot) {
        robot.interact(() -> model.select("in_stock"));
        robot.clickOn("Apply both: 40 − 3 − 2 = 35");
        assertThat(model.resolution().get().choice("in_stock")).contains(new Choice.Sum());
    }

    @Test
    void aTextIsDecidedByKeyboardAndTheFieldsComeBack(FxRobot robot) {
        robot.interact(() -> model.select("manual"));
        robot.type(KeyCode.F4);
        Frames.pass();
        portraits.take(robot, "conflict-text");
        assertThat(texts(".parts-heading")).contains("Change 2 of 3");
        control(robot, KeyCode.DIGIT5);
        portraits.take(robot, "conflict-text-decided");
        robot.type(KeyCode.F7);
        control(robot, KeyCode.DIGIT1);
        robot.type(KeyCode.ESCAPE);
        Frames.pass();
        assertThat(focused()).isEqualTo("conflict-row-manual");
        assertThat(result("manual").text())
                .contains("Step 20: tighten part 20 with 12 Nm.\nStep 20: tighten part 20 by hand.\n")
                .contains("Step 33: check part 33 before the next.\n");
    }

    @Test
    void aChangeIsTypedBetweenTheSidesAndStaysMarked(FxRobot robot) {
        robot.interact(() -> model.openParts("manual"));
        Frames.pass();
        robot.type(KeyCode.F2);
        Frames.pass();
        assertThat(focused()).isEqualTo("part-editor");
        control(robot, KeyCode.A);
        robot.write("Step 20: tighten part 20 with 9 Nm.");
        portraits.take(robot, "conflict-text-typing");
        control(robot, KeyCode.ENTER);
        portraits.take(robot, "conflict-text-typed");
        assertThat(scene.getRoot().lookupAll(".parts-lines"))
                .allMatch(line -> line.getLayoutBounds().getHeight() >= ((Region) line).prefHeight(width(line)));
        assertThat(texts(".parts-heading")).contains("Typed");
        robot.clickOn("#parts-done");
        assertThat(result("manual").text()).contains("Step 20: tighten part 20 with 9 Nm.\nStep 21");
    }

    @Test
    void aTextIsDecidedByMouseAndFoldedLinesUnfold(FxRobot robot) {
        robot.interact(() -> model.openParts("manual"));
        Frames.pass();
        int before = lines();
        robot.clickOn("10 unchanged lines");
        Frames.pass();
        assertThat(lines()).isGreaterThan(before);
        robot.clickOn("Drop your 1 part");
        robot.clickOn("#parts-done");
        assertThat(result("manual").text()).contains("by hand").doesNotContain("12 Nm");
    }

    @Test
    void aDocumentIsDecidedPathByPath(FxRobot robot) {
        robot.interact(() -> model.select("settings"));
        robot.type(KeyCode.ENTER);
        Frames.pass();
        portraits.take(robot, "conflict-json");
        control(robot, KeyCode.DIGIT3);
        control(robot, KeyCode.ENTER);
        assertThat(result("settings").text()).contains("9", "turbo", "90");
        assertThat(focused()).isEqualTo("conflict-row-settings");
    }

    @Test
    void anotherSupplierIsFoundByKeyboard(FxRobot robot) {
        robot.interact(() -> model.select("supplier_id"));
        robot.type(KeyCode.F4);
        Frames.pass();
        portraits.take(robot, "conflict-pick");
        robot.write("Cor");
        robot.type(KeyCode.ENTER);
        assertThat(result("supplier_id")).isEqualTo(Value.of(21));
        assertThat(focused()).isEqualTo("conflict-row-supplier_id");
    }

    @Test
    void picturesStandSideBySideAndAreWrittenToFiles(FxRobot robot) throws TimeoutException {
        robot.interact(() -> model.select("photo"));
        Frames.until(() -> row("photo").lookupAll(".image-view").size() >= 3);
        portraits.take(robot, "conflict-pictures");
        assertThat(row("photo").lookupAll(".image-view")).allMatch(ImageView.class::isInstance);
        assertThat(row("photo").lookupAll(".label").stream().map(node -> ((Labeled) node).getText()))
                .contains("320 × 200 pixels", "200 × 320 pixels");
        control(robot, KeyCode.E);
        assertThat(folder.resolve("photo-database.png")).isNotEmptyFile();
        assertThat(Files.exists(folder.resolve("photo-yours.png"))).isTrue();
    }

    private Value result(String column) {
        return model.resolution()
                .get()
                .result(model.resolution().get().merge().field(column).orElseThrow())
                .orElseThrow();
    }

    private static double width(Node node) {
        return node.getLayoutBounds().getWidth();
    }

    private int lines() {
        return ((ListView<?>) scene.lookup("#parts-list")).getItems().size();
    }

    private List<String> texts(String style) {
        return scene.getRoot().lookupAll(style).stream()
                .flatMap(node -> node.lookupAll(".label").stream())
                .map(node -> ((Labeled) node).getText())
                .toList();
    }

    private Node row(String column) {
        return scene.lookup("#conflict-row-" + column);
    }

    private String focused() {
        Frames.pass();
        return scene.getFocusOwner() == null
                ? ""
                : String.valueOf(scene.getFocusOwner().getId());
    }

    private static void control(FxRobot robot, KeyCode key) {
        robot.press(KeyCode.CONTROL).type(key).release(KeyCode.CONTROL);
        Frames.pass();
    }
}
