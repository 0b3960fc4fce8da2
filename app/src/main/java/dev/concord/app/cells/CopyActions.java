package dev.concord.app.cells;

import dev.concord.app.action.Action;
import dev.concord.ui.text.Texts;
import java.util.List;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/** The keys and the menu by which cells are copied. FX thread only. */
public final class CopyActions {
    private static final KeyCombination COPY = new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination COPY_TOO = new KeyCodeCombination(KeyCode.INSERT, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination COPY_AS =
            new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN);

    private final CellCopy copy;
    private final Texts texts;
    private final ContextMenu menu = new ContextMenu();

    public CopyActions(CellCopy copy, Texts texts) {
        this.copy = copy;
        this.texts = texts;
        menu.setId("copy-as");
    }

    /** Acts on the keys pressed in a grid; not on those pressed in what stands in it, such as the boxes of the filters. */
    public void listenTo(Node grid) {
        grid.addEventHandler(KeyEvent.KEY_PRESSED, key -> {
            if (!grid.equals(key.getTarget())) {
                return;
            }
            if (COPY.match(key) || COPY_TOO.match(key)) {
                copy(CopyForm.TABS);
                key.consume();
            } else if (COPY_AS.match(key)) {
                showMenu(grid);
                key.consume();
            }
        });
    }

    private void showMenu(Node grid) {
        Node cell = grid.lookup(".value-cell:current");
        Node beside = cell == null ? grid : cell;
        Bounds place = beside.localToScreen(beside.getLayoutBounds());
        menu.getItems().setAll(forms());
        menu.show(grid, place.getMinX(), cell == null ? place.getMinY() : place.getMaxY());
    }

    /** What they do, each form by itself. */
    public List<Action> actions() {
        return Stream.concat(
                        Stream.of(new Action(
                                texts.get(CopyForm.TABS.words()), () -> copy(CopyForm.TABS), COPY, COPY_TOO)),
                        otherForms()
                                .map(form -> new Action(
                                        texts.get("copy.as.form", texts.get(form.words())), () -> copy(form))))
                .toList();
    }

    /** Returns new entries for the menu of a cell. */
    public Stream<MenuItem> entries() {
        MenuItem plain = item(CopyForm.TABS);
        plain.setAccelerator(COPY);
        Menu as = new Menu(texts.get("copy.as"));
        as.getItems().setAll(forms());
        return Stream.of(plain, as);
    }

    private List<MenuItem> forms() {
        return otherForms().map(this::item).toList();
    }

    private static Stream<CopyForm> otherForms() {
        return Stream.of(CopyForm.values()).filter(form -> form != CopyForm.TABS);
    }

    private MenuItem item(CopyForm form) {
        MenuItem item = new MenuItem(texts.get(form.words()));
        item.setOnAction(chosen -> copy(form));
        return item;
    }

    private void copy(CopyForm form) {
        copy.copy(form, CopyActions::put);
    }

    private static void put(CopiedText copied) {
        ClipboardContent content = new ClipboardContent();
        content.putString(copied.text());
        copied.html().ifPresent(content::putHtml);
        Clipboard.getSystemClipboard().setContent(content);
    }
}
