package dev.concord.app.settings;

import dev.concord.app.control.Caption;
import dev.concord.merge.ColumnGroup;
import dev.concord.ui.icon.Icon;
import dev.concord.ui.text.Texts;
import java.util.List;
import java.util.stream.Collectors;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.controlsfx.control.CheckComboBox;

/** The columns a person put together, and a line to put more together. */
final class GroupsPane {
    private final TableRulesModel model;
    private final Texts texts;
    private final VBox list = new VBox();
    private final VBox root;

    GroupsPane(TableRulesModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        Label heading = new Label(texts.get("rules.groups"));
        heading.getStyleClass().add("rules-section");
        Label about = new Label(texts.get("rules.groups.about"));
        about.getStyleClass().add("concord-muted");
        about.setWrapText(true);
        list.getStyleClass().add("rules-groups");
        model.groups().addListener((ListChangeListener<ColumnGroup>) change -> show());
        show();
        root = new VBox(heading, about, list, adding());
        root.getStyleClass().add("rules-choices");
    }

    Node root() {
        return root;
    }

    private void show() {
        list.getChildren().setAll(model.groups().stream().map(this::line).toList());
    }

    private Node line(ColumnGroup group) {
        String columns = group.columns().stream().map(Caption::of).collect(Collectors.joining(", "));
        Label words = new Label(group.name().isEmpty() ? columns : group.name() + ": " + columns);
        words.setWrapText(true);
        HBox.setHgrow(words, Priority.ALWAYS);
        words.setMaxWidth(Double.MAX_VALUE);
        Button remove = new Button(texts.get("rules.groups.remove", columns), Icon.CLOSE.node());
        remove.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        remove.getStyleClass().addAll("flat", "button-icon", "small");
        remove.setOnAction(event -> model.removeGroup(group));
        HBox line = new HBox(words, remove);
        line.getStyleClass().add("rules-group");
        return line;
    }

    private Node adding() {
        TextField name = new TextField();
        name.setId("rules-group-name");
        name.setPromptText(texts.get("rules.groups.name"));
        name.setAccessibleText(texts.get("rules.groups.name"));
        CheckComboBox<String> columns = new CheckComboBox<>();
        columns.setId("rules-group-columns");
        columns.setTitle(texts.get("rules.groups.columns"));
        columns.setAccessibleText(texts.get("rules.groups.columns"));
        columns.setConverter(new Captions());
        columns.getItems()
                .setAll(model.columns().stream()
                        .map(choice -> choice.column().name())
                        .toList());
        columns.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(columns, Priority.ALWAYS);
        Button add = new Button(texts.get("rules.groups.add"), Icon.NEW.node());
        add.setId("rules-group-add");
        add.setMinWidth(Region.USE_PREF_SIZE);
        add.setDisable(true);
        columns.getCheckModel().getCheckedItems().addListener((ListChangeListener<String>)
                change -> add.setDisable(change.getList().size() < 2));
        add.setOnAction(event -> {
            model.addGroup(name.getText(), List.copyOf(columns.getCheckModel().getCheckedItems()));
            columns.getCheckModel().clearChecks();
            name.clear();
        });
        HBox line = new HBox(name, columns, add);
        line.getStyleClass().add("rules-group-new");
        return line;
    }

    /** Converts column names to captions; the captions are never parsed. */
    private static final class Captions extends StringConverter<String> {
        @Override
        public String toString(String column) {
            return Caption.of(column);
        }

        @Override
        public String fromString(String text) {
            return text;
        }
    }
}
