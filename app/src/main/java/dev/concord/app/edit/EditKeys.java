package dev.concord.app.edit;

import static javafx.scene.input.KeyCombination.SHIFT_DOWN;
import static javafx.scene.input.KeyCombination.SHORTCUT_DOWN;

import java.util.LinkedHashMap;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/**
 * The form's keys. They are filtered before a field receives them, because a text field's own undo does not include the
 * other fields.
 */
final class EditKeys {
    private final Map<KeyCombination, Runnable> keys = new LinkedHashMap<>();

    /**
     * Keys that nothing listens to yet.
     *
     * @param save saves all that is unsaved, not in this form alone
     * @param find shows the search for fields
     */
    EditKeys(EditModel model, Runnable save, Runnable find) {
        keys.put(new KeyCodeCombination(KeyCode.S, SHORTCUT_DOWN), save);
        keys.put(new KeyCodeCombination(KeyCode.Z, SHORTCUT_DOWN), model::undo);
        keys.put(new KeyCodeCombination(KeyCode.Z, SHORTCUT_DOWN, SHIFT_DOWN), model::redo);
        keys.put(new KeyCodeCombination(KeyCode.Y, SHORTCUT_DOWN), model::redo);
        keys.put(new KeyCodeCombination(KeyCode.N, SHORTCUT_DOWN), model::newRecord);
        keys.put(new KeyCodeCombination(KeyCode.F5), model::refresh);
        keys.put(new KeyCodeCombination(KeyCode.F, SHORTCUT_DOWN, SHIFT_DOWN), find);
    }

    void listenIn(Node node) {
        node.addEventFilter(KeyEvent.KEY_PRESSED, event -> keys.entrySet().stream()
                .filter(key -> key.getKey().match(event))
                .findFirst()
                .ifPresent(key -> {
                    key.getValue().run();
                    event.consume();
                }));
    }
}
