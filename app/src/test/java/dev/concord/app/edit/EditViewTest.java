package dev.concord.app.edit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.app.control.Caption;
import dev.concord.app.control.Frames;
import dev.concord.app.control.OwnWindow;
import dev.concord.app.control.Pictures;
import dev.concord.app.journal.MergedWrites;
import dev.concord.app.pending.PendingEdits;
import dev.concord.app.reference.ReferenceLinks;
import dev.concord.app.reference.ReferenceModel;
import dev.concord.app.reference.StoredReferences;
import dev.concord.app.task.Work;
import dev.concord.catalog.Catalog;
import dev.concord.catalog.Column;
import dev.concord.catalog.Table;
import dev.concord.catalog.ValueKind;
import dev.concord.database.Database;
import dev.concord.database.DatabaseOpener;
import dev.concord.database.DatabaseSettings;
import dev.concord.database.OpenOutcome;
import dev.concord.merge.Merging;
import dev.concord.record.Draft;
import dev.concord.record.Value;
import dev.concord.store.RecordStore;
import dev.concord.ui.text.Texts;
import dev.concord.ui.theme.Theme;
import dev.concord.version.Policies;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.application.Application;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

@ExtendWith(OwnWindow.class)
class EditViewTest {
    private static final Texts TEXTS = Texts.of(Locale.UK);
    private static final Database DATABASE =
            ((OpenOutcome.Opened) DatabaseOpener.open(DatabaseSettings.of("jdbc:h2:mem:edit-view"))).database();

    private final Heard heard = new Heard();
    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private final PendingEdits pending = new PendingEdits();
    private final Work work = Work.of(waiting::add, Runnable::run, fault -> {});
    private final RecordStore store = new RecordStore(DATABASE, new Catalog(DATABASE), Policies.DEFAULT);
    private final EditModel model = new EditModel(
            new EditedDatabase(MergedWrites.unkept(store), () -> Merging.DEFAULT, merge -> false),
            new ReferenceLinks(new ReferenceModel(new StoredReferences(store, TEXTS), work, ""), values -> {}),
            work,
            TEXTS,
            heard);
    private final StackPane host = new StackPane();

    @Start
    void start(Stage stage) {
        Application.setUserAgentStylesheet(Theme.LIGHT.userAgentStylesheet());
        Scene scene = new Scene(host, 460, 900);
        scene.getStylesheets().setAll(Theme.LIGHT.stylesheets());
        host.getChildren().setAll(new EditView(model, TEXTS, model::save).root());
        stage.setScene(scene);
        stage.show();
    }

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    private void openAcme(FxRobot robot) {
        robot.interact(() -> model.open(pending.open(Customers.table(), Customers.acme())));
    }

    private void openNew(FxRobot robot) {
        robot.interact(() -> model.open(pending.begin(Customers.table(), Draft.newRow(Customers.ID))));
    }

    private void focus(FxRobot robot, String column) {
        robot.interact(() -> label(robot, column).getLabelFor().requestFocus());
    }

    private static Label label(FxRobot robot, String column) {
        return robot.lookup(".edit-name").queryAllAs(Label.class).stream()
                .filter(l -> l.getText().equals(Caption.of(column)))
                .findFirst()
                .orElseThrow();
    }

    private static String textIn(FxRobot robot, String column) {
        return ((TextInputControl) label(robot, column).getLabelFor()).getText();
    }

    private static void keys(FxRobot robot, KeyCode... keys) {
        robot.push(keys);
    }

    private Value edited(String column) {
        return model.draft().get().orElseThrow().get(column);
    }

    @Test
    void anEmptyFormSaysHowToBegin(FxRobot robot) {
        assertThat(robot.lookup("Select a row to edit it.").query().isVisible()).isTrue();
    }

    @Test
    void theTitleNamesTheRecord(FxRobot robot) {
        openAcme(robot);
        assertThat(robot.lookup(".edit-title").queryAs(Label.class).getText())
                .isEqualTo("Customer Acme Coffee Roasters Ltd");
    }

    @Test
    void everyEditorHasItsLabel(FxRobot robot) {
        openAcme(robot);
        assertThat(robot.lookup(".edit-name").queryAllAs(Label.class))
                .hasSize(Customers.table().columns().size())
                .allMatch(l -> l.getLabelFor() != null);
    }

