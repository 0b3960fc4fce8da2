package dev.concord.app.shell;

import static dev.concord.app.control.Frames.until;
import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.app.browse.RowsModel;
import dev.concord.app.pending.PendingEdits;
import dev.concord.catalog.TableId;
import dev.concord.record.RecordKey;
import dev.concord.record.Row;
import dev.concord.record.Value;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/** Many records edited in the grid while a colleague works on some of them, saved at once and taken back: by keys alone. */
class OneMorningJourneyTest extends Journey {
    @Test
    void tenPhonesAreCorrectedWhileAColleagueSavesTwoOfThem() throws TimeoutException {
        goTo(1001, "phone");
        for (int id = 1001; id <= 1010; id++) {
            if (id == 1006) {
                desk.office.colleagueSets(customer(1002), "phone", Value.of("+31 1"));
                desk.office.colleagueSets(customer(1004), "phone", Value.of("+31 2"));
            }
            desk.robot.write(phone(id));
            desk.press(KeyCode.ENTER);
        }
        until(() -> pending().unsaved().size() == 10);
        saveAll();
        until(() -> desk.inDialog("#saving-decide").filter(Node::isVisible).isPresent());
        assertThat(pending().unsaved()).hasSize(2);
        decide("phone");
        decide("phone");
        until(() -> desk.dialog().isEmpty() || pending().unsaved().isEmpty());
        assertThat(IntStream.rangeClosed(1001, 1010)
                        .mapToObj(id -> desk.office.value(customer(id), "phone").text()))
                .isEqualTo(IntStream.rangeClosed(1001, 1010)
                        .mapToObj(OneMorningJourneyTest::phone)
                        .toList());
    }

    @Test
    void aBlockWithAStaleAndARefusedRowIsUndoneDoneAgainSavedAndTakenBack() throws TimeoutException {
        Value phone1132 = desk.office.value(customer(1132), "phone");
        String phone1180 = desk.office.value(customer(1180), "phone").text();
        desk.control(KeyCode.F);
        desk.typeOver("berlin");
        desk.press(KeyCode.ENTER);
        until(() -> rows().rows().size() == 5);
        desk.press(KeyCode.DOWN);
        until(this::gridIsHeld);
        goTo(1132, "contact");
        copy("""
                Katrin Müller\tkm@example.org\t+49 30 1
                Tobias Roth\ttl@example.org\t+49 30 2
                Bjarne Möller\tbm@example.org\t+49 30 12345678901234567890123456789
                """);
        desk.control(KeyCode.V);
        desk.untilDialogHas("#paste-lines");
        until(() -> desk.dialogText("#paste-counts").startsWith("8 cells change, 1 cannot"));
        desk.press(KeyCode.ENTER);
        until(() -> pending().unsaved().size() == 3);
        until(this::gridIsHeld);
        desk.control(KeyCode.Z);
        until(() -> pending().unsaved().isEmpty());
        desk.control(KeyCode.Y);
        until(() -> pending().unsaved().size() == 3);

        desk.office.colleagueSets(customer(1143), "contact", Value.of("Eva Lehmann"));
        saveAll();
        until(() -> desk.inDialog("#saving-decide").filter(Node::isVisible).isPresent());
        decide("contact");
        until(() -> pending().unsaved().isEmpty());
        assertThat(desk.office.value(customer(1143), "contact")).isEqualTo(Value.of("Tobias Roth"));
        assertThat(desk.office.value(customer(1180), "phone")).isEqualTo(Value.of(phone1180));
        desk.press(KeyCode.ESCAPE);
        until(() -> desk.dialog().isEmpty());

        until(() -> desk.workspace().isFree());
        desk.robot.press(KeyCode.CONTROL, KeyCode.ALT).type(KeyCode.Z).release(KeyCode.ALT, KeyCode.CONTROL);
        until(() -> desk.notice().contains("taken back"));
        assertThat(desk.office.value(customer(1132), "phone")).isEqualTo(phone1132);
        assertThat(desk.office.value(customer(1143), "contact")).isEqualTo(Value.of("Eva Lehmann"));
    }

    private void saveAll() throws TimeoutException {
        desk.save();
        desk.untilDialogHas("#saving-start");
        desk.control(KeyCode.ENTER);
    }

    private void decide(String column) throws TimeoutException {
        int before = pending().unsaved().size();
        until(() -> desk.inDialog("#saving-decide")
                .filter(button -> button.isVisible() && !button.isDisabled())
                .isPresent());
        desk.control(KeyCode.ENTER);
        desk.untilDialogHas("#conflict-row-" + column);
        desk.control(KeyCode.DIGIT3);
        desk.control(KeyCode.ENTER);
        until(() -> pending().unsaved().size() < before);
    }

    private void goTo(int id, String column) throws TimeoutException {
        desk.open(customer(id));
        until(() -> rows().indexOf(customer(id)) >= 0);
        desk.robot.interact(() -> {
            desk.robot.lookup("#rows").query().requestFocus();
            rows().cells().go(rows().indexOf(customer(id)), column);
        });
        until(() -> rows().cells()
                .current()
                .filter(cell ->
                        cell.column().name().equals(column) && cell.key().equals(Optional.of(customer(id))))
                .isPresent());
    }

    private void copy(String text) {
        desk.robot.interact(() -> Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, text)));
    }

    private boolean gridIsHeld() {
        return desk.focused().map(Node::getId).filter("rows"::equals).isPresent();
    }

    private static String phone(int id) {
        return "+31 20 555 " + id;
    }

    private PendingEdits pending() {
        return desk.workspace().pending();
    }

    private RowsModel rows() {
        return desk.workspace().rows();
    }

    private static RecordKey customer(int id) {
        return new RecordKey(new TableId("PUBLIC", "customer"), Row.of("id", Value.of(id)));
    }
}
