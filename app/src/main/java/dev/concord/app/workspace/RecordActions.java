package dev.concord.app.workspace;

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
    static final KeyCombination DUPLICATE =
            new KeyCodeCombination(KeyCode.N, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN);

    /** A new row, as in other programs: Insert, and Ctrl with the plus of either part of the keyboard. */
    private static final List<KeyCombination> ROW = List.of(
            new KeyCodeCombination(KeyCode.INSERT),
            new KeyCodeCombination(KeyCode.ADD, KeyCombination.SHORTCUT_DOWN),
            new KeyCodeCombination(KeyCode.PLUS, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_ANY),
            new KeyCodeCombination(KeyCode.EQUALS, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN));

    private final WorkspaceModel model;
    private final Texts texts;

    RecordActions(WorkspaceModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
    }

    /** Acts on the keys pressed in the grid. */
    void listenTo(Node grid) {
        grid.addEventHandler(KeyEvent.KEY_PRESSED, key -> {
            if (key.getTarget().equals(grid) && DELETE.match(key)) {
                key.consume();
                model.deleteSelected();
            } else if (key.getTarget().equals(grid) && ROW.stream().anyMatch(row -> row.match(key))) {
                key.consume();
                model.newRow();
            }
        });
    }

    /** Returns new entries for the menu of a cell. */
    Stream<MenuItem> entries() {
        return Stream.of(
                entry("shell.menu.new-row", ROW.getFirst(), model::newRow),
                entry("shell.menu.duplicate", DUPLICATE, model::duplicate),
                entry("shell.menu.delete", DELETE, model::deleteSelected));
    }

    private MenuItem entry(String words, KeyCombination keys, Runnable run) {
        MenuItem entry = new MenuItem(texts.get(words));
        entry.setAccelerator(keys);
        entry.setOnAction(chosen -> run.run());
        return entry;
    }
}
