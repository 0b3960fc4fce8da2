package dev.concord.app.recovery;

import dev.concord.app.control.Hint;
import dev.concord.ui.icon.Icon;
import javafx.scene.control.ListCell;
import org.jspecify.annotations.Nullable;

/** One database with unsaved work: its name, how many records, when, and their names. */
final class OtherWorkCell extends ListCell<OtherDatabase> {
    private final RecoveryText words;
    private final WorkLine line = new WorkLine();
    private final Hint hint = Hint.on(this);

    OtherWorkCell(RecoveryText words) {
        this.words = words;
        // No wider than the list: a long sentence is wrapped.
        setPrefWidth(0);
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
        line.show(
                words.kind(database),
                database.discarded() ? Icon.DISCARD : Icon.DATABASE,
                database.discarded() ? "discarded" : "new",
                database.label(),
                words.detail(database));
        setGraphic(line);
        hint.say(words.where(database));
        setAccessibleText(words.spoken(database));
    }
}
