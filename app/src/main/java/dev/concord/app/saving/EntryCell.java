package dev.concord.app.saving;

import dev.concord.app.control.Hint;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;

/** A line of the report: what became of a record in icon, word and colour, its name, and what there is to say of it. */
final class EntryCell extends ListCell<Entry> {
    private final SavingText words;
    private final Label kind = new Label();
    private final Label title = new Label();
    private final Label detail = new Label();
    private final HBox line = new HBox(kind, title, detail);
    private final Hint hint = Hint.on(this);

    EntryCell(SavingText words) {
        this.words = words;
        // As wide as the list and no wider: a long sentence ends in an ellipsis, and the tooltip has the rest.
        setPrefWidth(0);
        title.getStyleClass().add("saving-record");
        detail.setMinWidth(0);
        HBox.setHgrow(detail, Priority.ALWAYS);
        line.getStyleClass().add("saving-line");
    }

    @Override
    protected void updateItem(@Nullable Entry entry, boolean empty) {
        super.updateItem(entry, empty);
        if (empty || entry == null) {
            setGraphic(null);
            hint.say("");
            setAccessibleText(null);
            return;
        }
        SaveResult fate = entry.fate();
        kind.setText(words.kind(fate));
        kind.setGraphic(fate.kind().icon().node());
        kind.getStyleClass().setAll("label", "saving-kind", fate.kind().word());
        title.setText(entry.record().title());
        detail.setText(words.detail(fate));
        setGraphic(line);
        hint.say(detail.getText());
        setAccessibleText(words.spoken(entry));
    }
}
