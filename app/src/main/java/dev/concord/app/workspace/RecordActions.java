package dev.concord.app.workspace;

import dev.concord.app.action.Action;
import dev.concord.ui.text.Texts;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/** The keys and the entries of the grid's menu that concern whole records: marking them to be deleted, and copying one. */
final class RecordActions {
    private static final KeyCombination DELETE = new KeyCodeCombination(KeyCode.DELETE, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination DUPLICATE =
            new KeyCodeCombination(KeyCode.N, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN);

    /** As for the row that a reference leads to, whose cell sees this key first. */
    private static final KeyCombination OPEN = new KeyCodeCombination(KeyCode.ENTER, KeyCombination.ALT_DOWN);

    /** A new row, as in other programs: Insert, and Ctrl with the plus of either part of the keyboard. */
    private static final KeyCombination[] ROW = {
        new KeyCodeCombination(KeyCode.INSERT),
        new KeyCodeCombination(KeyCode.ADD, KeyCombination.SHORTCUT_DOWN),
        new KeyCodeCombination(KeyCode.PLUS, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_ANY),
        new KeyCodeCombination(KeyCode.EQUALS, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN)
    };

    private final List<Action> actions;

    private RecordActions(Action... actions) {
        this.actions = List.of(actions);
    }

    /** Those of the rows of the table shown. */
    static RecordActions ofTable(WorkspaceModel model, Texts texts) {
        return new RecordActions(
                new Action(texts.get("shell.menu.new-row"), model::newRow, ROW),
                new Action(texts.get("shell.menu.duplicate"), model::duplicate, DUPLICATE),
                new Action(texts.get("shell.menu.delete"), model::deleteSelected, DELETE));
    }

    /** Those of the rows related to the record shown. */
    static RecordActions ofRelated(WorkspaceModel model, Texts texts) {
        GridParts grid = model.relatedGrid();
        return new RecordActions(
                new Action(texts.get("shell.menu.open-related"), model::openRelated, OPEN),
                new Action(texts.get("shell.menu.new-row"), grid.fresh()::go, ROW),
                new Action(texts.get("shell.menu.delete"), grid.deleting()::mark, DELETE));
    }

    /** What they do. */
    List<Action> actions() {
        return actions;
    }

    /** Acts on the keys pressed in the grid. */
    void listenTo(Node grid) {
        grid.addEventHandler(KeyEvent.KEY_PRESSED, key -> {
            if (key.getTarget().equals(grid)) {
                Action.press(actions, key);
            }
        });
    }

    /** Returns new entries for the menu of a cell. */
    Stream<MenuItem> entries() {
        return actions.stream().map(Action::entry);
    }
}