    @Test
    void typingChangesTheDraft(FxRobot robot) {
        openAcme(robot);
        focus(robot, "contact");
        robot.type(KeyCode.END).write("!");
        assertThat(edited("contact")).isEqualTo(Value.of("Ana Lima!"));
    }

    @Test
    void aChangedFieldSaysSo(FxRobot robot) {
        openAcme(robot);
        focus(robot, "contact");
        robot.write("!");
        assertThat(robot.lookup(".edit-changed").match(Node::isVisible).queryAll())
                .hasSize(1);
    }

    @Test
    void typingTheOldTextBackIsNoChange(FxRobot robot) {
        openAcme(robot);
        focus(robot, "contact");
        robot.type(KeyCode.END).write("!").type(KeyCode.BACK_SPACE);
        assertThat(model.dirty().get()).isFalse();
    }

    @Test
    void saveIsOffWhileThereIsNothingToSave(FxRobot robot) {
        openAcme(robot);
        assertThat(robot.lookup("#edit-save").query().isDisabled()).isTrue();
    }

    @Test
    void saveIsOnOnceSomethingIsTyped(FxRobot robot) {
        openAcme(robot);
        focus(robot, "contact");
        robot.write("!");
        assertThat(robot.lookup("#edit-save").query().isDisabled()).isFalse();
    }

    @Test
    void ctrlSSaves(FxRobot robot) {
        openAcme(robot);
        focus(robot, "contact");
        robot.write("!");
        keys(robot, KeyCode.CONTROL, KeyCode.S);
        assertThat(waiting).hasSize(1);
    }

    @Test
    void aClickOnSaveLeavesTheKeyboardFocusInTheField(FxRobot robot) {
        openAcme(robot);
        focus(robot, "contact");
        robot.type(KeyCode.END).write("!");
        robot.clickOn("#edit-save");
        assertThat(waiting).hasSize(1);
        assertThat(label(robot, "contact").getLabelFor().isFocused()).isTrue();
    }

    @Test
    void whileSavingTheFormCanBeTypedInto(FxRobot robot) {
        openAcme(robot);
        focus(robot, "contact");
        robot.type(KeyCode.END).write("!");
        keys(robot, KeyCode.CONTROL, KeyCode.S);
        robot.write("?");
        assertThat(edited("contact")).isEqualTo(Value.of("Ana Lima!?"));
    }

    @Test
    void ctrlZTakesTypingBackAcrossTheForm(FxRobot robot) {
        openAcme(robot);
        focus(robot, "contact");
        robot.write("one");
        focus(robot, "remark");
        robot.write("two");
        keys(robot, KeyCode.CONTROL, KeyCode.Z);
        keys(robot, KeyCode.CONTROL, KeyCode.Z);
        assertThat(model.dirty().get()).isFalse();
    }

    @Test
    void undoPutsTheOldTextIntoTheField(FxRobot robot) {
        openAcme(robot);
        focus(robot, "contact");
        robot.write("one");
        keys(robot, KeyCode.CONTROL, KeyCode.Z);
        assertThat(textIn(robot, "contact")).isEqualTo("Ana Lima");
    }

    @Test
    void undoTakesUnreadableTextBack(FxRobot robot) {
        openAcme(robot);
        focus(robot, "credit_limit");
        robot.write("x");
        keys(robot, KeyCode.CONTROL, KeyCode.Z);
        assertThat(textIn(robot, "credit_limit")).isEqualTo("2500.00");
    }

    @Test
    void ctrlYBringsUnreadableTextBack(FxRobot robot) {
        openAcme(robot);
        focus(robot, "credit_limit");
        robot.type(KeyCode.HOME).write("x");
        keys(robot, KeyCode.CONTROL, KeyCode.Z);
        keys(robot, KeyCode.CONTROL, KeyCode.Y);
        assertThat(textIn(robot, "credit_limit")).isEqualTo("x2500.00");
    }

    @Test
    void unreadableTextIsNotSaved(FxRobot robot) {
        openAcme(robot);
        focus(robot, "credit_limit");
        robot.write("x");
        keys(robot, KeyCode.CONTROL, KeyCode.S);
        assertThat(waiting).isEmpty();
    }

