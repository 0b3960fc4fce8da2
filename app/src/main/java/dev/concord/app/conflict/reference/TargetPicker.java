package dev.concord.app.conflict.reference;

import dev.concord.app.control.Caption;
import dev.concord.app.control.ReadText;
import dev.concord.catalog.ForeignKey;
import dev.concord.outcome.ReadOutcome;
import dev.concord.ui.icon.Icon;
import dev.concord.ui.text.Texts;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** A search for another row to refer to: a text field, and the rows found. Covers the merge until a row is chosen. */
public final class TargetPicker {
    private final ReferenceModel references;
    private final Texts texts;
    private final ForeignKey reference;
    private final Consumer<TargetRow> chosen;
    private final Runnable close;
    private final TextField words = new TextField();
    private final ListView<TargetRow> found = new ListView<>();
    private final Label none = new Label();
    private final StackPane root = new StackPane();

    /**
     * Opens with the first rows of the table referred to.
     *
     * @param chosen receives the row chosen, before the picker closes
     * @param close removes the picker from the screen
     */
    public TargetPicker(
            ReferenceModel references, ForeignKey reference, Texts texts, Consumer<TargetRow> chosen, Runnable close) {
        this.references = references;
        this.texts = texts;
        this.reference = reference;
        this.chosen = chosen;
        this.close = close;
        String target = Caption.of(reference.target().name());
        Label title = new Label(texts.get("conflict.pick.title", target));
        title.getStyleClass().add("concord-heading");
        words.setId("pick-words");
        words.setPromptText(texts.get("conflict.pick.prompt"));
        words.setAccessibleText(texts.get("conflict.pick.title", target));
        found.setId("pick-list");
        found.setAccessibleText(texts.get("conflict.pick.found", target));
        none.setWrapText(true);
        found.setPlaceholder(none);
        found.setCellFactory(list -> new Row());
        VBox card = new VBox(title, words, found);
        card.getStyleClass().add("pick-card");
        card.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        root.getStyleClass().add("pick-veil");
        root.getChildren().add(card);
        words.textProperty().subscribe(this::search);
        root.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        root.setOnMouseClicked(event -> {
            if (event.getTarget().equals(root)) {
                close.run();
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

    private void search(String typed) {
        references.search(reference, typed, outcome -> {
            switch (outcome) {
                case ReadOutcome.Read<List<TargetRow>>(List<TargetRow> targets) -> {
                    none.setText(texts.get("conflict.pick.none"));
                    found.getItems().setAll(targets);
                    found.getSelectionModel().selectFirst();
                }
                case ReadOutcome.Unreadable<List<TargetRow>> why -> {
                    none.setText(new ReadText(texts).of(why));
                    found.getItems().clear();
                }
            }
        });
    }

    private void key(KeyEvent event) {
        boolean used = true;
        if (event.getCode() == KeyCode.ESCAPE) {
            close.run();
        } else if (event.getCode() == KeyCode.ENTER) {
            choose(Optional.ofNullable(found.getSelectionModel().getSelectedItem()));
        } else if (event.getTarget() instanceof TextField && event.getCode() == KeyCode.DOWN) {
            found.getSelectionModel().selectNext();
        } else if (event.getTarget() instanceof TextField && event.getCode() == KeyCode.UP) {
            found.getSelectionModel().selectPrevious();
        } else {
            used = false;
        }
        if (used) {
            event.consume();
        }
    }

    private void choose(Optional<TargetRow> target) {
        target.ifPresent(row -> {
            chosen.accept(row);
            close.run();
        });
    }

    /** A row found, by its label and its key. */
    private final class Row extends ListCell<TargetRow> {
        Row() {
            setOnMouseClicked(event -> choose(Optional.ofNullable(getItem())));
        }

        @Override
        protected void updateItem(TargetRow target, boolean empty) {
            super.updateItem(target, empty);
            boolean shown = !empty && target != null;
            setText(shown ? text(target) : null);
            setGraphic(shown ? Icon.KEY.node() : null);
        }

        private String text(TargetRow target) {
            String key = target.columns().values().values().stream()
                    .map(value -> value.text())
                    .collect(Collectors.joining(", "));
            return target.label().isEmpty() ? key : texts.get("conflict.pick.row", target.label(), key);
        }
    }
}
