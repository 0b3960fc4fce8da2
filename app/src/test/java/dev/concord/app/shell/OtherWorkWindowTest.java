package dev.concord.app.shell;

import static dev.concord.app.control.Frames.until;
import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.app.control.OwnWindow;
import dev.concord.app.control.Pictures;
import dev.concord.app.question.Question;
import dev.concord.app.recovery.OtherWorkModel;
import dev.concord.app.task.Work;
import dev.concord.catalog.TableId;
import dev.concord.drafts.DraftArchive;
import dev.concord.drafts.DraftSession;
import dev.concord.drafts.DraftedDatabase;
import dev.concord.drafts.KeptDraft;
import dev.concord.drafts.Sealing;
import dev.concord.record.Draft;
import dev.concord.record.Value;
import dev.concord.ui.theme.Theme;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javafx.application.Application;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** The bar and the dialog about unsaved work on databases that are not open, by the keyboard alone. */
@ExtendWith(OwnWindow.class)
class OtherWorkWindowTest {
    private static final DraftedDatabase SHOP =
            new DraftedDatabase("aa11", "shop", "postgresql://db.example.org/shop", "ada");
    private static final DraftedDatabase NOTES = new DraftedDatabase("bb22", "notes.db", "/home/ada/notes.db", "");

    @TempDir
    Path root;

    private final Office office = new Office();
    private final List<DraftedDatabase> opened = new ArrayList<>();
    private final Work work = Office.atOnceInTheBackground();
    private final ShellModel shell = new ShellModel(work, Office.TEXTS);

    /** Set by {@link #start}, which runs before every test. */
    @SuppressWarnings("NullAway.Init")
    private Stage stage;

    @Start
    void start(Stage own) {
        stage = own;
    }

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    void itIsShownDiscardedByNameRestoredAndOpenedWithTheKeyboard(FxRobot robot) throws Exception {
        leave(SHOP, 1, 2, 3, 4);
        leave(NOTES, 5);
        show(robot);
        assertThat(text(robot, "#others-words")).isEqualTo("Unsaved work waits in 2 other databases.");
        picture(robot, stage, "other-work-bar");

        robot.interact(() -> robot.lookup("#others-look").query().requestFocus());
        robot.push(KeyCode.SPACE);
        until(() -> robot.lookup("#others-list").tryQuery().isPresent());
        ListView<?> list = robot.lookup("#others-list").queryAs(ListView.class);
        until(list::isFocused);
        assertThat(list.getSelectionModel().getSelectedIndex()).isZero();
        assertThat(list.lookupAll(".list-cell").stream().map(Node::getAccessibleText))
                .anyMatch(spoken -> spoken != null && spoken.startsWith("notes.db. Unsaved. 1 record, "));
        picture(robot, dialog(), "other-work");

        robot.push(KeyCode.DOWN);
        robot.push(KeyCode.DELETE);
        until(() -> question() instanceof Question.DiscardOther);
        Question.DiscardOther asked = (Question.DiscardOther) question();
        assertThat(asked.database()).isEqualTo("shop");
        assertThat(asked.records()).containsExactly("Customer 1", "Customer 2", "Customer 3", "Customer 4");
        picture(robot, dialog(), "other-work-discard");
        robot.push(KeyCode.ESCAPE);
        until(() -> question() instanceof Question.OtherWork);
        assertThat(offeredInShop()).as("Esc keeps it").isEqualTo(4);

        robot.push(KeyCode.DOWN);
        robot.push(KeyCode.DELETE);
        until(() -> question() instanceof Question.DiscardOther);
        robot.push(KeyCode.ENTER);
        until(() -> question() instanceof Question.OtherWork);
        assertThat(offeredInShop()).as("Enter alone discards nothing").isEqualTo(4);

        robot.push(KeyCode.DOWN);
        robot.push(KeyCode.DELETE);
        until(() -> question() instanceof Question.DiscardOther);
        robot.push(KeyCode.TAB);
        robot.push(KeyCode.ENTER);
        until(() -> question() instanceof Question.OtherWork);
        assertThat(offeredInShop()).isZero();
        assertThat(text(robot, "#others-words")).isEqualTo("Unsaved work waits in another database: notes.db.");
        robot.push(KeyCode.DOWN);
        until(() -> text(robot, "#others-discard").equals("Restore"));
        picture(robot, dialog(), "other-work-discarded");
        robot.interact(() -> robot.lookup("#others-discard").query().requestFocus());
        robot.push(KeyCode.SPACE);
        assertThat(offeredInShop()).isEqualTo(4);

        robot.interact(() -> robot.lookup("#others-list").query().requestFocus());
        robot.push(KeyCode.HOME);
        robot.push(KeyCode.ENTER);
        until(() -> question() instanceof Question.None);
        assertThat(opened).containsExactly(NOTES);
    }

