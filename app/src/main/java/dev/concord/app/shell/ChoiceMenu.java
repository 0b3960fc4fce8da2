package dev.concord.app.shell;

import atlantafx.base.theme.Tweaks;
import dev.concord.app.control.Hint;
import dev.concord.ui.icon.Icon;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleGroup;

/** A button in the bar on top with a menu in which one of a few things is chosen. */
final class ChoiceMenu {
    private final MenuButton button;

    /**
     * @param id its id, for the keyboard and for tests
     * @param words what is chosen there, for people who cannot see the picture
     */
    ChoiceMenu(String id, String words, Icon picture) {
        button = new MenuButton(words, picture.node());
        button.setId(id);
        button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        button.getStyleClass().addAll("flat", "button-icon", Tweaks.NO_ARROW);
        Hint.put(button, words);
    }

    /**
     * Adds what can be chosen.
     *
     * @param names what each is called
     * @param chosen what is chosen now
     * @param choose called with what is chosen next
     */
    <T> ChoiceMenu of(List<T> choices, Function<T, String> names, ObservableValue<T> chosen, Consumer<T> choose) {
        ToggleGroup group = new ToggleGroup();
        for (T choice : choices) {
            RadioMenuItem item = new RadioMenuItem(names.apply(choice));
            item.setToggleGroup(group);
            item.setOnAction(pressed -> choose.accept(choice));
            chosen.subscribe(now -> item.setSelected(now.equals(choice)));
            button.getItems().add(item);
        }
        return this;
    }

    Node node() {
        return button;
    }
}
