package dev.concord.app.conflict.parts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.app.conflict.Portraits;
import dev.concord.app.conflict.sides.ValueDisplay;
import dev.concord.app.control.Frames;
import dev.concord.app.control.OwnWindow;
import dev.concord.app.control.ValueText;
import dev.concord.app.task.Work;
import dev.concord.catalog.Column;
import dev.concord.catalog.Column.Generation;
import dev.concord.catalog.Key;
import dev.concord.catalog.Table;
import dev.concord.catalog.TableId;
import dev.concord.catalog.ValueKind;
import dev.concord.merge.ColumnRule;
import dev.concord.merge.ColumnRule.Form;
import dev.concord.merge.MergeRules;
import dev.concord.merge.PartAnswer;
import dev.concord.merge.RecordMerge;
import dev.concord.merge.Resolution;
import dev.concord.record.Draft;
import dev.concord.record.RecordKey;
import dev.concord.record.Row;
import dev.concord.record.Snapshot;
import dev.concord.record.Value;
import dev.concord.ui.text.Texts;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListCell;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** Documents, sets and lists decided part by part. */
@ExtendWith(OwnWindow.class)
class PartsViewTest {
    private static final Texts TEXTS = Texts.of(Locale.UK);
    private static final MergeRules RULES =
            MergeRules.DEFAULT.with("tags", ColumnRule.of(Form.SET)).with("stops", ColumnRule.of(Form.LIST));

    private final StackPane place = new StackPane();
    private boolean back;

    /** Set by {@link #start}, which runs before every test. */
    @SuppressWarnings("NullAway.Init")
    private Portraits portraits;

    @Start
    void start(Stage stage) {
        portraits = new Portraits(place);
        stage.setScene(portraits.scene());
        stage.show();
    }

    @Test
    void aDocumentIsATreeWithARowForEachDecision(FxRobot robot) {
        PartsModel parts = open(
                robot,
                "settings",
                json("{'speed': 5, 'engine': {'heat': 80, 'fan': {'low': 1, 'high': 4}}, 'mode': 'eco'}"),
                json("{'speed': 5, 'engine': {'heat': 90, 'fan': {'low': 2, 'high': 6}}, 'mode': 'sport'}"),
                json("{'speed': 5, 'engine': {'heat': 85, 'fan': {'low': 1, 'high': 5}}, 'mode': 'turbo'}"));
        portraits.take(robot, "parts-tree");
        assertThat(texts(".parts-above")).containsExactly("engine", "fan");
        assertThat(texts(".conflict-field-name")).containsExactly("heat", "low", "high", "mode");
        assertThat(left("high")).isGreaterThan(left("fan")).isGreaterThan(left("heat"));
        assertThat(left("heat")).isGreaterThan(left("engine")).isGreaterThan(left("mode"));
        robot.type(KeyCode.DOWN, 2);
        assertThat(current()).startsWith("/engine/fan/high, Needs decision, opened 4, database 6, yours 5");
        control(robot, KeyCode.DIGIT2);
        assertThat(parts.answer(parts.current().get())).contains(new PartAnswer.Theirs());
        robot.type(KeyCode.DOWN);
        assertThat(current()).startsWith("/mode, ");
    }

    @Test
    void whatOneTookOutOfASetAndTheOtherChangedIsDecided(FxRobot robot) {
        PartsModel parts =
                open(robot, "tags", Value.of("red,steel"), Value.of("Red,steel,heavy"), Value.of("steel,new"));
        portraits.take(robot, "parts-set");
        assertThat(texts(".conflict-field-name")).containsExactly("Red", "heavy", "new");
        assertThat(current()).startsWith("Red, Needs decision, opened red, database Red, yours not there");
        control(robot, KeyCode.DIGIT3);
        assertThat(current()).endsWith("result not there");
        assertThat(parts.undecided()).isEmpty();
    }

    @Test
    void aListIsDecidedWithBothOneAfterTheOther(FxRobot robot) {
        PartsModel parts = open(
                robot,
                "stops",
                Value.of("Rome,Paris,Oslo"),
                Value.of("Rome,Berlin,Oslo"),
                Value.of("Rome,Vienna,Oslo,Bergen"));
        portraits.take(robot, "parts-list");
        assertThat(texts(".conflict-field-name")).containsExactly("Change 1 of 2", "Change 2 of 2");
        control(robot, KeyCode.DIGIT4);
        assertThat(parts.answer(parts.current().get())).contains(new PartAnswer.TheirsThenMine());
        assertThat(current()).contains("Berlin").contains("Vienna");
        control(robot, KeyCode.ENTER);
        assertThat(back).isTrue();
    }

