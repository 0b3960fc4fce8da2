package dev.concord.app.shell;

import atlantafx.base.theme.Tweaks;
import dev.concord.app.control.Hint;
import dev.concord.ui.icon.Icon;
import dev.concord.ui.text.Language;
import dev.concord.ui.text.Texts;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleGroup;

/** The button with the languages, each by its own name, so that whoever cannot read the window finds the right one. */
final class LanguageMenu {
    private final MenuButton button;

    LanguageMenu(ShellModel model, Texts texts) {
        button = new MenuButton(texts.get("shell.language"), Icon.LANGUAGE.node());
        button.setId("language");
        button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        button.getStyleClass().addAll("flat", "button-icon", Tweaks.NO_ARROW);
        Hint.put(button, texts.get("shell.language"));
        ToggleGroup group = new ToggleGroup();
        Stream.of(Language.values()).forEach(language -> {
            RadioMenuItem item = new RadioMenuItem(texts.get("shell.language." + language.key()));
            item.setToggleGroup(group);
            item.setOnAction(chosen -> model.choose(language));
            model.language().subscribe(now -> item.setSelected(now == language));
            button.getItems().add(item);
        });
    }

    Node node() {
        return button;
    }
}