    @Test
    void unreadableTextIsSaidAtItsField(FxRobot robot) {
        openAcme(robot);
        focus(robot, "credit_limit");
        robot.write("x");
        assertThat(robot.lookup("Not a number. Write it like 1500.25.").query().isVisible())
                .isTrue();
    }

    @Test
    void escapeLosesNothing(FxRobot robot) {
        openAcme(robot);
        focus(robot, "contact");
        robot.type(KeyCode.END).write("!").type(KeyCode.ESCAPE);
        assertThat(edited("contact")).isEqualTo(Value.of("Ana Lima!"));
    }

    @Test
    void discardTakesEverythingBack(FxRobot robot) {
        openAcme(robot);
        focus(robot, "contact");
        robot.write("!");
        robot.clickOn("#edit-discard");
        assertThat(textIn(robot, "contact")).isEqualTo("Ana Lima");
    }

    @Test
    void savingWithoutARequiredValueGoesToTheField(FxRobot robot) {
        openNew(robot);
        robot.clickOn("#edit-save");
        assertThat(label(robot, "name").getLabelFor().isFocused()).isTrue();
    }

    @Test
    void tabGoesFromFieldToField(FxRobot robot) {
        openAcme(robot);
        focus(robot, "remark");
        robot.type(KeyCode.TAB).type(KeyCode.TAB);
        assertThat(label(robot, "credit_limit").getLabelFor().isFocused()).isTrue();
    }

    @Test
    void aGeneratedColumnCannotBeTypedInto(FxRobot robot) {
        openAcme(robot);
        focus(robot, "label");
        robot.write("!");
        assertThat(model.dirty().get()).isFalse();
    }

    @Test
    void aReadOnlyRecordSaysWhy(FxRobot robot) {
        robot.interact(() -> model.open(pending.open(Customers.keyless(), Customers.acme())));
        assertThat(robot.lookup(".edit-read-only").queryAs(Label.class).getText())
                .startsWith("This table has no key");
    }

    @Test
    void aReadOnlyRecordCannotBeTypedInto(FxRobot robot) {
        robot.interact(() -> model.open(pending.open(Customers.keyless(), Customers.acme())));
        focus(robot, "contact");
        robot.write("!");
        assertThat(model.dirty().get()).isFalse();
    }

    @Test
    void newAsksForANewRecord(FxRobot robot) {
        openAcme(robot);
        robot.clickOn("#edit-new");
        assertThat(heard.newWanted).extracting(Table::id).containsExactly(Customers.ID);
    }

    @Test
    void deleteAsksByName(FxRobot robot) {
        heard.confirms = false;
        openAcme(robot);
        robot.clickOn("#edit-delete");
        assertThat(heard.asked).containsExactly("Customer Acme Coffee Roasters Ltd");
    }

    @Test
    void textThatIsNotReadableYetComesBackWithItsDraft(FxRobot robot) {
        openAcme(robot);
        focus(robot, "credit_limit");
        robot.type(KeyCode.HOME).write("x");
        robot.interact(() -> {
            model.close();
            model.open(pending.open(Customers.table(), Customers.acme()));
        });
        assertThat(textIn(robot, "credit_limit")).isEqualTo("x2500.00");
    }

    private static void findField(FxRobot robot, String words) {
        robot.press(KeyCode.CONTROL, KeyCode.SHIFT).type(KeyCode.F).release(KeyCode.SHIFT, KeyCode.CONTROL);
        robot.write(words);
    }

    private static List<String> shownNames(FxRobot robot) {
        return robot.lookup(".edit-name").match(Node::isVisible).queryAllAs(Label.class).stream()
                .filter(name -> name.getParent().getParent().isVisible())
                .map(Label::getText)
                .toList();
    }

    @Test
    void whatIsTypedAfterCtrlShiftFLeavesTheFieldsOfThatName(FxRobot robot) {
        openAcme(robot);
        focus(robot, "contact");
        findField(robot, "credit");
        assertThat(shownNames(robot)).containsExactly("Credit limit");
        assertThat(robot.lookup("#edit-find-words").query().getAccessibleText())
                .isEqualTo("Find a field: 1 of 15 fields");
    }

