package dev.concord.app.browse;

import dev.concord.app.control.Hint;
import dev.concord.record.Row;
import dev.concord.ui.icon.Icon;
import dev.concord.ui.text.Texts;
import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import org.jspecify.annotations.Nullable;

/** Marks the rows with unsaved edits, and those that the filter lets through no more; a column of its own, so that the mark takes no space from a value. */
final class MarkColumn extends TableColumn<Row, GridMark> {
    private static final double WIDTH = 28;

    MarkColumn(Function<Row, ObservableValue<GridMark>> mark, Texts texts) {
        getStyleClass().add("mark-column");
        setCellValueFactory(cell -> mark.apply(cell.getValue()));
        setCellFactory(column -> new MarkCell(texts));
        setMinWidth(WIDTH);
        setMaxWidth(WIDTH);
        setPrefWidth(WIDTH);
        setResizable(false);
        setSortable(false);
        setReorderable(false);
    }

    private static final class MarkCell extends TableCell<Row, GridMark> {
        private static final PseudoClass EMPTY = PseudoClass.getPseudoClass("empty-row");

        private final Texts texts;
        private final Hint hint = Hint.on(this);

        MarkCell(Texts texts) {
            this.texts = texts;
            getStyleClass().add("mark-cell");
        }

        @Override
        protected void updateItem(@Nullable GridMark mark, boolean empty) {
            super.updateItem(mark, empty);
            GridMark shown = empty || mark == null ? GridMark.NONE : mark;
            String words =
                    switch (shown) {
                        case NONE -> "";
                        case EMPTY -> texts.get("browse.new-row");
                        case NEW -> texts.get("browse.new");
                        case UNSAVED -> texts.get("browse.unsaved");
                        case DELETED -> texts.get("browse.deleted");
                        case OUTSIDE -> texts.get("browse.outside");
                    };
            setGraphic(
                    switch (shown) {
                        case NONE -> null;
                        case EMPTY, NEW -> Icon.NEW.node();
                        case UNSAVED -> Icon.CHANGED.node();
                        case DELETED -> Icon.DELETE.node();
                        case OUTSIDE -> Icon.FILTER.node();
                    });
            pseudoClassStateChanged(EMPTY, shown == GridMark.EMPTY);
            hint.say(words);
            setAccessibleText(words);
        }
    }
}