    /** A mouse button is down for a tenth of a second, in which the rows must not be made anew or move. */
    @Test
    void aClickOnAnotherPartThanTheCurrentOneDecidesIt(FxRobot robot) {
        PartsModel document = open(
                robot,
                "settings",
                json("{'speed': 5, 'fan': {'low': 1, 'high': 4}, 'mode': 'eco'}"),
                json("{'speed': 6, 'fan': {'low': 2, 'high': 6}, 'mode': 'sport'}"),
                json("{'speed': 7, 'fan': {'low': 3, 'high': 5}, 'mode': 'turbo'}"));
        clickSlowly(robot, rowOf("mode").lookup(".conflict-theirs"));
        assertThat(document.answer(document.changes().getLast())).contains(new PartAnswer.Theirs());

        StringBuilder base = new StringBuilder("first\n");
        IntStream.range(0, 40).forEach(i -> base.append("line ").append(i).append('\n'));
        base.append("last\n");
        PartsModel text = open(
                robot,
                "notes",
                Value.of(base.toString()),
                Value.of(base.toString().replace("first", "number one").replace("last", "the end")),
                Value.of(base.toString().replace("first", "no. 1").replace("last", "final")));
        clickSlowly(
                robot,
                rowOf("Change 2 of 2").lookupAll(".toggle-button").stream()
                        .filter(button -> ((Labeled) button).getText().equals("Yours"))
                        .findFirst()
                        .orElseThrow());
        assertThat(text.answer(text.changes().getLast())).contains(new PartAnswer.Mine());
    }

    private void clickSlowly(FxRobot robot, Node node) {
        robot.moveTo(node).press(MouseButton.PRIMARY);
        Frames.pass();
        robot.release(MouseButton.PRIMARY);
        Frames.pass();
    }

    private Node rowOf(String name) {
        Frames.pass();
        return place.lookupAll(".parts-row").stream()
                .filter(Node::isVisible)
                .filter(row -> row.lookupAll(".conflict-field-name").stream()
                        .anyMatch(label -> ((Labeled) label).getText().equals(name)))
                .findFirst()
                .orElseThrow();
    }

    private PartsModel open(FxRobot robot, String name, Value base, Value theirs, Value mine) {
        RecordMerge merge = merge(name, base, theirs, mine);
        PartsModel parts = PartsModel.of(Resolution.of(merge), merge.field(name).orElseThrow())
                .orElseThrow();
        ValueDisplay values = new ValueDisplay(TEXTS, new ValueText(TEXTS), Work.immediate());
        robot.interact(
                () -> place.getChildren().setAll((Region) new PartsView(parts, values, () -> back = true).root()));
        Frames.pass();
        return parts;
    }

    private static RecordMerge merge(String name, Value base, Value theirs, Value mine) {
        boolean json = base instanceof Value.Json;
        Table table = new Table(
                new TableId("public", "trip"),
                Table.Type.TABLE,
                List.of(column("id", ValueKind.INTEGER), column(name, json ? ValueKind.JSON : ValueKind.TEXT)),
                Optional.of(new Key("trip_pk", List.of("id"), true)),
                List.of(),
                List.of(),
                List.of(),
                true,
                "");
        Row row = Row.of("id", Value.of(1)).with(name, base);
        Draft draft = Draft.of(snapshot(table, row)).with(name, mine);
        return RecordMerge.of(table, draft, snapshot(table, row.with(name, theirs)), Set.of(), RULES);
    }

    private static Snapshot snapshot(Table table, Row row) {
        return new Snapshot(new RecordKey(table.id(), Row.of("id", Value.of(1))), row, Optional.empty(), Instant.now());
    }

    private static Column column(String name, ValueKind kind) {
        return new Column(name, kind.name(), kind, 0, 0, true, Optional.empty(), Generation.NONE, List.of(), "");
    }

    private static Value json(String text) {
        return new Value.Json(text.replace('\'', '"'));
    }

    /** The names in sight, from top to bottom. */
    private List<String> texts(String style) {
        return place.lookupAll(style).stream()
                .map(Labeled.class::cast)
                .filter(label -> label.getScene() != null && !label.getText().isEmpty())
                .sorted((a, b) -> Double.compare(top(a), top(b)))
                .map(Labeled::getText)
                .toList();
    }

    private static double top(Node node) {
        return node.localToScene(0, 0).getY();
    }

    private double left(String name) {
        return place.lookupAll(".label").stream()
                .filter(node -> ((Labeled) node).getText().equals(name))
                .mapToDouble(node -> node.localToScene(0, 0).getX())
                .findFirst()
                .orElseThrow();
    }

    /** The row the keyboard acts on, as read aloud. */
    private String current() {
        Frames.pass();
        return place.lookupAll(".parts-row:current").stream()
                .map(node -> ((ListCell<?>) node).getAccessibleText())
                .findFirst()
                .orElseThrow();
    }

    private static void control(FxRobot robot, KeyCode key) {
        robot.press(KeyCode.CONTROL).type(key).release(KeyCode.CONTROL);
        Frames.pass();
    }
}