    @Test
    void enterGoesIntoTheFirstFieldFound(FxRobot robot) {
        openAcme(robot);
        focus(robot, "contact");
        findField(robot, "order");
        robot.type(KeyCode.ENTER);
        assertThat(label(robot, "last_order").getLabelFor().isFocused()).isTrue();
        assertThat(shownNames(robot)).containsExactly("Last order");
    }

    @Test
    void escapeShowsAllFieldsAndGoesBackToTheOneBefore(FxRobot robot) {
        openAcme(robot);
        focus(robot, "contact");
        findField(robot, "order");
        robot.type(KeyCode.ESCAPE);
        assertThat(shownNames(robot)).hasSize(Customers.table().columns().size());
        assertThat(label(robot, "contact").getLabelFor().isFocused()).isTrue();
        assertThat(robot.lookup("#edit-find-words").query().getParent().isVisible())
                .isFalse();
    }

    @Test
    void escapeInTheFieldFoundShowsAllFieldsAndStaysThere(FxRobot robot) {
        openAcme(robot);
        focus(robot, "contact");
        findField(robot, "order");
        robot.type(KeyCode.DOWN).type(KeyCode.ESCAPE);
        assertThat(shownNames(robot)).hasSize(Customers.table().columns().size());
        assertThat(label(robot, "last_order").getLabelFor().isFocused()).isTrue();
    }

    @Test
    void thereIsNothingToFindInAnEmptyForm(FxRobot robot) {
        findField(robot, "x");
        assertThat(model.search().open().get()).isFalse();
    }

    @Test
    void theLinkShowsTheEmptyFieldsAgainAndGoesThere(FxRobot robot) {
        openAcme(robot);
        robot.clickOn("#edit-hide-empty");
        List<String> left = shownNames(robot);
        assertThat(left).hasSizeLessThan(Customers.table().columns().size());
        robot.clickOn("#edit-empty-show");
        assertThat(shownNames(robot)).hasSize(Customers.table().columns().size());
        assertThat(robot.lookup(".edit-name").queryAllAs(Label.class).stream()
                        .filter(name -> name.getLabelFor().isFocused())
                        .map(Label::getText))
                .hasSize(1)
                .doesNotContainAnyElementsOf(left);
        assertThat(robot.lookup("#edit-empty-show").query().getParent().isVisible())
                .isFalse();
    }

    private static Bounds place(FxRobot robot, String column) {
        Node field = label(robot, column).getParent().getParent();
        return field.localToScene(field.getLayoutBounds());
    }

    private static double editorTop(FxRobot robot, String column) {
        Node editor = label(robot, column).getLabelFor();
        return editor.localToScene(editor.getLayoutBounds()).getMinY();
    }

    private void widen(FxRobot robot, double width) {
        robot.interact(() -> host.getScene().getWindow().setWidth(width));
        Frames.pass();
    }

    @Test
    void twoFieldsAreInARowOfAWideForm(FxRobot robot) {
        openAcme(robot);
        widen(robot, 1000);
        assertThat(place(robot, "name").getMinY()).isEqualTo(place(robot, "id").getMinY());
        assertThat(place(robot, "name").getMinX())
                .isGreaterThanOrEqualTo(place(robot, "id").getMaxX());
        assertThat(editorTop(robot, "name")).isEqualTo(editorTop(robot, "id"));
        assertThat(place(robot, "contact").getMinY())
                .isGreaterThanOrEqualTo(place(robot, "name").getMaxY());
        assertThat(place(robot, "contact").getMinX())
                .isEqualTo(place(robot, "id").getMinX());
        assertThat(label(robot, "credit_limit").getText()).isEqualTo("Credit limit");
    }

    @Test
    void aFieldForLongTextsHasARowOfItsOwn(FxRobot robot) {
        openAcme(robot);
        widen(robot, 1000);
        assertThat(place(robot, "notes").getWidth())
                .isGreaterThan(2 * place(robot, "id").getWidth());
        assertThat(place(robot, "credit_limit").getMinY())
                .isGreaterThanOrEqualTo(place(robot, "notes").getMaxY());
    }

