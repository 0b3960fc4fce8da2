package dev.concord.app.edit;

import static dev.concord.app.control.Frames.until;
import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.app.control.Frames;
import dev.concord.app.control.OwnWindow;
import dev.concord.app.journal.MergedWrites;
import dev.concord.app.pending.PendingEdit;
import dev.concord.app.pending.PendingEdits;
import dev.concord.app.reference.ReferenceLinks;
import dev.concord.app.reference.ReferenceModel;
import dev.concord.app.reference.ReferenceValues;
import dev.concord.app.reference.StoredReferences;
import dev.concord.app.task.Work;
import dev.concord.catalog.Catalog;
import dev.concord.catalog.Table;
import dev.concord.catalog.TableId;
import dev.concord.database.Database;
import dev.concord.database.DatabaseOpener;
import dev.concord.database.DatabaseSettings;
import dev.concord.database.OpenOutcome;
import dev.concord.database.Scripts;
import dev.concord.merge.Merging;
import dev.concord.record.RecordKey;
import dev.concord.record.Row;
import dev.concord.record.Value;
import dev.concord.store.RecordStore;
import dev.concord.ui.text.Texts;
import dev.concord.ui.theme.Theme;
import dev.concord.version.Policies;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** The fields of foreign keys in the form: by name, found by keys alone. */
@ExtendWith(OwnWindow.class)
class ReferenceFieldTest {
    private static final Texts TEXTS = Texts.of(Locale.UK);
    private static final TableId ITEM = new TableId("PUBLIC", "item");
    private static final Database DATABASE =
            ((OpenOutcome.Opened) DatabaseOpener.open(DatabaseSettings.of("jdbc:h2:mem:reference-field"))).database();

