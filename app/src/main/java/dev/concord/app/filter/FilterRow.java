package dev.concord.app.filter;

import dev.concord.ui.text.Texts;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableDoubleValue;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/**
 * The boxes under the headers of a grid, each a part of its header, so that it moves with its column. They are made when they are
 * first shown.
 */
public final class FilterRow {
    /** What a header needs beside its content: the padding and the sign of the order. */
    private static final double AROUND = 22;

    private static final PseudoClass OPEN = PseudoClass.getPseudoClass("open");

    private final FilterModel model;
    private final Texts texts;
    private final Runnable goToRows;
    private final Runnable leave;
    private final Consumer<String> reveal;
    private final Map<String, Header> headers = new LinkedHashMap<>();

    /**
     * Boxes for the columns of the model's table.
     *
     * @param goToRows goes to the selected row, or to the first one
     * @param leave moves the keyboard focus to the grid, where the boxes are no longer shown
     * @param reveal scrolls to a column, whose box has got the keyboard focus
     */
    public FilterRow(FilterModel model, Texts texts, Runnable goToRows, Runnable leave, Consumer<String> reveal) {
        this.model = model;
        this.texts = texts;
        this.goToRows = goToRows;
        this.leave = leave;
        this.reveal = reveal;
        model.open().subscribe(open -> headers.values().forEach(header -> header.show(open)));
    }

    /** Forgets the headers of the table shown before. */
    public void clear() {
        headers.clear();
    }

    /**
     * Returns the content of a column's header.
     *
     * @param name what the header shows without a box
     * @param width the width of the column in pixels
     */
    public Node header(String column, Node name, ObservableDoubleValue width) {
        Header header = new Header(column, name, width);
        headers.put(column, header);
        header.show(model.open().get());
        return header;
    }

    /** Shows the boxes and moves the keyboard focus to that of a column; from a box back to the rows. */
    public void step(Optional<String> column) {
        boolean within = headers.values().stream().anyMatch(Header::focused);
        if (within) {
            leave.run();
            model.open().set(false);
            return;
        }
        model.open().set(true);
        column.map(headers::get).ifPresent(Header::focus);
    }

    private final class Header extends VBox {
        private final String column;
        private final ObservableDoubleValue width;
        private Optional<FilterField> field = Optional.empty();

        Header(String column, Node name, ObservableDoubleValue width) {
            super(name);
            this.column = column;
            this.width = width;
            getStyleClass().add("filter-header");
        }

        void show(boolean open) {
            prefWidthProperty().unbind();
            pseudoClassStateChanged(OPEN, open);
            if (!open) {
                getChildren().remove(1, getChildren().size());
                setPrefWidth(Region.USE_COMPUTED_SIZE);
                return;
            }
            field = field.or(() -> model.entry(column)
                    .map(entry -> new FilterField(model, entry, texts, goToRows, () -> reveal.accept(column))));
            field.filter(_ -> getChildren().size() == 1)
                    .ifPresent(box -> getChildren().add(box.root()));
            prefWidthProperty().bind(Bindings.createDoubleBinding(() -> width.get() - AROUND, width));
        }

        void focus() {
            field.ifPresent(FilterField::focus);
        }

        boolean focused() {
            return field.filter(FilterField::focused).isPresent();
        }
    }
}
