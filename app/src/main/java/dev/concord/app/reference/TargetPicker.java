package dev.concord.app.reference;

import dev.concord.app.control.Caption;
import dev.concord.catalog.ForeignKey;
import dev.concord.ui.text.Texts;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** A search for another row to refer to, over a screen that it covers until a row is chosen: a text field, and the rows found. */
public final class TargetPicker {
    private final Consumer<TargetRow> chosen;
    private final Runnable close;
    private final TargetChoices choices;
    private final StackPane root = new StackPane();

    /**
     * Opens with the first rows of the table referred to.
     *
     * @param chosen receives the row chosen, before the picker closes
     * @param close removes the picker from the screen
     */
    public TargetPicker(
            ReferenceModel references, ForeignKey reference, Texts texts, Consumer<TargetRow> chosen, Runnable close) {
        this.chosen = chosen;
        this.close = close;
        this.choices = new TargetChoices(references, reference, texts, this::choose);
        String target = Caption.of(reference.target().name());
        Label title = new Label(texts.get("reference.title", target));
        title.getStyleClass().add("concord-heading");
        TextField words = new TextField();
        words.setId("pick-words");
        words.setPromptText(texts.get("reference.prompt"));
        words.setAccessibleText(texts.get("reference.title", target));
        choices.state().subscribe(words::setAccessibleHelp);
        VBox.setVgrow(choices.root(), Priority.ALWAYS);
        VBox card = new VBox(title, words, choices.root());
        card.getStyleClass().add("pick-card");
        card.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        root.getStyleClass().add("pick-veil");
        root.getChildren().add(card);
        words.textProperty().subscribe(typed -> choices.search(typed));
        root.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        root.setOnMouseClicked(event -> {
            if (event.getTarget().equals(root)) {
                end();
            }
        });
        root.sceneProperty().subscribe(scene -> {
            if (scene != null) {
                words.requestFocus();
            }
        });
    }

    public Node root() {
        return root;
    }

    private void key(KeyEvent event) {
        boolean used = true;
        if (event.getCode() == KeyCode.ESCAPE) {
            end();
        } else if (event.getCode() == KeyCode.ENTER) {
            choices.selected().ifPresent(this::choose);
        } else {
            used = choices.press(event);
        }
        if (used) {
            event.consume();
        }
    }

    private void choose(TargetRow target) {
        chosen.accept(target);
        end();
    }

    private void end() {
        choices.stop();
        close.run();
    }
}
