package dev.concord.app.filter;

import dev.concord.app.control.Hint;
import dev.concord.ui.icon.Icon;
import dev.concord.ui.text.Texts;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.Duration;

/**
 * The search through all texts of a table and the button that shows the filters of its columns. A search that takes longer than a
 * second says for how long it has looked, and can be stopped.
 */
public final class SearchBox {
    private final FilterModel model;
    private final Texts texts;
    private final ReadOnlyBooleanProperty looking;
    private final Runnable stop;
    private final Runnable goToRows;
    private final Runnable leave;
    private final TextField field = new TextField();
    private final Label since = new Label();
    private final HBox root;
    private final Timeline seconds = new Timeline();
    private int passed;

    /**
     * A search in the model's table.
     *
     * @param looking whether rows are being read
     * @param stop reads no further
     * @param goToRows goes to the selected row, or to the first one
     * @param leave moves the keyboard focus to the grid
     */
    public SearchBox(
            FilterModel model,
            Texts texts,
            ReadOnlyBooleanProperty looking,
            Runnable stop,
            Runnable goToRows,
            Runnable leave) {
        this.model = model;
        this.texts = texts;
        this.looking = looking;
        this.stop = stop;
        this.goToRows = goToRows;
        this.leave = leave;
        field.setId("row-search");
        field.setPromptText(texts.get("filter.search"));
        field.setAccessibleText(texts.get("filter.search"));
        Hint.put(field, texts.get("filter.search.hint"));
        field.textProperty().bindBidirectional(model.search());
        field.addEventHandler(KeyEvent.KEY_PRESSED, this::press);
        field.getStyleClass().add("row-search");
        Button stopping = new Button(texts.get("filter.stop"), Icon.CLOSE.node());
        stopping.setId("search-stop");
        stopping.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        stopping.getStyleClass().addAll("flat", "button-icon", "small");
        Hint.put(stopping, texts.get("filter.stop"));
        stopping.setOnAction(pressed -> stop.run());
        since.setMinWidth(Region.USE_PREF_SIZE);
        since.getStyleClass().add("concord-muted");
        HBox waiting = new HBox(since, stopping);
        waiting.getStyleClass().add("search-waiting");
        waiting.visibleProperty().bind(since.textProperty().isNotEmpty());
        waiting.managedProperty().bind(waiting.visibleProperty());
        ToggleButton filters = new ToggleButton(texts.get("filter.open"), Icon.FILTER.node());
        filters.setId("filter-open");
        filters.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        filters.setMinWidth(Region.USE_PREF_SIZE);
        filters.getStyleClass().addAll("flat", "button-icon");
        filters.selectedProperty().bindBidirectional(model.open());
        Hint.put(filters, texts.get("filter.open.hint"));
        root = new HBox(waiting, field, filters);
        root.getStyleClass().add("search-box");
        HBox.setHgrow(field, Priority.ALWAYS);
        seconds.setCycleCount(Animation.INDEFINITE);
        seconds.getKeyFrames().add(new KeyFrame(Duration.seconds(1), second -> say(passed + 1)));
        looking.subscribe(this::look);
    }

    /** The search and the button. */
    public Node root() {
        return root;
    }

    /** Moves the keyboard focus to the search. */
    public void focus() {
        field.requestFocus();
        field.selectAll();
    }

    private void look(boolean begun) {
        passed = 0;
        since.setText("");
        if (begun) {
            seconds.playFromStart();
        } else {
            seconds.stop();
        }
    }

    private void say(int second) {
        passed = second;
        since.setText(texts.get("filter.looking", second));
    }

    private void press(KeyEvent key) {
        switch (key.getCode()) {
            case ENTER -> model.apply();
            case ESCAPE -> {
                if (looking.get()) {
                    stop.run();
                } else if (field.getText().isEmpty()) {
                    leave.run();
                } else {
                    model.clearSearch();
                }
            }
            case DOWN -> {
                model.apply();
                goToRows.run();
            }
            default -> {
                return;
            }
        }
        key.consume();
    }
}
