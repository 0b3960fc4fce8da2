package dev.concord.app.paste;

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
    private final Texts texts;

    /** One of them: the key of its words, and the keys that are pressed. */
    private record Action(String words, KeyCombination keys, Runnable run) {}

    public PasteActions(PasteCommands commands, Texts texts) {
        this.texts = texts;
        this.actions = List.of(
                new Action("paste.menu.paste", control(KeyCode.V), () -> commands.paste(clipboard())),
                new Action(
                        "paste.menu.new",
                        new KeyCodeCombination(KeyCode.V, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN),
                        () -> commands.pasteAsNewRows(clipboard())),
                new Action("paste.menu.fill", control(KeyCode.D), commands::fillDown),
                new Action(
                        "paste.menu.set",
                        new KeyCodeCombination(KeyCode.ENTER, KeyCombination.SHORTCUT_DOWN),
                        commands::setMany),
                new Action("paste.menu.replace", control(KeyCode.H), commands::replace));
    }

    private static KeyCombination control(KeyCode code) {
        return new KeyCodeCombination(code, KeyCombination.SHORTCUT_DOWN);
    }

    private static String clipboard() {
        return Optional.ofNullable(Clipboard.getSystemClipboard().getString()).orElse("");
    }

    /** Acts on the keys pressed in a grid; not on those pressed in what stands in it, such as the boxes of the filters. */
    public void listenTo(Node grid) {
        grid.addEventHandler(KeyEvent.KEY_PRESSED, key -> actions.stream()
                .filter(action -> grid.equals(key.getTarget()) && action.keys().match(key))
                .findFirst()
                .ifPresent(action -> {
                    key.consume();
                    action.run().run();
                }));
    }

    /** Returns new entries for the menu of a cell. */
    public Stream<MenuItem> entries() {
        return actions.stream().map(action -> {
            MenuItem entry = new MenuItem(texts.get(action.words()));
            entry.setAccelerator(action.keys());
            entry.setOnAction(chosen -> action.run().run());
            return entry;
        });
    }
}