    @Test
    void theFieldsOfANarrowFormAreOneBelowTheOther(FxRobot robot) {
        openAcme(robot);
        widen(robot, 1000);
        widen(robot, 880);
        assertThat(place(robot, "name").getMinX()).isEqualTo(place(robot, "id").getMinX());
        assertThat(place(robot, "name").getMinY())
                .isGreaterThanOrEqualTo(place(robot, "id").getMaxY());
    }

    @Test
    void theTabKeyGoesThroughARowAndThenToTheNext(FxRobot robot) {
        openAcme(robot);
        widen(robot, 1000);
        focus(robot, "name");
        robot.type(KeyCode.TAB);
        assertThat(label(robot, "contact").getLabelFor().isFocused()).isTrue();
        robot.type(KeyCode.TAB);
        assertThat(label(robot, "remark").getLabelFor().isFocused()).isTrue();
        assertThat(place(robot, "remark").getMinY())
                .isEqualTo(place(robot, "contact").getMinY());
    }

    @Test
    void fieldsFoundMoveTogether(FxRobot robot) {
        openAcme(robot);
        widen(robot, 1000);
        findField(robot, "re");
        assertThat(shownNames(robot)).startsWith("Remark", "Credit limit");
        assertThat(place(robot, "credit_limit").getMinY())
                .isEqualTo(place(robot, "remark").getMinY());
    }

    private static Table wide() {
        return Customers.table(Stream.concat(
                        Customers.table().columns().stream(),
                        IntStream.range(0, 185)
                                .mapToObj(i -> Customers.column(
                                        "more_" + i,
                                        "character varying",
                                        ValueKind.TEXT,
                                        40,
                                        0,
                                        true,
                                        "",
                                        Column.Generation.NONE)))
                .toList());
    }

    private static int made(FxRobot robot) {
        return robot.lookup(".edit-field").queryAll().size();
    }

    @Test
    void aWideTableShowsItsFirstFieldsAtOnceAndTheOthersSoon(FxRobot robot) throws TimeoutException {
        List<Integer> atOnce = new ArrayList<>();
        robot.interact(() -> {
            model.open(pending.begin(wide(), Draft.newRow(Customers.ID)));
            atOnce.add(made(robot));
        });
        assertThat(atOnce.getFirst()).isBetween(10, 40);
        Frames.until(() -> made(robot) == 200);
        assertThat(label(robot, "more_184").getText()).isEqualTo("More 184");
    }

    @Test
    void aFieldThatIsNotThereYetIsMadeToGetTheFocus(FxRobot robot) {
        robot.interact(() -> {
            model.open(pending.begin(wide(), Draft.newRow(Customers.ID)));
            model.focusOn(wide().columns().getLast());
        });
        assertThat(label(robot, "more_184").getLabelFor().isFocused()).isTrue();
        assertThat(made(robot)).isEqualTo(200);
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void pictures(Theme theme, FxRobot robot) {
        robot.interact(() -> {
            Application.setUserAgentStylesheet(theme.userAgentStylesheet());
            host.getScene().getStylesheets().setAll(theme.stylesheets());
        });
        picture(robot, theme, "nothing");
        openAcme(robot);
        picture(robot, theme, "editing");
        robot.interact(() -> {
            field("contact").value().set(Value.of("Ana de Lima"));
            field("credit_limit").unreadable().set("twelve");
            field("newsletter").value().set(Value.of(true));
            model.save();
            field("contact").complain("Already used by another record.", "uq_contact");
        });
        picture(robot, theme, "changed");
        robot.interact(() -> host.getScene().getWindow().setWidth(380));
        picture(robot, theme, "narrow");
        robot.interact(() -> host.getScene().getWindow().setWidth(460));
        openNew(robot);
        picture(robot, theme, "new");
        robot.interact(() -> model.open(pending.open(Customers.keyless(), Customers.acme())));
        picture(robot, theme, "read-only");
        assertThat(host.getScene().getRoot()).isSameAs(host);
    }

    private FieldModel field(String column) {
        return model.fields().stream()
                .filter(f -> f.column().name().equals(column))
                .findFirst()
                .orElseThrow();
    }

    private void picture(FxRobot robot, Theme theme, String name) {
        Frames.pass();
        robot.interact(() -> Pictures.take(
                host.getScene(), "edit-" + name + "-" + theme.name().toLowerCase(Locale.ROOT)));
    }
}
