package dev.concord.app.layout;

import dev.concord.catalog.Column;
import dev.concord.ui.text.Texts;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ListCell;
import org.jspecify.annotations.Nullable;

/** A column that can be chosen to be shown. */
final class ColumnChoiceCell extends ListCell<Column> {
    private final ObservableValue<TableLayout> layout;
    private final Texts texts;
    private final CheckBox box = new CheckBox();
    private Optional<Column> column = Optional.empty();

    /** @param toggle shows a column that is hidden, and hides one that is shown */
    ColumnChoiceCell(ObservableValue<TableLayout> layout, Texts texts, Consumer<Column> toggle) {
        this.layout = layout;
        this.texts = texts;
        box.setFocusTraversable(false);
        box.setMnemonicParsing(false);
        box.setOnAction(pressed -> {
            column.ifPresent(toggle);
            // The last column stays shown, whatever the box says by now.
            say();
        });
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        layout.subscribe(this::say);
    }

    @Override
    protected void updateItem(@Nullable Column item, boolean empty) {
        super.updateItem(item, empty);
        column = empty ? Optional.empty() : Optional.ofNullable(item);
        setGraphic(column.isPresent() ? box : null);
        say();
    }

    private void say() {
        column.ifPresent(shown -> {
            boolean there = layout.getValue().shows(shown.name());
            box.setText(shown.name());
            box.setSelected(there);
            setAccessibleText(texts.get(there ? "layout.columns.shown" : "layout.columns.hidden", shown.name()));
        });
    }
}
