package dev.concord.app.shell;

import static dev.concord.app.control.Frames.until;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.concord.app.control.Frames;
import dev.concord.app.pending.FieldInput;
import dev.concord.app.pending.PendingEdit;
import dev.concord.app.related.RelatedModel;
import dev.concord.app.related.RelatedTab.Count;
import dev.concord.catalog.TableId;
import dev.concord.record.Draft;
import dev.concord.record.RecordKey;
import dev.concord.record.Row;
import dev.concord.record.Value;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.TabPane;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/** An order with its lines, by keys alone. */
class RelatedJourneyTest extends Journey {
    private static final RecordKey ORDER = new RecordKey(new TableId("PUBLIC", "order"), Row.of("id", Value.of(20003)));

    @Test
    void anOrderAndThreeOfItsLinesAreChangedInOneSaveTwoOfThemStale() throws TimeoutException {
        int lines = 4;
        for (int line = 1; line <= lines; line++) {
            if (desk.office.store.find(line(line)).isEmpty()) {
                desk.office.colleagueAdds(Draft.newRow(line(line).table())
                        .with("order_id", Value.of(20003))
                        .with("line_no", Value.of(line))
                        .with("product_id", Value.of(line))
                        .with("unit_price", Value.of(new BigDecimal("5.00"))));
            }
        }
        desk.open(ORDER);
        until(() -> counted() >= lines);
        desk.type("note", "Ring twice");
        desk.control(KeyCode.R);
        until(() -> related().rows().indexOf(line(1)) >= 0 && inRelated());
        assertThat(desk.robot.lookup("#related-tabs").queryAs(TabPane.class).getTabs())
                .extracting(tab -> tab.getText())
                .allSatisfy(text -> assertThat(text).startsWith("Order line · "));
        for (int line = 1; line <= 3; line++) {
            go(line);
            desk.robot.write(String.valueOf(40 + line));
            desk.press(KeyCode.ENTER);
        }
        assertThat(desk.workspace().pending().unsaved()).hasSize(4);
        desk.picture("related-rows");
        desk.office.colleagueSets(line(1), "quantity", Value.of(71));
        desk.office.colleagueSets(line(3), "quantity", Value.of(73));

        desk.save();
        desk.untilDialogHas("#saving-report");
        assertThat(desk.office.value(line(2), "quantity"))
                .as("all of them or none")
                .isNotEqualTo(Value.of(42));
        assertThat(desk.workspace().pending().unsaved()).as("nothing is lost").hasSize(4);
        Hands hands = Hands.at(desk, Hands.Way.KEYBOARD);
        for (int stale = 1; stale <= 2; stale++) {
            desk.control(KeyCode.ENTER);
            desk.untilDialogHas("#conflict-save");
            hands.choose("quantity", Hands.Side.MINE);
            hands.finish();
            until(() -> desk.inDialog("#conflict-save").isEmpty()
                    && desk.inDialog("#saving-report").isPresent());
        }
        // The order and the line that were held back.
        desk.control(KeyCode.ENTER);
        until(() -> desk.workspace().pending().unsaved().isEmpty());
        for (int line = 1; line <= 3; line++) {
            assertThat(desk.office.value(line(line), "quantity")).isEqualTo(Value.of(40 + line));
        }
        assertThat(desk.office.value(ORDER, "note")).isEqualTo(Value.of("Ring twice"));
        assertThat(desk.workspace().shown().openKey()).isEqualTo(Optional.of(ORDER));
    }

    @Test
    void aLineIsAddedBelowAndPutAwayAgain() throws TimeoutException {
        desk.open(ORDER);
        until(() -> counted() > 0);
        long before = counted();
        desk.control(KeyCode.R);
        until(() -> !related().rows().rows().isEmpty() && inRelated());
        desk.press(KeyCode.INSERT);
        desk.robot.interact(
                () -> related().rows().cells().go(related().rows().shown().size() - 1, "line_no"));
        desk.robot.write("77");
        desk.press(KeyCode.TAB);
        desk.robot.write("1");
        desk.press(KeyCode.ENTER);
        until(() -> desk.workspace().pending().unsaved().size() == 1);
        PendingEdit added = desk.workspace().pending().unsaved().getFirst();
        desk.robot.interact(() -> added.type(
                added.table().column("unit_price").orElseThrow(),
                new FieldInput(Value.of(new BigDecimal("2.00")), "")));
        desk.save();
        until(() -> desk.workspace().pending().unsaved().isEmpty());
        assertThat(desk.office.value(line(77), "product_id")).isEqualTo(Value.of(1));
        until(() -> counted() == before + 1);
        desk.control(KeyCode.R);
        until(() -> !related().open().get());
    }

    @Test
    void theRowsAreMadeHigherByDraggingTheEdgeAboveAndNeverTooHigh() throws TimeoutException {
        desk.open(ORDER);
        until(() -> counted() > 0);
        desk.control(KeyCode.R);
        until(() -> !related().rows().rows().isEmpty() && inRelated());
        double before = height();
        drag(-80);
        assertThat(height()).isCloseTo(before + 80, within(10.0));
        drag(-2_000);
        assertThat(desk.robot.lookup("#rows").queryAll().stream()
                        .mapToDouble(grid -> grid.getLayoutBounds().getHeight()))
                .as("some rows above stay in sight")
                .allMatch(height -> height > 60);
    }

    private void drag(double down) {
        desk.robot.drag(".related-grip").moveBy(0, down).drop();
        Frames.pass();
    }

    private double height() {
        return desk.robot.lookup(".related").query().getLayoutBounds().getHeight();
    }

    private void go(int line) {
        desk.robot.interact(() -> related().rows().cells().go(related().rows().indexOf(line(line)), "quantity"));
        Frames.pass();
    }

    private RelatedModel related() {
        return desk.workspace().related();
    }

    private long counted() {
        return related().tabs().stream()
                .map(tab -> tab.count().get())
                .mapToLong(count -> count instanceof Count.Counted(long rows) ? rows : -1)
                .sum();
    }

    private boolean inRelated() {
        Node tabs = desk.robot.lookup(".related").query();
        for (Node node = desk.focused().orElse(null); node != null; node = node.getParent()) {
            if (node.equals(tabs)) {
                return true;
            }
        }
        return false;
    }

    private static RecordKey line(int line) {
        return new RecordKey(
                new TableId("PUBLIC", "order line"),
                Row.of("order_id", Value.of(20003)).with("line_no", Value.of(line)));
    }
}
