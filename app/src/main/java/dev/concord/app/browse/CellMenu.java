package dev.concord.app.browse;

import dev.concord.app.cells.CellSelection;
import dev.concord.app.filter.FilterModel;
import dev.concord.catalog.Column;
import dev.concord.record.Row;
import dev.concord.ui.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableView;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/**
 * The menu of a cell: what filters rows by its value, and what others can do at what is selected. By the menu key it is that of the
 * current cell.
 */
final class CellMenu {
    private static final KeyCombination SHIFT_F10 = new KeyCodeCombination(KeyCode.F10, KeyCombination.SHIFT_DOWN);

    private final TableView<Row> grid;
    private final FilterModel filters;
    private final CellSelection cells;
    private final Texts texts;
    private final ContextMenu menu = new ContextMenu();
    private final List<Supplier<Stream<MenuItem>>> offers = new ArrayList<>();

    CellMenu(TableView<Row> grid, FilterModel filters, CellSelection cells, Texts texts) {
        this.grid = grid;
        this.filters = filters;
        this.cells = cells;
        this.texts = texts;
        grid.addEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, event -> {
            if (event.isKeyboardTrigger()) {
                showForCurrent();
            } else {
                show(ofCell(event), event.getScreenX(), event.getScreenY());
            }
            event.consume();
        });
        // Not every desktop makes an event of its own of these keys.
        grid.addEventHandler(KeyEvent.KEY_PRESSED, key -> {
            if (key.getCode() == KeyCode.CONTEXT_MENU || SHIFT_F10.match(key)) {
                showForCurrent();
                key.consume();
            }
        });
    }

    /** Adds entries, which are made anew each time the menu is shown. */
    void offer(Supplier<Stream<MenuItem>> entries) {
        offers.add(entries);
    }

    private void showForCurrent() {
        Node cell = grid.lookup(".value-cell:current");
        Node beside = cell == null ? grid : cell;
        Bounds place = beside.localToScreen(beside.getLayoutBounds());
        List<MenuItem> items = cells.current()
                .map(current -> ofCell(current.row(), current.column()))
                .orElse(List.of());
        show(items, place.getMinX(), cell == null ? place.getMinY() : place.getMaxY());
    }

    private void show(List<MenuItem> items, double x, double y) {
        menu.hide();
        if (!items.isEmpty()) {
            menu.getItems().setAll(items);
            for (Supplier<Stream<MenuItem>> more : offers) {
                menu.getItems().add(new SeparatorMenuItem());
                more.get().forEach(menu.getItems()::add);
            }
            menu.show(grid, x, y);
        }
    }

    private List<MenuItem> ofCell(ContextMenuEvent event) {
        Node pressed = event.getPickResult().getIntersectedNode();
        return Stream.iterate(pressed, Objects::nonNull, Node::getParent)
                .flatMap(node -> node instanceof TableCell<?, ?> cell ? Stream.of(cell) : Stream.empty())
                .findFirst()
                .filter(cell -> cell.getTableRow() != null && cell.getTableRow().getItem() instanceof Row)
                .map(cell -> cell.getTableColumn() instanceof ValueColumn column
                        ? ofCell((Row) cell.getTableRow().getItem(), column.column())
                        : List.<MenuItem>of())
                .orElse(List.of());
    }

    private List<MenuItem> ofCell(Row row, Column column) {
        return List.of(
                item("filter.only", () -> filters.only(column.name(), row.get(column.name()))),
                item("filter.all-but", () -> filters.allBut(column.name(), row.get(column.name()))),
                clear());
    }

    private MenuItem clear() {
        MenuItem item = item("filter.clear", filters::clearAll);
        item.setDisable(filters.chips().isEmpty());
        return item;
    }

    private MenuItem item(String key, Runnable action) {
        MenuItem item = new MenuItem(texts.get(key));
        item.setOnAction(chosen -> action.run());
        return item;
    }
}
