package dev.concord.app.saving;

import dev.concord.ui.text.Texts;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The preview: what the last decision would make of each similar record. */
final class PreviewPane extends VBox {
    private final SavingText words;
    private final ListView<SimilarRecords.Result> list = new ListView<>();

    PreviewPane(SavingText words, Texts texts) {
        this.words = words;
        Label about = new Label(texts.get("saving.preview.about"));
        about.getStyleClass().addAll("concord-muted", "saving-about");
        about.setWrapText(true);
        list.setId("saving-preview");
        list.setAccessibleText(texts.get("saving.preview.about"));
        list.setCellFactory(view -> new ResultCell());
        VBox.setVgrow(list, Priority.ALWAYS);
        getChildren().addAll(about, list);
    }

    void show(List<SimilarRecords.Result> results) {
        list.getItems().setAll(results);
    }

    private final class ResultCell extends ListCell<SimilarRecords.Result> {
        private final Label title = new Label();
        private final Label changes = new Label();
        private final VBox lines = new VBox(title, changes);

        ResultCell() {
            setPrefWidth(0);
            title.getStyleClass().add("saving-record");
            changes.setWrapText(true);
        }

        @Override
        protected void updateItem(SimilarRecords.@Nullable Result result, boolean empty) {
            super.updateItem(result, empty);
            if (empty || result == null) {
                setGraphic(null);
                setAccessibleText(null);
                return;
            }
            title.setText(result.record().title());
            changes.setText(String.join("\n", words.changes(result.resolution())));
            setGraphic(lines);
            setAccessibleText(title.getText() + ". " + changes.getText());
        }
    }
}
