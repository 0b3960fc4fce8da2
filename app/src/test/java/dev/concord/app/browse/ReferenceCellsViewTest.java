package dev.concord.app.browse;

import static dev.concord.app.browse.Shelves.TEXTS;
import static dev.concord.app.control.Frames.until;
import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.app.control.Frames;
import dev.concord.app.control.OwnWindow;
import dev.concord.app.pending.FieldInput;
import dev.concord.app.pending.PendingEdits;
import dev.concord.app.pending.RecordChange;
import dev.concord.app.reference.ReferenceAccess;
import dev.concord.app.reference.ReferenceLinks;
import dev.concord.app.reference.ReferenceModel;
import dev.concord.app.reference.ReferenceTarget;
import dev.concord.app.reference.ReferenceValues;
import dev.concord.app.reference.StoredReferences;
import dev.concord.app.reference.TargetRows;
import dev.concord.app.task.Work;
import dev.concord.catalog.ForeignKey;
import dev.concord.catalog.Table;
import dev.concord.catalog.TableId;
import dev.concord.outcome.ReadOutcome;
import dev.concord.record.RecordKey;
import dev.concord.record.Row;
import dev.concord.record.Snapshot;
import dev.concord.record.Value;
import dev.concord.ui.theme.Theme;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** The cells of foreign keys in the grid. */
@ExtendWith(OwnWindow.class)
class ReferenceCellsViewTest {
    private static final int ROWS = 300;

    private final Shelves shelves = new Shelves();
    private final Work work = Work.of(Executors.newVirtualThreadPerTaskExecutor(), Platform::runLater, fault -> {
        throw new IllegalStateException(fault);
    });
    private final RowsModel rows = new RowsModel(shelves.store, work, TEXTS);
    private final PendingEdits pending = new PendingEdits();
    private final Counting access = new Counting(new StoredReferences(shelves.store, TEXTS));
    private final List<ReferenceValues> opened = new ArrayList<>();

    /** Set by {@link #start}, which runs before every test. */
    @SuppressWarnings("NullAway.Init")
    private RowsView grid;

    @Start
    void start(Stage stage) {
        shelves.run(
                "create table maker (id int primary key, name varchar(40))",
                "create table hall (code varchar(3), level int, place varchar(40), primary key (code, level))",
                "create table tool (id int primary key, maker int, code varchar(3), level int,"
                        + " foreign key (maker) references maker (id),"
                        + " foreign key (code, level) references hall (code, level))",
                "insert into maker select x, 'Maker ' || x from system_range(1, 300)",
                "insert into hall values ('N', 1, 'By the door'), ('S', 2, 'By the window')",
                "insert into tool select x, 301 - x, 'N', 1 from system_range(1, " + ROWS + ")",
                "update tool set maker = null where id = 3",
                "create table shelf (id int primary key, " + notes("note_%d varchar(200)")
                        + ", maker int, foreign key (maker) references maker (id))",
                "insert into shelf select x, " + notes("repeat('long ', 39)") + ", x from system_range(1, 40)");
        GridEdits edits = shelves.edits(pending);
        grid = new RowsView(
                rows,
                new RowNumbers(shelves.store, work, rows, TEXTS),
                TEXTS,
                new GridEdits(
                        pending,
                        edits.cells(),
                        edits.all(),
                        edits.form(),
                        new ReferenceLinks(new ReferenceModel(access, work, ""), opened::add)),
                row -> {},
                key -> {});
        Scene scene = new Scene(grid.root(), 900, 500);
        Application.setUserAgentStylesheet(Theme.LIGHT.userAgentStylesheet());
        scene.getStylesheets().setAll(Theme.LIGHT.stylesheets());
        stage.setScene(scene);
        stage.show();
        rows.show(shelves.table("TOOL"));
    }

    @BeforeEach
    void atTheFirstMaker(FxRobot robot) throws TimeoutException {
        until(() -> cell(robot, 0, "MAKER").equals("Maker 300 · 300"));
        robot.interact(() -> {
            grid.focus();
            rows.cells().go(0, "MAKER");
        });
        Frames.pass();
    }

    @AfterEach
    void close() throws TimeoutException {
        until(() -> access.idle());
        shelves.close();
    }

    @Test
    void aCellShowsTheNameWithItsKeyAndAPageIsOneReadForEachForeignKey(FxRobot robot) throws TimeoutException {
        until(() -> cell(robot, 1, "LEVEL").equals("By the door · 1"));
        assertThat(cell(robot, 1, "CODE"))
                .as("the first column of a longer key")
                .isEqualTo("N");
        assertThat(cell(robot, 2, "MAKER")).as("no key, no name").isEqualTo("NULL");
        assertThat(access.asked).hasSize(2).allSatisfy(asked -> assertThat(asked)
                .isLessThan(60));
    }

    @Test
    void onlyRowsOnTheScreenAreLookedUp(FxRobot robot) throws TimeoutException {
        robot.interact(() -> rows.cells().go(150, "MAKER"));
        until(() -> cell(robot, 150, "MAKER").equals("Maker 150 · 150"));
        assertThat(access.asked.stream().mapToInt(Integer::intValue).sum()).isLessThan(150);
    }

    @Test
    void aColumnThatWasOutOfSightWhenItsNamesCameShowsThem(FxRobot robot) throws TimeoutException {
        robot.interact(() -> rows.show(shelves.table("SHELF")));
        until(() -> !cell(robot, 0, "NOTE_1").isEmpty() && access.idle());
        int before = access.asked.size();
        Frames.pass();
        assertThat(cell(robot, 0, "MAKER")).as("out of sight").isEmpty();
        untilSeen(robot, "Maker 1 · 1");
        assertThat(access.asked)
                .as("asked for with the other cells of the rows")
                .hasSize(before);
    }

