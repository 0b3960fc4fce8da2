package dev.concord.app.settings;

import dev.concord.app.control.Caption;
import dev.concord.merge.ColumnRule.Adding;
import dev.concord.ui.text.Texts;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

/** A line for each column: whether it counts, whether it is a quantity, and how its values are compared. */
final class ColumnsPane {
    private static final double[] PERCENTS = {26, 20, 24, 30};

    private final Texts texts;
    private final GridPane grid = new GridPane();
    private final VBox root;

    ColumnsPane(TableRulesModel model, Texts texts) {
        this.texts = texts;
        for (double percent : PERCENTS) {
            ColumnConstraints column = new ColumnConstraints();
            column.setPercentWidth(percent);
            grid.getColumnConstraints().add(column);
        }
        grid.getStyleClass().add("rules-columns");
        grid.addRow(0, caption("field"), caption("ignored"), caption("quantity"), caption("form"));
        int row = 1;
        for (ColumnChoice choice : model.columns()) {
            grid.addRow(row++, name(choice), ignored(choice), quantity(choice), form(choice));
        }
        Label heading = new Label(texts.get("rules.columns"));
        heading.getStyleClass().add("rules-section");
        Label about = new Label(texts.get(model.comparesSome() ? "rules.columns.fixed" : "rules.columns.about"));
        about.getStyleClass().add("concord-muted");
        about.setWrapText(true);
        root = new VBox(heading, about, grid);
        root.getStyleClass().add("rules-choices");
    }

    Node root() {
        return root;
    }

    private Label caption(String column) {
        Label label = new Label(texts.get("rules.column." + column));
        label.getStyleClass().add("rules-caption");
        label.setWrapText(true);
        return label;
    }

    private Label name(ColumnChoice choice) {
        Label name = new Label(Caption.of(choice.column().name()));
        name.setWrapText(true);
        return name;
    }

    private Node ignored(ColumnChoice choice) {
        CheckBox box = new CheckBox();
        box.setId("rules-ignored-" + choice.column().name());
        box.setAccessibleText(texts.get("rules.column.ignored.of", name(choice).getText()));
        box.selectedProperty().bindBidirectional(choice.ignored());
        box.setDisable(!choice.mayBeIgnored());
        return box;
    }

    private Node quantity(ColumnChoice choice) {
        if (!choice.mayBeAdded()) {
            return new Label();
        }
        ComboBox<Adding> box = box(List.of(Adding.values()), choice.adding(), "rules.quantity.");
        box.setId("rules-quantity-" + choice.column().name());
        box.setAccessibleText(texts.get("rules.column.quantity.of", name(choice).getText()));
        return box;
    }

    private Node form(ColumnChoice choice) {
        if (choice.forms().size() < 2) {
            return new Label(texts.get("rules.form.whole"));
        }
        var box = box(choice.forms(), choice.form(), "rules.form.");
        box.setId("rules-form-" + choice.column().name());
        box.setAccessibleText(texts.get("rules.column.form.of", name(choice).getText()));
        TextField separator = new TextField();
        separator.setAccessibleText(texts.get("rules.separator"));
        separator.setPromptText(texts.get("rules.separator"));
        separator.getStyleClass().add("rules-separator");
        separator.textProperty().bindBidirectional(choice.separator());
        separator.visibleProperty().bind(choice.form().map(form -> choice.separated()));
        separator.managedProperty().bind(separator.visibleProperty());
        HBox both = new HBox(box, separator);
        both.getStyleClass().add("rules-form");
        return both;
    }

    private <E extends Enum<E>> ComboBox<E> box(List<E> choices, ObjectProperty<E> chosen, String key) {
        ComboBox<E> box = new ComboBox<>();
        box.getItems().setAll(choices);
        box.setConverter(new Words<>(key, texts));
        box.valueProperty().bindBidirectional(chosen);
        box.setMaxWidth(Double.MAX_VALUE);
        return box;
    }

    /** Converts a choice to words; the words are never parsed. */
    private static final class Words<E extends Enum<E>> extends StringConverter<E> {
        private final String key;
        private final Texts texts;

        Words(String key, Texts texts) {
            this.key = key;
            this.texts = texts;
        }

        @Override
        public String toString(E choice) {
            return texts.get(key + ChoiceKey.of(choice));
        }

        @Override
        public E fromString(String text) {
            throw new UnsupportedOperationException("A choice is picked, not typed");
        }
    }
}
