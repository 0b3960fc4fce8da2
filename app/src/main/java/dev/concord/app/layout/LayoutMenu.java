package dev.concord.app.layout;

import atlantafx.base.theme.Tweaks;
import dev.concord.app.control.Hint;
import dev.concord.ui.icon.Icon;
import dev.concord.ui.text.Texts;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;

/** The button above the rows with all that says how a table is looked at: saved views, columns, and the height of rows. */
public final class LayoutMenu {
    private final SavedViewsModel views;
    private final LayoutModel layouts;
    private final Texts texts;
    private final Runnable left;
    private final MenuButton button;
    /** Whether the keyboard focus was in the rows before. */
    private boolean byKey;

    /**
     * A button for the table that is laid out.
     *
     * @param left moves the keyboard focus to the rows, after something was chosen
     */
    public LayoutMenu(SavedViewsModel views, LayoutModel layouts, Texts texts, Runnable left) {
        this.views = views;
        this.layouts = layouts;
        this.texts = texts;
        this.left = left;
        // Without entries, a menu is not shown at all, and is not asked for any.
        button = new MenuButton(texts.get("layout.menu"), Icon.COLUMNS.node(), new MenuItem());
        button.setId("view-menu");
        button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        button.getStyleClass().addAll("flat", "button-icon", Tweaks.NO_ARROW);
        Hint.put(button, texts.get("layout.menu.hint"));
        button.setOnShowing(showing -> button.getItems().setAll(items()));
        button.setOnHidden(hidden -> {
            if (byKey && button.isFocused()) {
                left.run();
            }
            byKey = false;
        });
    }

    /** The button. */
    public Node node() {
        return button;
    }

    /** Shows the menu, as its key demands; without a choice, the keyboard focus goes back to the rows. */
    public void show() {
        // Before there is a table, the button may have no place yet.
        if (views.ready()) {
            byKey = true;
            button.requestFocus();
            button.show();
        }
    }

    private List<MenuItem> items() {
        List<MenuItem> items = new ArrayList<>();
        boolean ready = views.ready();
        ToggleGroup shown = new ToggleGroup();
        items.add(choice(shown, texts.get("layout.view.none"), ready && views.noneInForce(), views::applyNone));
        for (SavedView view : views.all()) {
            items.add(choice(shown, view.name(), views.inForce(view), () -> views.apply(view)));
        }
        items.add(item("layout.view.keep", views::askName));
        if (!views.all().isEmpty()) {
            items.add(forgetting());
        }
        items.add(new SeparatorMenuItem());
        items.add(item("layout.columns", layouts::askColumns));
        MenuItem all = item("layout.show-all", layouts::showAll);
        items.add(all);
        items.forEach(entry -> entry.setDisable(!ready));
        all.setDisable(layouts.layout().get().hidden().isEmpty());
        items.add(new SeparatorMenuItem());
        ToggleGroup heights = new ToggleGroup();
        RowHeight now = layouts.rowHeight().get();
        items.add(choice(
                heights,
                texts.get("layout.rows.compact"),
                now == RowHeight.COMPACT,
                () -> layouts.makeRows(RowHeight.COMPACT)));
        items.add(choice(
                heights,
                texts.get("layout.rows.comfortable"),
                now == RowHeight.COMFORTABLE,
                () -> layouts.makeRows(RowHeight.COMFORTABLE)));
        return items;
    }

    private MenuItem choice(ToggleGroup group, String words, boolean chosen, Runnable action) {
        RadioMenuItem item = new RadioMenuItem(words);
        item.setMnemonicParsing(false);
        item.setToggleGroup(group);
        item.setSelected(chosen);
        act(item, action);
        return item;
    }

    private Menu forgetting() {
        Menu menu = new Menu(texts.get("layout.view.forget"));
        for (SavedView view : views.all()) {
            MenuItem item = new MenuItem(view.name());
            item.setMnemonicParsing(false);
            act(item, () -> views.forget(view));
            menu.getItems().add(item);
        }
        return menu;
    }

    private MenuItem item(String key, Runnable action) {
        MenuItem item = new MenuItem(texts.get(key));
        act(item, action);
        return item;
    }

    private void act(MenuItem item, Runnable action) {
        item.setOnAction(chosen -> {
            left.run();
            action.run();
        });
    }
}
