package dev.concord.app.shell;

import static dev.concord.app.control.Frames.until;
import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.record.RecordKey;
import dev.concord.record.Row;
import dev.concord.record.Value;
import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/** Editing and saving, up to the edge of a conflict; the conflicts have journeys of their own. */
class JourneyTest extends Journey {
    @Test
    void openEditSave() throws TimeoutException {
        desk.type("phone", "+48 12 555 01 99");
        desk.picture("journey-edit");
        desk.save();
        until(() -> desk.notice().contains("is saved"));
        assertThat(desk.office.value(Office.CUSTOMER, "phone")).isEqualTo(Value.of("+48 12 555 01 99"));
    }

    @Test
    void f6GoesFromTheTablesToTheRowsToTheRecordToWhatRefersToItAndRoundAgain() throws TimeoutException {
        until(() -> !desk.workspace().related().tabs().isEmpty());
        List<String> round = List.of("rows", "field-name", "related-tabs", "tables");
        desk.robot.interact(() -> desk.robot.lookup("#tables").query().requestFocus());
        for (String pane : round) {
            desk.press(KeyCode.F6);
            until(() -> held(pane));
        }
        desk.robot.press(KeyCode.SHIFT).type(KeyCode.F6).release(KeyCode.SHIFT);
        until(() -> held("related-tabs"));
        desk.robot.press(KeyCode.SHIFT).type(KeyCode.F6).release(KeyCode.SHIFT);
        until(() -> held("field-name"));
    }

    @Test
    void theNextAndThePreviousRecordAreOneKeyAwayWithTheKeyboardInTheSameFieldAndNoEditLost() throws TimeoutException {
        String here = desk.text("#field-phone");
        desk.type("phone", "+48 12 555 01 99");
        alt(KeyCode.PAGE_DOWN);
        until(() -> !desk.text("#field-id").equals("1017") && held("field-phone"));
        assertThat(desk.text("#field-id")).isEqualTo("1018");
        assertThat(desk.workspace().rows().selected().get()).contains(key(1018));
        alt(KeyCode.PAGE_UP);
        until(() -> desk.text("#field-id").equals("1017") && held("field-phone"));
        assertThat(desk.text("#field-phone")).isNotEqualTo(here).isEqualTo("+48 12 555 01 99");
        alt(KeyCode.PAGE_UP);
        until(() -> desk.text("#field-id").equals("1016") && held("field-phone"));
    }

    private void alt(KeyCode key) {
        desk.robot.press(KeyCode.ALT).type(key).release(KeyCode.ALT);
    }

    private static RecordKey key(long id) {
        return new RecordKey(Office.CUSTOMER.table(), Row.of("id", Value.of(id)));
    }

    /** Whether a part of the window holds the keyboard. */
    private boolean held(String id) {
        return desk.focused().filter(node -> id.equals(node.getId())).isPresent();
    }

    @Test
    void whatOnlyTheColleagueChangedIsKeptWithoutAsking() throws TimeoutException {
        desk.type("phone", "+48 12 555 01 99");
        desk.office.colleagueSets(Office.CUSTOMER, "city", Value.of("Wieliczka"));
        desk.save();
        until(() -> desk.notice().contains("Also kept"));
        assertThat(desk.office.value(Office.CUSTOMER, "phone")).isEqualTo(Value.of("+48 12 555 01 99"));
        assertThat(desk.office.value(Office.CUSTOMER, "city")).isEqualTo(Value.of("Wieliczka"));
        assertThat(desk.text("#field-city")).isEqualTo("Wieliczka");
        desk.picture("journey-also-kept");
    }

    @Test
    void whatWasMergedIsReviewedAndUndoneAndTheEditComesBack() throws TimeoutException {
        Value before = desk.office.value(Office.CUSTOMER, "phone");
        desk.type("phone", "+48 12 555 01 99");
        desk.office.colleagueSets(Office.CUSTOMER, "city", Value.of("Wieliczka"));
        desk.save();
        until(() -> desk.notice().contains("Also kept"));
        desk.click("Review…");
        until(() -> desk.dialog().isPresent());
        assertThat(desk.focused().map(Node::getId)).contains("review-close");
        desk.picture("journey-review");
        desk.click("#review-undo");
        until(() -> desk.notice().contains("Undone"));
        assertThat(desk.dialog()).isEmpty();
        assertThat(desk.office.value(Office.CUSTOMER, "phone")).isEqualTo(before);
        assertThat(desk.office.value(Office.CUSTOMER, "city")).isEqualTo(Value.of("Wieliczka"));
        assertThat(desk.text("#field-phone")).isEqualTo("+48 12 555 01 99");
        assertThat(desk.workspace().edit().dirty().get()).isTrue();
    }

    @Test
    void anUndoThatComesTooLateChangesNothing() throws TimeoutException {
        desk.type("phone", "+48 12 555 01 99");
        desk.office.colleagueSets(Office.CUSTOMER, "city", Value.of("Wieliczka"));
        desk.save();
        until(() -> desk.notice().contains("Also kept"));
        desk.office.colleagueSets(Office.CUSTOMER, "street", Value.of("ul. Szeroka 9"));
        desk.click("Undo");
        until(() -> desk.notice().contains("nothing was undone"));
        assertThat(desk.office.value(Office.CUSTOMER, "phone")).isEqualTo(Value.of("+48 12 555 01 99"));
    }

    @Test
    void aChangeByAColleagueIsSeenInTheFormBeforeAnybodySaves() throws TimeoutException {
        desk.office.colleagueSets(Office.CUSTOMER, "city", Value.of("Wieliczka"));
        desk.office.colleagueSets(Office.CUSTOMER, "phone", Value.of("+48 12 555 01 11"));
        desk.type("phone", "+48 12 555 01 99");
        until(() -> desk.text("#field-city").equals("Wieliczka"));
        assertThat(desk.text("#field-phone")).isEqualTo("+48 12 555 01 99");
        assertThat(desk.robot.lookup(".edit-news").queryAll().stream()
                        .filter(Node::isVisible)
                        .map(node -> ((Labeled) node).getText()))
                .anyMatch(news -> news.contains("+48 12 555 01 11"));
        desk.picture("journey-news");
    }

    @Test
    void aConstraintErrorAppearsAtItsField() throws TimeoutException {
        desk.type("email", "no address at all");
        desk.save();
        until(() -> desk.problemAt("email").contains("ck_customer_email"));
        desk.picture("journey-constraint");
        assertThat(desk.text("#field-email")).isEqualTo("no address at all");
        desk.type("email", "malgorzata@example.org");
        desk.save();
        until(() -> desk.notice().contains("is saved"));
        assertThat(desk.office.value(Office.CUSTOMER, "email")).isEqualTo(Value.of("malgorzata@example.org"));
    }

    @Test
    void theScriptedConflictFromTheFirstButtonToTheLast() throws TimeoutException {
        until(() -> desk.text("#field-phone").startsWith("+48"));
        desk.click("#practise");
        until(() -> desk.notice().contains("Ana"));
        desk.save();
        until(() -> desk.dialog().isPresent());
        desk.picture("journey-practice");
        desk.control(KeyCode.DIGIT3);
        desk.press(KeyCode.F7);
        desk.control(KeyCode.DIGIT2);
        desk.control(KeyCode.ENTER);
        until(() -> desk.dialog().isEmpty());
        until(() -> desk.notice().contains("is saved"));
    }
}
