package dev.concord.app.browse;

import dev.concord.app.cells.CurrentCell;
import dev.concord.app.layout.LayoutModel;
import dev.concord.app.layout.TableLayout;
import dev.concord.catalog.Column;
import dev.concord.query.PageRequest.Sort;
import dev.concord.record.RecordNames;
import dev.concord.ui.text.Texts;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.skin.TableColumnHeader;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyEvent;

/**
 * The menu of a column's header, and the keys that do the same to the column of the current cell: Alt+Down opens the menu, Alt with Left
 * and Right moves the column, and with Shift makes it narrower and wider; Alt+Home freezes the columns up to it, or lets them scroll again.
 */
final class HeaderMenu {
    /** By how much a key changes a width, in pixels. */
    private static final double STEP = 20;

    private final RowsGrid grid;
    private final RowsModel model;
    private final LayoutModel layouts;
    private final Texts texts;
    private final ContextMenu menu = new ContextMenu();

    HeaderMenu(RowsGrid grid, RowsModel model, Texts texts) {
        this.grid = grid;
        this.model = model;
        this.layouts = model.layouts();
        this.texts = texts;
        menu.setId("header-menu");
        // Before the grid's own handler, which shows the menu of a cell.
        grid.addEventFilter(ContextMenuEvent.CONTEXT_MENU_REQUESTED, event -> {
            if (!event.isKeyboardTrigger()) {
                header(event.getPickResult().getIntersectedNode()).ifPresent(column -> {
                    show(column, event.getScreenX(), event.getScreenY());
                    event.consume();
                });
            }
        });
        grid.addEventFilter(KeyEvent.KEY_PRESSED, key -> {
            if (key.getTarget() == grid && key.isAltDown() && !key.isShortcutDown() && press(key)) {
                key.consume();
            }
        });
    }

    private static Optional<Column> header(Node pressed) {
        List<Node> around =
                Stream.iterate(pressed, Objects::nonNull, Node::getParent).toList();
        // The box of a filter has a menu of its own.
        return around.stream().anyMatch(TextInputControl.class::isInstance)
                ? Optional.empty()
                : around.stream().flatMap(HeaderMenu::columnOf).findFirst();
    }

    private static Stream<Column> columnOf(Node node) {
        return node instanceof TableColumnHeader header && header.getTableColumn() instanceof ValueColumn value
                ? Stream.of(value.column())
                : Stream.empty();
    }

    private boolean press(KeyEvent key) {
        Optional<Column> column = model.cells().current().map(CurrentCell::column);
        if (column.isEmpty()) {
            return false;
        }
        boolean resize = key.isShiftDown();
        switch (key.getCode()) {
            case DOWN, KP_DOWN -> showBelow(column.get());
            case HOME -> layouts.freeze(column.get().name());
            case LEFT, KP_LEFT -> act(column.get(), resize, -1);
            case RIGHT, KP_RIGHT -> act(column.get(), resize, 1);
            default -> {
                return false;
            }
        }
        return true;
    }

    private void act(Column column, boolean resize, int direction) {
        if (resize) {
            shown(column).ifPresent(shown -> layouts.widen(column.name(), shown.getWidth() + direction * STEP));
        } else {
            beside(column, direction).ifPresent(place -> move(column, place));
        }
    }

    private Optional<ValueColumn> shown(Column column) {
        return grid.getVisibleLeafColumns().stream()
                .flatMap(shown -> shown instanceof ValueColumn value ? Stream.of(value) : Stream.empty())
                .filter(value -> value.column().equals(column))
                .findFirst();
    }

    /** By itself, a column is as wide as its values, but a long text is cut. */
    private void fit(Column column) {
        layouts.fit(column.name());
        shown(column)
                .filter(value -> value.whole(model.rows()) > value.getWidth())
                .ifPresent(value -> layouts.widen(column.name(), value.whole(model.rows())));
    }

    /** The column shown to the left or right of another one. */
    private Optional<String> beside(Column column, int direction) {
        List<String> shown = layouts.layout().get().shown();
        int place = shown.indexOf(column.name()) + direction;
        return place >= 0 && place < shown.size() ? Optional.of(shown.get(place)) : Optional.empty();
    }

    private void move(Column column, String place) {
        layouts.put(layouts.layout().get().moving(column.name(), place));
    }

    private void showBelow(Column column) {
        Bounds header = grid.lookupAll(".column-header").stream()
                .filter(node -> columnOf(node).anyMatch(column::equals))
                .findFirst()
                .map(node -> node.localToScreen(node.getLayoutBounds()))
                .orElseGet(() -> grid.localToScreen(grid.getLayoutBounds()));
        show(column, header.getMinX(), header.getMaxY());
    }

    private void show(Column column, double x, double y) {
        // What is edited in a cell ends, because its column may go.
        grid.requestFocus();
        menu.hide();
        TableLayout now = layouts.layout().get();
        Optional<String> left = beside(column, -1);
        Optional<String> right = beside(column, 1);
        menu.getItems()
                .setAll(
                        item("layout.sort-up", true, () -> sort(new Sort(column.name(), true))),
                        item("layout.sort-down", true, () -> sort(new Sort(column.name(), false))),
                        item("layout.sort-none", !now.order().isEmpty(), this::sort),
                        new SeparatorMenuItem(),
                        item("layout.hide", now.shown().size() > 1, () -> layouts.hide(column.name())),
                        item("layout.move-left", left.isPresent(), () -> left.ifPresent(place -> move(column, place))),
                        item(
                                "layout.move-right",
                                right.isPresent(),
                                () -> right.ifPresent(place -> move(column, place))),
                        item("layout.fit", true, () -> fit(column)),
                        new SeparatorMenuItem(),
                        item("layout.freeze", true, () -> layouts.freeze(column.name())),
                        item("layout.unfreeze", now.frozen() > 0, layouts::unfreeze),
                        new SeparatorMenuItem(),
                        naming(column),
                        new SeparatorMenuItem(),
                        item("layout.columns", true, layouts::askColumns),
                        item("layout.show-all", !now.hidden().isEmpty(), layouts::showAll));
        menu.show(grid, x, y);
    }

    private void sort(Sort... order) {
        model.sortBy(List.of(order));
    }

    private MenuItem naming(Column column) {
        CheckMenuItem item = new CheckMenuItem(texts.get("layout.naming"));
        item.setSelected(layouts.naming().equals(Optional.of(column)));
        item.setDisable(!RecordNames.canName(column));
        item.setOnAction(chosen -> layouts.nameBy(column));
        return item;
    }

    private MenuItem item(String key, boolean possible, Runnable action) {
        MenuItem item = new MenuItem(texts.get(key));
        item.setDisable(!possible);
        item.setOnAction(chosen -> action.run());
        return item;
    }
}
