package dev.concord.app.paste;

import dev.concord.app.action.Action;
import dev.concord.ui.text.Texts;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.MenuItem;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/** The keys and the menu by which many cells are changed. FX thread only. */
public final class PasteActions {
    private final List<Action> actions;

    public PasteActions(PasteCommands commands, Texts texts) {
        this.actions = List.of(
                new Action(texts.get("paste.menu.paste"), () -> commands.paste(clipboard()), control(KeyCode.V)),
                new Action(
                        texts.get("paste.menu.new"),
                        () -> commands.pasteAsNewRows(clipboard()),
                        new KeyCodeCombination(KeyCode.V, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN)),
                new Action(texts.get("paste.menu.fill"), commands::fillDown, control(KeyCode.D)),
                new Action(
                        texts.get("paste.menu.set"),
                        commands::setMany,
                        new KeyCodeCombination(KeyCode.ENTER, KeyCombination.SHORTCUT_DOWN)),
                new Action(texts.get("paste.menu.replace"), commands::replace, control(KeyCode.H)));
    }

    /** What they do. */
    public List<Action> actions() {
        return actions;
    }

    private static KeyCombination control(KeyCode code) {
        return new KeyCodeCombination(code, KeyCombination.SHORTCUT_DOWN);
    }

    private static String clipboard() {
        return Optional.ofNullable(Clipboard.getSystemClipboard().getString()).orElse("");
    }

    /** Acts on the keys pressed in a grid; not on those pressed in what stands in it, such as the boxes of the filters. */
    public void listenTo(Node grid) {
        grid.addEventHandler(KeyEvent.KEY_PRESSED, key -> {
            if (grid.equals(key.getTarget())) {
                Action.press(actions, key);
            }
        });
    }

    /** Returns new entries for the menu of a cell. */
    public Stream<MenuItem> entries() {
        return actions.stream().map(Action::entry);
    }
}
