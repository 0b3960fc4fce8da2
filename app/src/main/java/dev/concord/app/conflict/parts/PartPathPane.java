package dev.concord.app.conflict.parts;

import dev.concord.app.conflict.sides.ColumnGrid;
import dev.concord.app.conflict.sides.Excerpt;
import dev.concord.app.conflict.sides.FieldState;
import dev.concord.app.control.DiffText;
import dev.concord.app.control.Hint;
import dev.concord.diff.Span;
import dev.concord.diff.TextDiff;
import dev.concord.merge.Part;
import dev.concord.merge.PartAnswer;
import dev.concord.ui.icon.Icon;
import dev.concord.ui.text.Texts;
import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** A path of a document, or an item: its three values and its result. */
final class PartPathPane extends StackPane {
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

    private static final double INDENT = 16;
    /** The deepest level that is indented further, because the column is narrow. */
    private static final int DEEPEST = 5;

    private final PartsModel model;
    private final PartText words;
    private final Texts texts;
    private final PartEditor editor;
    private final Label name = new Label();
    private final Label state = new Label();
    private final List<Side> sides;
    private final StackPane result = new StackPane();
    private final Button pencil = new Button("", Icon.CHANGED.node());
    private int place;

    PartPathPane(PartsModel model, PartText words, Texts texts, PartEditor editor) {
        this.model = model;
        this.words = words;
        this.texts = texts;
        this.editor = editor;
        this.sides = List.of(
                new Side("base", new PartAnswer.Base()),
                new Side("theirs", new PartAnswer.Theirs()),
                new Side("mine", new PartAnswer.Mine()));
        name.getStyleClass().add("conflict-field-name");
        for (Label label : List.of(name, state)) {
            label.setWrapText(true);
            label.setMinHeight(USE_PREF_SIZE);
        }
        VBox heading = new VBox(name, state);
        heading.getStyleClass().addAll("conflict-cell", "conflict-field");
        pencil.getStyleClass().addAll("button-icon", "flat", "conflict-pencil");
        Hint.put(pencil, texts.get("conflict.parts.edit"));
        pencil.setFocusTraversable(false);
        pencil.setOnAction(event -> editor.edit(place));
        result.setAlignment(Pos.TOP_LEFT);
        HBox.setHgrow(result, Priority.ALWAYS);
        HBox cell = new HBox(result, pencil);
        cell.getStyleClass().addAll("conflict-cell", "conflict-result");
        GridPane grid = ColumnGrid.of(heading, sides.getFirst(), sides.get(1), sides.getLast(), cell);
        getChildren().add(grid);
        getStyleClass().add("parts-path");
    }

    /** The indentation of a row at a depth. */
    static Insets indent(int depth) {
        return new Insets(0, 0, 0, Math.min(depth, DEEPEST) * INDENT);
    }

    /** Shows one path. */
    Node show(PartRow.Path row) {
        place = row.place();
        Part part = model.part(place);
        name.setText(words.name(row.name(), place));
        VBox.setMargin(name, indent(row.depth()));
        VBox.setMargin(state, indent(row.depth()));
        FieldState now = words.state(place);
        state.setText(words.stateText(place));
        state.setGraphic(now.icon().node());
        state.getStyleClass().setAll("label", "conflict-state", now.word());
        pencil.setAccessibleText(texts.get("conflict.edit", words.name(part.name(), place)));
        sides.get(0).show(part.base(), part.base());
        sides.get(1).show(part.base(), part.theirs());
        sides.get(2).show(part.base(), part.mine());
        boolean edited = editor.isOpen(place);
        result.getChildren().setAll(edited ? editor.node() : result(part));
        pencil.setVisible(!edited);
        return this;
    }

    private Node result(Part part) {
        if (!model.decided(place)) {
            Label undecided = new Label(texts.get("conflict.undecided"));
            undecided.getStyleClass().add("conflict-undecided");
            undecided.setMaxWidth(Double.MAX_VALUE);
            return undecided;
        }
        Optional<String> now = model.result(place);
        return value(now, now.equals(part.base()) ? part.base() : Optional.of(now.orElse("")));
    }

    /** A part as text, or that it is absent. */
    private Node value(Optional<String> text, Optional<String> before) {
        if (text.isEmpty()) {
            Label none = new Label(texts.get("conflict.parts.absent"));
            none.getStyleClass().addAll("concord-null", "conflict-nothing");
            none.setMaxWidth(Double.MAX_VALUE);
            none.setAlignment(Pos.TOP_LEFT);
            return none;
        }
        List<Span> spans = before.map(was -> TextDiff.of(was, text.get()).spans())
                .orElseGet(() -> List.of(new Span(Span.Kind.ADDED, text.get())));
        DiffText shown = new DiffText();
        shown.show(Excerpt.needed(spans) ? Excerpt.of(spans) : spans);
        return shown;
    }

    /** One side's value of the path, with the button that chooses it. */
    private final class Side extends HBox {
        private final String side;
        private final PartAnswer answer;
        private final RadioButton use = new RadioButton();
        private final StackPane value = new StackPane();

        Side(String side, PartAnswer answer) {
            this.side = side;
            this.answer = answer;
            getStyleClass().addAll("conflict-cell", "conflict-" + side);
            use.setFocusTraversable(false);
            use.setMinWidth(Region.USE_PREF_SIZE);
            use.setOnAction(event -> choose());
            HBox.setHgrow(value, Priority.ALWAYS);
            value.setMinWidth(0);
            value.setAlignment(Pos.TOP_LEFT);
            getChildren().addAll(use, value);
            getStyleClass().add("clickable");
            setOnMouseClicked(event -> choose());
        }

        void show(Optional<String> base, Optional<String> text) {
            boolean chosen = model.answer(place).equals(Optional.of(answer));
            use.setSelected(chosen);
            use.setAccessibleText(texts.get(
                    "conflict.use." + side, words.name(model.part(place).name(), place)));
            pseudoClassStateChanged(CHOSEN, chosen);
            value.getChildren().setAll(PartPathPane.this.value(text, base));
        }

        private void choose() {
            model.choose(place, answer);
        }
    }
}
