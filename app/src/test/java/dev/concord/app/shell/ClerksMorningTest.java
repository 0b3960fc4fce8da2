package dev.concord.app.shell;

import static dev.concord.app.control.Frames.until;
import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.app.browse.RowsModel;
import dev.concord.app.control.Frames;
import dev.concord.catalog.TableId;
import dev.concord.record.RecordKey;
import dev.concord.record.Row;
import dev.concord.record.Value;
import dev.concord.testing.LongRun;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/**
 * A clerk corrects phone numbers from a list on paper, by keys alone, while a colleague saves some of the same rows. The keys are
 * counted that are neither the number of a customer nor a phone number. The long form has 200 corrections in a million rows.
 */
@LongRun
class ClerksMorningTest extends Journey {
    private static final boolean LONG = Boolean.getBoolean("test.long");
    private static final int ROWS = LONG ? 1_000_000 : 20_000;
    private static final int CORRECTIONS = LONG ? 200 : 25;
    private static final int CONFLICTS = LONG ? 12 : 3;
    private static final TableId BOOK = new TableId("PUBLIC", "phone_book");

    /** The keys beyond what was on the paper. */
    private int keys;

    @Test
    void correctionsTakeTwoKeysMoreThanWhatIsTypedAndConflictsFour() throws TimeoutException, SQLException {
        printTheBook();
        desk.open(customer(1));
        while (!gridIsHeld()) {
            desk.press(KeyCode.F6);
        }
        desk.press(KeyCode.RIGHT);
        desk.press(KeyCode.RIGHT);
        List<Integer> paper = IntStream.rangeClosed(1, CORRECTIONS)
                .map(line -> (int) (line * 48_271L % ROWS) + 1)
                .boxed()
                .toList();

        for (int id : paper) {
            correct(id);
        }
        assertThat(keys).isLessThanOrEqualTo(2 * CORRECTIONS);
        until(() -> desk.workspace().pending().unsaved().size() == CORRECTIONS);

        paper.subList(0, CONFLICTS).forEach(id -> desk.office.colleagueSets(customer(id), "phone", Value.of("0")));
        paper.subList(CONFLICTS, 2 * CONFLICTS)
                .forEach(id -> desk.office.colleagueSets(customer(id), "name", Value.of("Renamed " + id)));
        keys = 0;
        desk.save();
        desk.untilDialogHas("#saving-start");
        desk.control(KeyCode.ENTER);
        until(() -> desk.inDialog("#saving-decide").filter(Node::isVisible).isPresent());
        keys = 0;
        for (int conflict = 0; conflict < CONFLICTS; conflict++) {
            decide();
        }
        assertThat(keys).isLessThanOrEqualTo(4 * CONFLICTS);
        until(() -> desk.workspace().pending().unsaved().isEmpty());
        for (int id : paper) {
            assertThat(desk.office.value(customer(id), "phone")).isEqualTo(Value.of(phone(id)));
        }
        paper.subList(CONFLICTS, 2 * CONFLICTS).forEach(id -> assertThat(desk.office.value(customer(id), "name"))
                .isEqualTo(Value.of("Renamed " + id)));
    }

    /** Goes to a customer by its number and types the phone number over the old one. */
    private void correct(int id) throws TimeoutException {
        control(KeyCode.G);
        until(() -> held("go-to-key"));
        desk.robot.write(String.valueOf(id));
        press(KeyCode.ENTER);
        until(() -> desk.workspace().shown().openKey().equals(Optional.of(customer(id))));
        until(() -> gridIsHeld()
                && rows().cells()
                        .current()
                        .filter(cell -> cell.key().equals(Optional.of(customer(id)))
                                && cell.column().name().equals("phone"))
                        .isPresent());
        desk.robot.write(phone(id));
        Frames.pass();
    }

    private void decide() throws TimeoutException {
        int before = desk.workspace().pending().unsaved().size();
        control(KeyCode.ENTER);
        desk.untilDialogHas("#conflict-row-phone");
        control(KeyCode.DIGIT3);
        control(KeyCode.ENTER);
        until(() -> desk.workspace().pending().unsaved().size() < before);
        until(() -> desk.workspace().pending().unsaved().isEmpty()
                || desk.inDialog("#saving-decide")
                        .filter(button -> button.isVisible() && !button.isDisabled())
                        .isPresent());
    }

    private void printTheBook() throws SQLException {
        try (Connection connection = desk.office.connection();
                Statement sql = connection.createStatement()) {
            sql.execute("create table \"phone_book\" (\"id\" int primary key, \"name\" varchar(60) not null,"
                    + " \"phone\" varchar(40))");
            sql.execute("insert into \"phone_book\" select x, 'Customer ' || x, '+49 30 ' || x from system_range(1, "
                    + ROWS + ")");
        }
    }

    private void press(KeyCode key) {
        keys++;
        desk.press(key);
    }

    private void control(KeyCode key) {
        keys++;
        desk.control(key);
    }

    private static String phone(int id) {
        return "+49 89 " + id;
    }

    private boolean gridIsHeld() {
        return held("rows");
    }

    private boolean held(String id) {
        return desk.focused().map(Node::getId).filter(id::equals).isPresent();
    }

    private RowsModel rows() {
        return desk.workspace().rows();
    }

    private static RecordKey customer(int id) {
        return new RecordKey(BOOK, Row.of("id", Value.of(id)));
    }
}
