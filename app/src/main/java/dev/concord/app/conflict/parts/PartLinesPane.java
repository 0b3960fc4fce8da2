package dev.concord.app.conflict.parts;

import dev.concord.app.conflict.sides.ColumnGrid;
import dev.concord.app.conflict.sides.Excerpt;
import dev.concord.app.control.DiffText;
import dev.concord.diff.Span;
import dev.concord.diff.TextDiff;
import dev.concord.merge.Change;
import dev.concord.merge.Part;
import dev.concord.ui.text.Texts;
import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/** A line of the database's text, of the merged text and of the person's text, side by side. */
final class PartLinesPane extends StackPane {
    private static final PseudoClass ABSENT = PseudoClass.getPseudoClass("absent");
    private static final PseudoClass CHANGED = PseudoClass.getPseudoClass("changed");

    private final Side theirs = new Side("theirs");
    private final Side result = new Side("merged");
    private final Side mine = new Side("mine");
    private final Label undecided;
    private final StackPane middle = new StackPane(result);

    PartLinesPane(Texts texts) {
        undecided = new Label(texts.get("conflict.undecided"));
        undecided.getStyleClass().addAll("conflict-undecided", "parts-undecided");
        middle.getStyleClass().add("parts-middle");
        GridPane grid = ColumnGrid.ofSides(theirs, middle, mine);
        getChildren().add(grid);
        getStyleClass().add("parts-lines");
    }

    /** Shows one row of lines. */
    Node show(PartRow.Lines row, Change change) {
        theirs.show(row.theirs(), change);
        mine.show(row.mine(), change);
        result.show(row.result(), change);
        middle.getChildren().setAll(row.undecided() ? undecided : result);
        return this;
    }

    /** Shows all lines of a part, with an editor in the middle. */
    Node show(Part part, Node editor) {
        theirs.show(whole(part, part.theirs()), part.change());
        mine.show(whole(part, part.mine()), part.change());
        middle.getChildren().setAll(editor);
        return this;
    }

    private static Optional<PartLine> whole(Part part, Optional<String> side) {
        List<Span> spans = TextDiff.of(part.base().orElse(""), side.orElse("")).spans();
        return Optional.of(new PartLine(0, Excerpt.needed(spans) ? Excerpt.of(spans) : spans));
    }

    /** One line with its number. */
    private static final class Side extends HBox {
        private final Label number = new Label();
        private final DiffText text = new DiffText();

        Side(String side) {
            getStyleClass().addAll("parts-line", "parts-" + side);
            number.getStyleClass().add("parts-number");
            number.setMinWidth(Region.USE_PREF_SIZE);
            HBox.setHgrow(text, Priority.ALWAYS);
            getChildren().addAll(number, text);
        }

        void show(Optional<PartLine> line, Change change) {
            pseudoClassStateChanged(ABSENT, line.isEmpty());
            pseudoClassStateChanged(CHANGED, change != Change.UNCHANGED);
            int count = line.map(PartLine::number).orElse(0);
            number.setText(count == 0 ? "" : String.valueOf(count));
            text.show(line.map(PartLine::spans).orElse(List.of()));
        }
    }
}
