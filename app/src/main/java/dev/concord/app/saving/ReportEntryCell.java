package dev.concord.app.saving;

import dev.concord.app.control.Hint;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;

/** A line of the report: the result as icon, word and colour, the record's name, and the details. */
final class ReportEntryCell extends ListCell<ReportEntry> {
    private final SavingText words;
    private final Label kind = new Label();
    private final Label title = new Label();
    private final Label detail = new Label();
    private final HBox line = new HBox(kind, title, detail);
    private final Hint hint = Hint.on(this);

    ReportEntryCell(SavingText words) {
        this.words = words;
        // No wider than the list: a long sentence is cut, and the tooltip shows all of it.
        setPrefWidth(0);
        title.getStyleClass().add("saving-record");
        detail.setMinWidth(0);
        HBox.setHgrow(detail, Priority.ALWAYS);
        line.getStyleClass().add("saving-line");
    }

    @Override
    protected void updateItem(@Nullable ReportEntry entry, boolean empty) {
        super.updateItem(entry, empty);
        if (empty || entry == null) {
            setGraphic(null);
            hint.say("");
            setAccessibleText(null);
            return;
        }
        SaveResult result = entry.result();
        kind.setText(words.kind(result));
        kind.setGraphic(result.kind().icon().node());
        kind.getStyleClass().setAll("label", "saving-kind", result.kind().word());
        title.setText(entry.record().title());
        detail.setText(words.detail(entry));
        setGraphic(line);
        hint.say(detail.getText());
        setAccessibleText(words.spoken(entry));
    }
}
