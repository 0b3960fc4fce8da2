package dev.concord.app.browse;

import dev.concord.app.control.Hint;
import dev.concord.record.Row;
import dev.concord.ui.icon.Icon;
import dev.concord.ui.text.Texts;
import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import org.jspecify.annotations.Nullable;

/** Marks the rows with unsaved edits; a column of its own, so that the mark takes no space from a value. */
final class MarkColumn extends TableColumn<Row, Boolean> {
    private static final double WIDTH = 28;

    MarkColumn(Function<Row, ObservableValue<Boolean>> unsaved, Texts texts) {
        String words = texts.get("browse.unsaved");
        getStyleClass().add("mark-column");
        setCellValueFactory(cell -> unsaved.apply(cell.getValue()));
        setCellFactory(column -> new MarkCell(words));
        setMinWidth(WIDTH);
        setMaxWidth(WIDTH);
        setPrefWidth(WIDTH);
        setResizable(false);
        setSortable(false);
        setReorderable(false);
    }

    private static final class MarkCell extends TableCell<Row, Boolean> {
        private final String words;
        private final Hint hint = Hint.on(this);

        MarkCell(String words) {
            this.words = words;
            getStyleClass().add("mark-cell");
        }

        @Override
        protected void updateItem(@Nullable Boolean unsaved, boolean empty) {
            super.updateItem(unsaved, empty);
            boolean marked = !empty && Boolean.TRUE.equals(unsaved);
            setGraphic(marked ? Icon.CHANGED.node() : null);
            hint.say(marked ? words : "");
            setAccessibleText(marked ? words : "");
        }
    }
}
