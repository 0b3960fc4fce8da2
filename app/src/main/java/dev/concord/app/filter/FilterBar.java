package dev.concord.app.filter;

import dev.concord.ui.icon.Icon;
import dev.concord.ui.text.Texts;
import java.util.ArrayList;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/**
 * The conditions under which rows are shown, each with a button that removes it, and what was typed that is none; not there without
 * any.
 */
public final class FilterBar {
    private static final int LONGEST = 60;

    private final FilterModel model;
    private final Texts texts;
    private final Runnable goToRows;
    private final FlowPane conditions = new FlowPane();
    private final VBox root;

    /**
     * Shows the model's conditions.
     *
     * @param goToRows moves the keyboard focus to the rows, where the button that had it is gone
     */
    public FilterBar(FilterModel model, Texts texts, Runnable goToRows) {
        this.model = model;
        this.texts = texts;
        this.goToRows = goToRows;
        conditions.setId("filter-chips");
        conditions.getStyleClass().add("filter-conditions");
        conditions.setAccessibleText(texts.get("filter.chips"));
        Label problem = new Label("", Icon.ERROR.node());
        problem.setId("filter-problem");
        problem.getStyleClass().add("filter-problem");
        problem.setMnemonicParsing(false);
        problem.setWrapText(true);
        problem.textProperty().bind(model.problem());
        problem.visibleProperty().bind(model.problem().isNotEmpty());
        problem.managedProperty().bind(problem.visibleProperty());
        root = new VBox(conditions, problem);
        root.getStyleClass().add("filter-bar");
        root.visibleProperty().bind(conditions.visibleProperty().or(problem.visibleProperty()));
        root.managedProperty().bind(root.visibleProperty());
        model.chips().addListener((ListChangeListener<FilterChip>) change -> show());
        show();
    }

    /** The bar. */
    public Node root() {
        return root;
    }

    private void show() {
        List<Node> shown = new ArrayList<>();
        model.chips().forEach(chip -> shown.add(chip(chip)));
        if (!shown.isEmpty()) {
            Button all = new Button(texts.get("filter.clear-all"));
            all.setId("filter-clear-all");
            all.getStyleClass().addAll("flat", "small");
            all.setOnAction(pressed -> leave(model::clearAll));
            shown.add(all);
        }
        conditions.getChildren().setAll(shown);
        conditions.setVisible(!shown.isEmpty());
        conditions.setManaged(!shown.isEmpty());
    }

    private Node chip(FilterChip chip) {
        String sentence = chip.sentence();
        Label words = new Label(sentence.length() > LONGEST ? sentence.substring(0, LONGEST) + "…" : sentence);
        words.setMnemonicParsing(false);
        Button remove = new Button(texts.get("filter.remove", sentence), Icon.CLOSE.node());
        remove.setMnemonicParsing(false);
        remove.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        remove.getStyleClass().addAll("flat", "button-icon", "small");
        remove.setOnAction(pressed -> leave(chip.remove()));
        HBox box = new HBox(words, remove);
        box.getStyleClass().add("filter-chip");
        return box;
    }

    private void leave(Runnable clear) {
        goToRows.run();
        clear.run();
    }
}
