package dev.concord.app.conflict.deletion;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.app.conflict.Answers;
import dev.concord.app.conflict.Customer;
import dev.concord.app.conflict.Portraits;
import dev.concord.app.control.Frames;
import dev.concord.app.control.OwnWindow;
import dev.concord.app.control.RecordTitles;
import dev.concord.app.task.Work;
import dev.concord.outcome.Outcome;
import dev.concord.record.RecordNames;
import dev.concord.record.Value;
import dev.concord.ui.text.Texts;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

@ExtendWith(OwnWindow.class)
class DeletionViewTest {
    private static final Texts TEXTS = Texts.of(Locale.UK);

    private final Answers answers = new Answers();

    /** Set by {@link #start}, which runs before every test. */
    @SuppressWarnings("NullAway.Init")
    private Stage stage;

    @Start
    void start(Stage own) {
        stage = own;
    }

    @Test
    void theyDeletedWhatIEdited(FxRobot robot) {
        Portraits portraits = show(robot, new DeletionCase.DeletedUnderEdit(Customer.TABLE, Customer.MINE));
        assertThat(choices()).containsExactly("deletion-leave", "deletion-insert", "deletion-copy");
        assertNothingIsPreselected();
        portraits.take(robot, "deletion-edited");
        robot.type(KeyCode.TAB).type(KeyCode.TAB).type(KeyCode.SPACE);
        assertThat(answers.how).isEqualTo("inserted");
    }

    @Test
    void escapeWritesNothing(FxRobot robot) {
        show(robot, new DeletionCase.DeletedUnderEdit(Customer.TABLE, Customer.MINE));
        robot.type(KeyCode.ESCAPE);
        assertThat(answers.how).isEqualTo("left deleted");
    }

    @Test
    void aRecordNoLongerVisibleHasItsOwnWords(FxRobot robot) {
        Portraits portraits = show(robot, new DeletionCase.HiddenUnderEdit(Customer.TABLE, Customer.MINE));
        assertThat(choices()).containsExactly("deletion-leave", "deletion-copy");
        portraits.take(robot, "deletion-hidden");
        robot.clickOn("#deletion-copy");
        assertThat(answers.how).isEqualTo("copied");
    }

    @Test
    void iDeleteWhatTheyEdited(FxRobot robot) {
        answers.deletes.add(new Outcome.Stale(Customer.theirs("city", Value.of("Portland"), 9)));
        Portraits portraits =
                show(robot, new DeletionCase.ChangedUnderDelete(Customer.TABLE, Customer.OPENED, Customer.THEIRS));
        assertThat(choices()).containsExactly("deletion-keep", "deletion-delete");
        assertNothingIsPreselected();
        portraits.take(robot, "deletion-changed");
        robot.clickOn("#deletion-delete");
        assertThat(((Labeled) scene().lookup(".conflict-notice")).getText()).contains("once more at 14:09");
        portraits.take(robot, "deletion-changed-again");
        robot.clickOn("#deletion-delete");
        assertThat(answers.how).isEqualTo("deleted");
    }

    @Test
    void bothDeletedIsANotice(FxRobot robot) {
        Portraits portraits = show(robot, new DeletionCase.DeletedByBoth(Customer.TABLE, Customer.OPENED));
        portraits.take(robot, "deletion-both");
        robot.type(KeyCode.TAB).type(KeyCode.SPACE);
        assertThat(answers.how).isEqualTo("closed");
    }

    private Portraits show(FxRobot robot, DeletionCase situation) {
        DeletionModel model = new DeletionModel(
                situation,
                Customer.SET_BY_DATABASE,
                answers::insert,
                answers::delete,
                Work.immediate(),
                new RecordTitles(() -> RecordNames.FOUND, TEXTS),
                answers);
        Portraits[] portraits = new Portraits[1];
        robot.interact(() -> {
            DeletionView view = new DeletionView(model, TEXTS);
            portraits[0] = new Portraits((Region) view.root());
            stage.setScene(portraits[0].scene());
            stage.show();
            view.root().requestFocus();
        });
        Frames.pass();
        return portraits[0];
    }

    private void assertNothingIsPreselected() {
        assertThat(scene().getFocusOwner()).isNotInstanceOf(Button.class);
        assertThat(scene().getRoot().lookupAll(".button")).allMatch(button -> !((Button) button).isDefaultButton());
    }

    private List<String> choices() {
        return scene().getRoot().lookupAll(".deletion-choice").stream()
                .map(Node::getId)
                .toList();
    }

    private Scene scene() {
        return stage.getScene();
    }
}