    static {
        try {
            Scripts.run(
                    DATABASE,
                    List.of(
                            "create table \"customer\" (\"id\" integer primary key, \"name\" varchar(40))",
                            "create table \"shelf\" (\"hall\" varchar(3), \"number\" integer, \"place\" varchar(40),"
                                    + " primary key (\"hall\", \"number\"))",
                            "create table \"item\" (\"id\" integer primary key, \"customer\" integer, \"hall\" varchar(3),"
                                    + " \"shelf\" integer, \"note\" varchar(40),"
                                    + " foreign key (\"customer\") references \"customer\" (\"id\"),"
                                    + " foreign key (\"hall\", \"shelf\") references \"shelf\" (\"hall\", \"number\"))",
                            "create table \"desk\" (\"id\" integer primary key, \"side\" varchar(1), \"hall\" varchar(3)"
                                    + " generated always as (upper(\"side\")), \"shelf\" integer,"
                                    + " foreign key (\"hall\", \"shelf\") references \"shelf\" (\"hall\", \"number\"))",
                            "insert into \"customer\" values (1, 'La Petite Tasse'), (2, 'Harbour Café'), (17, 'Petit Bar')",
                            "insert into \"customer\" select x, 'Windmill ' || x from system_range(1000, 1300)",
                            "insert into \"customer\" values (2000, 'Mill')",
                            "insert into \"shelf\" values ('N', 1, 'By the door'), ('S', 2, 'By the window')",
                            "insert into \"desk\" (\"id\", \"side\", \"shelf\") values (1, 'n', 1)",
                            "insert into \"item\" values (5, 2, 'N', 1, 'old')"));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private final List<ReferenceValues> opened = new ArrayList<>();
    private final Work work =
            Work.of(Executors.newVirtualThreadPerTaskExecutor(), Platform::runLater, fault -> opened.add(null));
    private final RecordStore store = new RecordStore(DATABASE, new Catalog(DATABASE), Policies.DEFAULT);
    private final PendingEdits pending = new PendingEdits();
    private final EditModel model = new EditModel(
            new EditedDatabase(MergedWrites.unkept(store), () -> Merging.DEFAULT, merge -> false),
            new ReferenceLinks(new ReferenceModel(new StoredReferences(store, TEXTS), work, ""), opened::add),
            work,
            TEXTS,
            new Heard());
    private final StackPane host = new StackPane();

    @Start
    void start(Stage stage) {
        Application.setUserAgentStylesheet(Theme.LIGHT.userAgentStylesheet());
        Scene scene = new Scene(host, 460, 600);
        scene.getStylesheets().setAll(Theme.LIGHT.stylesheets());
        host.getChildren().setAll(new EditView(model, TEXTS, model::save).root());
        stage.setScene(scene);
        stage.show();
    }

    @BeforeEach
    void open(FxRobot robot) throws TimeoutException {
        Table item = store.catalog().table(ITEM).orElseThrow();
        PendingEdit edit = pending.open(
                item, store.find(new RecordKey(ITEM, Row.of("id", Value.of(5)))).orElseThrow());
        robot.interact(() -> model.open(edit));
        until(() -> shown("customer").equals("Harbour Café · 2"));
    }

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @Test
    void theNameStandsInTheFieldWithItsKeyAndIsReadOut() {
        assertThat(field("customer").queryAccessibleAttribute(AccessibleAttribute.TEXT))
                .isEqualTo("Harbour Café · 2");
        assertThat(field("customer").getText()).as("what is copied").isEqualTo("2");
        assertThat(shown("shelf")).isEqualTo("By the door · 1");
        assertThat(shown("hall")).isEmpty();
    }

    @Test
    void aPartOfANameIsTypedAndEnterChoosesTheRowFound(FxRobot robot) throws TimeoutException {
        focus(robot, "customer");
        robot.write("tasse");
        until(() -> list().equals(List.of("La Petite Tasse · 1")));
        assertThat(problem()).as("nothing is wrong while one looks").isEmpty();
        robot.type(KeyCode.ENTER);
        until(() -> shown("customer").equals("La Petite Tasse · 1"));
        assertThat(value("customer")).isEqualTo(Value.of(1));
        assertThat(list()).isEmpty();
        robot.interact(model::undo);
        until(() -> shown("customer").equals("Harbour Café · 2"));
        assertThat(model.dirty().get()).as("typing and choosing are one step").isFalse();
    }

    @Test
    void anotherRowIsChosenByTheArrowKeys(FxRobot robot) throws TimeoutException {
        focus(robot, "customer");
        robot.write("PETIT");
        until(() -> list().equals(List.of("Petit Bar · 17", "La Petite Tasse · 1")));
        robot.type(KeyCode.DOWN, KeyCode.ENTER);
        assertThat(value("customer")).isEqualTo(Value.of(1));
    }

    @Test
    void aKeyThatIsTypedIsTakenAndNoOtherOneInItsPlace(FxRobot robot) throws TimeoutException {
        focus(robot, "customer");
        robot.write("17");
        until(() -> list().stream().findFirst().filter("Petit Bar · 17"::equals).isPresent());
        robot.type(KeyCode.ENTER);
        until(() -> shown("customer").equals("Petit Bar · 17"));
        robot.write("7");
        until(() -> list().contains("Petit Bar · 17"));
        robot.type(KeyCode.ENTER);
        assertThat(value("customer")).isEqualTo(Value.of(7));
        until(() -> missing().equals("Customer 7 no longer exists"));
    }

    @Test
    void allColumnsOfALongerKeyAreSetInOneStep(FxRobot robot) throws TimeoutException {
        focus(robot, "shelf");
        robot.write("wind");
        until(() -> list().equals(List.of("By the window · S, 2")));
        robot.type(KeyCode.ENTER);
        until(() -> shown("shelf").equals("By the window · 2"));
        assertThat(value("hall")).isEqualTo(Value.of("S"));
        robot.interact(model::undo);
        until(() -> shown("shelf").equals("By the door · 1"));
        assertThat(value("hall")).isEqualTo(Value.of("N"));
        assertThat(model.dirty().get()).isFalse();
    }

    /** The hall of a desk is computed by the database, so a desk cannot be moved to a shelf of another hall. */
    @Test
    void aRowIsNotChosenWhereAColumnOfItsKeyCannotBeSet(FxRobot robot) throws TimeoutException {
        TableId desk = new TableId("PUBLIC", "desk");
        PendingEdit edit = pending.open(
                store.catalog().table(desk).orElseThrow(),
                store.find(new RecordKey(desk, Row.of("id", Value.of(1)))).orElseThrow());
        robot.interact(() -> model.open(edit));
        until(() -> shown("shelf").equals("By the door · 1"));
        focus(robot, "shelf");
        robot.write("window");
        until(() -> list().equals(List.of("By the window · S, 2")));
        robot.type(KeyCode.ENTER);
        until(() -> problem().equals("Hall cannot be changed, and the record chosen has another one."));
        assertThat(value("shelf")).isEqualTo(Value.of(1));
    }

    @Test
    void aWholeNameIsTakenWhenTheKeyboardGoesOn(FxRobot robot) throws TimeoutException {
        focus(robot, "customer");
        robot.write("petit bar");
        until(() -> list().equals(List.of("Petit Bar · 17")));
        robot.type(KeyCode.TAB);
        until(() -> shown("customer").equals("Petit Bar · 17"));
        focus(robot, "customer");
        robot.write("petit");
        until(() -> list().size() == 2);
        focus(robot, "note");
        until(() -> problem().equals("No key of Customer. Choose a record from the list, or type its key."));
        assertThat(field("customer").getText()).as("nothing typed is lost").isEqualTo("petit");
        focus(robot, "customer");
        robot.type(KeyCode.END, KeyCode.BACK_SPACE);
        until(() -> list().size() == 2);
        robot.type(KeyCode.TAB);
        assertThat(value("customer")).as("Tab takes what is selected").isEqualTo(Value.of(17));
    }

    /** The database returns any fifty of the rows that contain what is typed, and then those that are called so. */
    @Test
    void whatIsCalledJustSoIsSelectedAmongHundreds(FxRobot robot) throws TimeoutException {
        focus(robot, "customer");
        robot.write("mill");
        until(() -> list().stream().findFirst().filter("Mill · 2000"::equals).isPresent());
        assertThat(state()).isEqualTo("These are the first 50. Type more to find others.");
        robot.type(KeyCode.ENTER);
        assertThat(value("customer")).isEqualTo(Value.of(2000));
    }

    @Test
    void escapeClosesTheListAndWhatIsTypedStays(FxRobot robot) throws TimeoutException {
        focus(robot, "customer");
        robot.write("zzz");
        until(() -> state().equals("Nothing was found."));
        robot.type(KeyCode.ESCAPE);
        until(() -> state().isEmpty());
        assertThat(field("customer").getText()).isEqualTo("zzz");
        robot.interact(model::undo);
        until(() -> shown("customer").equals("Harbour Café · 2"));
    }

    @Test
    void theRecordReferredToIsOpenedByKeysAndTheListToo(FxRobot robot) throws TimeoutException {
        focus(robot, "customer");
        robot.press(KeyCode.ALT).type(KeyCode.ENTER).release(KeyCode.ALT);
        assertThat(opened).extracting(ReferenceValues::key).containsExactly("2");
        robot.press(KeyCode.ALT).type(KeyCode.DOWN).release(KeyCode.ALT);
        until(() -> list().size() > 3);
        robot.type(KeyCode.ESCAPE);
        assertThat(model.dirty().get()).isFalse();
    }

    private static void focus(FxRobot robot, String column) {
        robot.interact(() -> robot.lookup("#field-" + column).query().requestFocus());
        Frames.pass();
    }

    private TextField field(String column) {
        return (TextField) host.lookup("#field-" + column);
    }

    /** The name over a field; empty where its key is shown. */
    private String shown(String column) {
        TextField field = field(column);
        if (field == null) {
            return "";
        }
        Node editor = Stream.iterate(field, Node::getParent)
                .filter(node -> node.lookup(".reference-name") != null)
                .findFirst()
                .orElseThrow();
        return editor.lookup(".reference-name") instanceof Label name && name.isVisible() ? name.getText() : "";
    }

    private String problem() {
        return texts(".edit-problem")
                .filter(text -> !text.contains("no longer"))
                .findFirst()
                .orElse("");
    }

    private String missing() {
        return texts(".edit-missing").findFirst().orElse("");
    }

    private Stream<String> texts(String selector) {
        return host.lookupAll(selector).stream()
                .map(node -> ((Label) node).getText())
                .filter(text -> !text.isEmpty());
    }

    /** The rows of the list below a field; none while it is closed. */
    private static List<String> list() {
        return popups().map(window -> window.getScene().lookup("#pick-list"))
                .filter(node -> node instanceof ListView<?>)
                .flatMap(node -> node.lookupAll(".list-cell").stream())
                .map(node -> ((ListCell<?>) node))
                .filter(cell -> !cell.isEmpty())
                .sorted(Comparator.comparingInt(ListCell::getIndex))
                .map(ListCell::getText)
                .toList();
    }

    private static String state() {
        return popups().map(window -> window.getScene().lookup("#pick-state"))
                .map(node -> ((Label) node).getText())
                .findFirst()
                .orElse("");
    }

    private static Stream<Window> popups() {
        return Window.getWindows().stream().filter(window -> window.isShowing() && !(window instanceof Stage));
    }

    private Value value(String column) {
        return model.draft().get().orElseThrow().get(column);
    }
}
