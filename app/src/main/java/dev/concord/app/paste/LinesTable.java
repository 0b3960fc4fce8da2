package dev.concord.app.paste;

import atlantafx.base.theme.Styles;
import dev.concord.app.control.Hint;
import dev.concord.ui.icon.Icon;
import dev.concord.ui.text.Texts;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import org.jspecify.annotations.Nullable;

/** The lines of a preview: what happens to each cell, in which record and column, and why. */
final class LinesTable extends TableView<CellLine> {
    private static final double ROW = 26;

    private final PasteText words;

    LinesTable(PasteModel model, Texts texts) {
        super(model.lines());
        this.words = new PasteText(texts);
        setId("paste-lines");
        setAccessibleText(texts.get("paste.lines"));
        setPlaceholder(new Label(texts.get("paste.lines.none")));
        setFixedCellSize(ROW);
        getStyleClass().addAll(Styles.DENSE, "paste-lines");
        setRowFactory(view -> new SpokenRow());
        TableColumn<CellLine, CellLine> what = new TableColumn<>(texts.get("paste.column.what"));
        what.setCellValueFactory(line -> new ReadOnlyObjectWrapper<>(line.getValue()));
        what.setCellFactory(column -> new WhatCell());
        what.setPrefWidth(120);
        getColumns().add(what);
        add(texts.get("paste.column.record"), 160, CellLine::record);
        add(texts.get("paste.column.column"), 110, line -> line.column().name());
        add(texts.get("paste.column.before"), 165, line -> words.input(line.before(), line.column()));
        add(texts.get("paste.column.after"), 165, words::asked);
        add(texts.get("paste.column.reason"), 265, words::reason);
        getColumns().forEach(column -> column.setSortable(false));
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    }

    private void add(String title, double width, Function<CellLine, String> text) {
        TableColumn<CellLine, String> column = new TableColumn<>(title);
        column.setCellValueFactory(line -> new ReadOnlyObjectWrapper<>(text.apply(line.getValue())));
        column.setCellFactory(view -> new TextCell());
        column.setPrefWidth(width);
        getColumns().add(column);
    }

    private final class SpokenRow extends TableRow<CellLine> {
        @Override
        protected void updateItem(@Nullable CellLine line, boolean empty) {
            super.updateItem(line, empty);
            setAccessibleText(empty || line == null ? null : words.spoken(line));
        }
    }

    /** The rest of a text that does not fit is shown by the mouse. */
    private static final class TextCell extends TableCell<CellLine, String> {
        private final Hint hint = Hint.on(this);

        @Override
        protected void updateItem(@Nullable String text, boolean empty) {
            super.updateItem(text, empty);
            String shown = empty || text == null ? "" : text;
            setText(shown);
            hint.say(shown);
        }
    }

    private final class WhatCell extends TableCell<CellLine, CellLine> {
        @Override
        protected void updateItem(@Nullable CellLine line, boolean empty) {
            super.updateItem(line, empty);
            getStyleClass().removeAll("paste-changes", "paste-news", "paste-refused");
            if (empty || line == null) {
                setText(null);
                setGraphic(null);
                return;
            }
            setText(words.word(line.verdict()));
            setGraphic(icon(line).node());
            getStyleClass().add(line.changes() ? line.news() ? "paste-news" : "paste-changes" : "paste-refused");
        }

        private static Icon icon(CellLine line) {
            return switch (line.verdict()) {
                case CellVerdict.Cannot cannot ->
                    switch (cannot.obstacle()) {
                        case LOCKED -> Icon.READ_ONLY;
                        case KEY -> Icon.KEY;
                        case REFERENCE -> Icon.UNDECIDED;
                        case VALUE, EMPTY -> Icon.ERROR;
                    };
                default -> line.news() ? Icon.WARNING : Icon.CHANGED;
            };
        }
    }
}