    @Test
    void aValueThatWasEditedOutOfSightIsShownWhenItsColumnIsSeen(FxRobot robot) throws TimeoutException {
        Table shelf = shelves.table("SHELF");
        robot.interact(() -> rows.show(shelf));
        until(() -> !cell(robot, 0, "NOTE_1").isEmpty());
        untilSeen(robot, "Maker 1 · 1");
        robot.interact(() -> rows.cells().go(0, "ID"));
        until(() -> cell(robot, 0, "MAKER").isEmpty());
        Snapshot first = shelves.store
                .find(new RecordKey(shelf.id(), Row.of("ID", Value.of(1))))
                .orElseThrow();
        robot.interact(() -> pending.change(
                List.of(new RecordChange(shelf, first, Map.of("MAKER", new FieldInput(Value.of(9), ""))))));
        Frames.pass();
        untilSeen(robot, "Maker 9 · 9");
    }

    @Test
    void aMakerIsFoundByNameInTheCellAndEnterGoesOn(FxRobot robot) throws TimeoutException {
        robot.write("maker 29");
        until(() -> access.searched.contains("maker 29") && access.idle());
        Frames.pass();
        robot.type(KeyCode.ENTER);
        until(() -> cell(robot, 0, "MAKER").equals("Maker 29 · 29"));
        assertThat(edited(1, "MAKER")).isEqualTo(Value.of(29));
        assertThat(rows.cells().currentIndex()).isEqualTo(1);
        robot.write("17");
        robot.type(KeyCode.ENTER);
        assertThat(edited(2, "MAKER")).as("a key that is typed needs no answer").isEqualTo(Value.of(17));
        robot.interact(() -> pending.undo());
        robot.interact(() -> pending.undo());
        assertThat(pending.unsaved()).as("one step each").isEmpty();
    }

    @Test
    void allColumnsOfALongerKeyAreSetByOneChoice(FxRobot robot) throws TimeoutException {
        robot.interact(() -> rows.cells().go(0, "LEVEL"));
        robot.write("window");
        until(() -> access.searched.contains("window") && access.idle());
        Frames.pass();
        robot.type(KeyCode.ENTER);
        until(() -> cell(robot, 0, "LEVEL").equals("By the window · 2"));
        assertThat(edited(1, "CODE")).isEqualTo(Value.of("S"));
        robot.interact(() -> pending.undo());
        assertThat(pending.unsaved()).isEmpty();
    }

    @Test
    void aRowThatIsNotThereIsSaidAndTheRecordIsOpenedByKeys(FxRobot robot) throws TimeoutException {
        robot.write("999");
        robot.type(KeyCode.ENTER);
        until(() -> cell(robot, 0, "MAKER").equals("999 · no longer exists"));
        robot.press(KeyCode.ALT).type(KeyCode.ENTER).release(KeyCode.ALT);
        assertThat(opened).extracting(ReferenceValues::key).containsExactly("299");
    }

    /** Goes to the maker of the first row, again while the grid is still being laid out, and waits for what is to be read there. */
    private void untilSeen(FxRobot robot, String maker) throws TimeoutException {
        until(() -> {
            String seen = cell(robot, 0, "MAKER");
            if (seen.isEmpty()) {
                rows.cells().go(0, "MAKER");
            }
            return seen.equals(maker);
        });
    }

    /** So many that the column after them is out of sight. */
    private static String notes(String each) {
        return IntStream.rangeClosed(1, 8).mapToObj(each::formatted).collect(Collectors.joining(", "));
    }

    private Value edited(int id, String column) {
        return pending.find(new RecordKey(new TableId("PUBLIC", "TOOL"), Row.of("ID", Value.of(id))))
                .orElseThrow()
                .draft()
                .get(column);
    }

    private static String cell(FxRobot robot, int index, String column) {
        return robot.lookup(".value-cell").queryAllAs(GridCell.class).stream()
                .filter(cell -> !cell.isEmpty()
                        && isSeen(cell)
                        && cell.getIndex() == index
                        && cell.column().equals(column))
                .map(cell -> Objects.requireNonNullElse(cell.getText(), ""))
                .findFirst()
                .orElse("");
    }

    /** The grid keeps rows that it shows no more. */
    private static boolean isSeen(Node node) {
        return node.isVisible() && (node.getParent() == null || isSeen(node.getParent()));
    }

    /** Counts what is asked. */
    private static final class Counting implements ReferenceAccess {
        private final ReferenceAccess real;
        private final List<Integer> asked = Collections.synchronizedList(new ArrayList<>());
        private final List<String> searched = Collections.synchronizedList(new ArrayList<>());
        private final AtomicInteger running = new AtomicInteger();

        Counting(ReferenceAccess real) {
            this.real = real;
        }

        boolean idle() {
            return running.get() == 0;
        }

        @Override
        public Map<Row, ReferenceTarget> targets(ForeignKey reference, Collection<Row> from) {
            asked.add(from.size());
            running.incrementAndGet();
            try {
                return real.targets(reference, from);
            } finally {
                running.decrementAndGet();
            }
        }

        @Override
        public ReadOutcome<TargetRows> closest(ForeignKey reference, String typed) {
            return real.closest(reference, typed);
        }

        @Override
        public ReadOutcome<TargetRows> search(ForeignKey reference, String typed) {
            running.incrementAndGet();
            try {
                return real.search(reference, typed);
            } finally {
                searched.add(typed);
                running.decrementAndGet();
            }
        }
    }
}
