package dev.concord.app.settings;

import atlantafx.base.theme.Styles;
import dev.concord.app.control.Caption;
import dev.concord.merge.MergeRules.Automatic;
import dev.concord.ui.icon.Icon;
import dev.concord.ui.text.Texts;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** How changes of one table's rows are merged: what by itself, which columns together, and each column's own rule. */
public final class TableRulesView {
    private final TableRulesModel model;
    private final Texts texts;
    private final BorderPane root = new BorderPane();

    public TableRulesView(TableRulesModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        VBox page = new VBox(automatic(), new GroupsPane(model, texts).root(), new ColumnsPane(model, texts).root());
        page.getStyleClass().add("rules-page");
        ScrollPane scroll = new ScrollPane(page);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("edge-to-edge");
        root.getStyleClass().add("rules");
        root.setTop(header());
        root.setCenter(scroll);
        root.setBottom(footer());
        root.setAccessibleText(title());
        root.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    }

    /** The window's title. */
    public String title() {
        return texts.get("rules.title", Caption.of(model.table().id().name()));
    }

    /** What to put on the screen. */
    public Parent root() {
        return root;
    }

    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            event.consume();
            model.cancel();
        } else if (event.getCode() == KeyCode.ENTER && event.isShortcutDown()) {
            event.consume();
            model.save();
        }
    }

    private Node header() {
        Label title = new Label(title(), Icon.SETTINGS.node());
        title.getStyleClass().add("rules-title");
        Label about = new Label(texts.get("rules.about"));
        about.getStyleClass().add("concord-muted");
        about.setWrapText(true);
        VBox header = new VBox(title, about);
        header.getStyleClass().add("rules-header");
        return header;
    }

    private Node automatic() {
        Label heading = new Label(texts.get("rules.automatic"));
        heading.getStyleClass().add("rules-section");
        VBox choices = new VBox(heading);
        choices.getStyleClass().add("rules-choices");
        ToggleGroup group = new ToggleGroup();
        for (Automatic automatic : Automatic.values()) {
            RadioButton button = new RadioButton(texts.get("rules.automatic." + ChoiceKey.of(automatic)));
            button.setId("rules-" + ChoiceKey.of(automatic));
            button.setToggleGroup(group);
            button.setWrapText(true);
            button.setOnAction(event -> model.automatic().set(automatic));
            model.automatic().subscribe(now -> button.setSelected(now == automatic));
            choices.getChildren().add(button);
        }
        return choices;
    }

    private Node footer() {
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Button cancel = new Button(texts.get("rules.cancel"));
        cancel.setId("rules-cancel");
        cancel.setOnAction(event -> model.cancel());
        Button save = new Button(texts.get("rules.save"), Icon.SAVE.node());
        save.setId("rules-save");
        save.getStyleClass().add(Styles.ACCENT);
        save.setOnAction(event -> model.save());
        for (Button button : List.of(cancel, save)) {
            button.setMinWidth(Region.USE_PREF_SIZE);
        }
        HBox footer = new HBox(space, cancel, save);
        footer.getStyleClass().add("rules-footer");
        return footer;
    }
}
