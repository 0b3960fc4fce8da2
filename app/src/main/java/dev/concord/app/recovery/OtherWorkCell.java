package dev.concord.app.recovery;

import dev.concord.app.control.Hint;
import dev.concord.ui.icon.Icon;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** One database with unsaved work: its name, how many records, when, and their names. */
final class OtherWorkCell extends ListCell<OtherDatabase> {
    private final RecoveryText words;
    private final Label kind = new Label();
    private final Label title = new Label();
    private final Label detail = new Label();
    private final HBox line;
    private final Hint hint = Hint.on(this);

    OtherWorkCell(RecoveryText words) {
        this.words = words;
        // No wider than the list: a long sentence is wrapped.
        setPrefWidth(0);
        title.getStyleClass().add("saving-record");
        detail.setWrapText(true);
        detail.getStyleClass().add("concord-muted");
        VBox text = new VBox(title, detail);
        text.setMinWidth(0);
        HBox.setHgrow(text, Priority.ALWAYS);
        line = new HBox(kind, text);
        line.getStyleClass().add("saving-line");
    }

    @Override
    protected void updateItem(@Nullable OtherDatabase database, boolean empty) {
        super.updateItem(database, empty);
        if (empty || database == null) {
            setGraphic(null);
            hint.say("");
            setAccessibleText(null);
            return;
        }
        kind.setText(words.kind(database));
        kind.setGraphic((database.discarded() ? Icon.DISCARD : Icon.DATABASE).node());
        kind.getStyleClass()
                .setAll("label", "saving-kind", database.discarded() ? "recovery-discarded" : "recovery-new");
        title.setText(database.label());
        detail.setText(words.detail(database));
        setGraphic(line);
        hint.say(words.where(database));
        setAccessibleText(words.spoken(database));
    }
}