    @Test
    void laterPutsItOffForThisWindow(FxRobot robot) throws Exception {
        leave(SHOP, 1);
        show(robot);
        assertThat(robot.lookup("#others").query().isVisible()).isTrue();
        robot.clickOn("Later");
        assertThat(robot.lookup("#others").query().isVisible()).isFalse();
        assertThat(offeredInShop()).isEqualTo(1);
    }

    @Test
    void withoutUnsavedWorkElsewhereThereIsNoBar(FxRobot robot) {
        show(robot);
        assertThat(robot.lookup("#others").query().isVisible()).isFalse();
    }

    private void show(FxRobot robot) {
        robot.interact(() -> {
            OtherWorkModel others =
                    new OtherWorkModel(new DraftArchive(root, Sealing.PLAIN), work, Office.TEXTS, opened::add);
            shell.offerOthers(others);
            stage.setScene(new Scene(new ShellView(shell, work, Office.TEXTS, stage, () -> {}).root(), 1280, 800));
            dress(stage.getScene(), Theme.LIGHT);
            stage.show();
            office.showIn(shell, Optional.of("customer"), Optional.empty());
            others.opened();
        });
    }

    private Question question() {
        return shell.questions().shown().get().map(asked -> asked.question()).orElseGet(Question.None::new);
    }

    private Stage dialog() {
        return Window.getWindows().stream()
                .filter(other -> other instanceof Stage dialog && stage.equals(dialog.getOwner()))
                .map(Stage.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private int offeredInShop() throws IOException {
        return new DraftArchive(root, Sealing.PLAIN)
                .of(SHOP)
                .look(Instant.now())
                .offered()
                .size();
    }

    private static String text(FxRobot robot, String id) {
        return ((Labeled) robot.lookup(id).query()).getText();
    }

    private static void dress(Scene scene, Theme theme) {
        Application.setUserAgentStylesheet(theme.userAgentStylesheet());
        scene.getStylesheets().setAll(theme.stylesheets());
    }

    private static void picture(FxRobot robot, Stage window, String name) {
        for (Theme theme : List.of(Theme.DARK, Theme.LIGHT)) {
            robot.interact(() -> {
                dress(window.getScene(), theme);
                Pictures.take(window.getScene(), name + (theme == Theme.DARK ? "-dark" : "-light"));
            });
        }
    }

    private void leave(DraftedDatabase database, int... customers) throws IOException {
        try (DraftSession session =
                new DraftArchive(root, Sealing.PLAIN).of(database).begin()) {
            for (int customer : customers) {
                session.put(new KeptDraft(
                        new UUID(0, customer),
                        Draft.newRow(new TableId("public", "customer")).with("city", Value.of("Ulm")),
                        Map.of(),
                        Optional.empty(),
                        false,
                        "Customer " + customer,
                        Instant.parse("2026-11-30T08:00:00Z").plusSeconds(customer),
                        Optional.empty()));
            }
        }
    }
}
