package dev.concord.app.conflict.parts;

import dev.concord.app.conflict.sides.ValueDisplay;
import java.util.Optional;
import java.util.function.IntConsumer;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** One row of the list of parts. It is reused for many rows; the panes it shows them with are made once, when first needed. */
final class PartCell extends ListCell<PartRow> {
    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");

    private final PartsModel model;
    private final ValueDisplay values;
    private final PartEditor editor;
    private final IntConsumer pressed;
    private final IntConsumer unfold;
    private final PartText words;
    private Optional<PartHeading> heading = Optional.empty();
    private Optional<PartLinesPane> lines = Optional.empty();
    private Optional<PartPathPane> path = Optional.empty();

    /**
     * An empty row.
     *
     * @param editor shown in the row of the part being edited
     * @param pressed makes the changed part at a place the current one
     * @param unfold shows the folded lines at a place
     */
    PartCell(PartsModel model, ValueDisplay values, PartEditor editor, IntConsumer pressed, IntConsumer unfold) {
        this.model = model;
        this.values = values;
        this.editor = editor;
        this.pressed = pressed;
        this.unfold = unfold;
        this.words = new PartText(model, values.texts());
        getStyleClass().add("parts-row");
        // As wide as the list, so that long lines are wrapped.
        setPrefWidth(0);
        addEventFilter(MouseEvent.MOUSE_PRESSED, event -> {
            if (getItem() != null && model.changes().contains(getItem().place())) {
                this.pressed.accept(getItem().place());
            }
        });
        model.current().subscribe(now -> mark());
        model.answers().subscribe(now -> showAgain());
        editor.editing().subscribe(now -> showAgain());
    }

    /** The row is the same when only the state of its part changed. A cell made anew would lose a click that has begun on it. */
    private void showAgain() {
        if (getItem() != null) {
            updateItem(getItem(), isEmpty());
        }
    }

    private void mark() {
        PartRow row = getItem();
        pseudoClassStateChanged(
                CURRENT,
                row != null
                        && !(row instanceof PartRow.Above)
                        && row.place() == model.current().get());
    }

    @Override
    protected void updateItem(PartRow row, boolean empty) {
        super.updateItem(row, empty);
        mark();
        if (empty || row == null) {
            setGraphic(null);
            return;
        }
        setGraphic(graphic(row));
        setAccessibleText(spoken(row));
    }

    private Node graphic(PartRow row) {
        return switch (row) {
            case PartRow.Heading(int place) -> heading().show(place);
            case PartRow.Lines shown ->
                lines().show(shown, model.part(shown.place()).change());
            case PartRow.Folded(int place, int count) -> folded(place, count);
            case PartRow.Editing(int place) -> lines().show(model.part(place), editor.node());
            case PartRow.Above above -> above(above);
            case PartRow.Path shown -> path().show(shown);
        };
    }

    private PartHeading heading() {
        PartHeading made = heading.orElseGet(() -> new PartHeading(model, words, values.texts(), editor::edit));
        heading = Optional.of(made);
        return made;
    }

    private PartLinesPane lines() {
        PartLinesPane made = lines.orElseGet(() -> new PartLinesPane(values.texts()));
        lines = Optional.of(made);
        return made;
    }

    private PartPathPane path() {
        PartPathPane made = path.orElseGet(() -> new PartPathPane(model, words, values.texts(), editor));
        path = Optional.of(made);
        return made;
    }

    private String spoken(PartRow row) {
        return switch (row) {
            case PartRow.Heading(int place) -> words.spoken(place);
            case PartRow.Above(int _, int _, String name) -> name;
            case PartRow.Path(int place, int _, String _) -> words.spoken(place);
            case PartRow.Lines shown -> words.spoken(shown);
            case PartRow.Folded(int _, int count) -> values.texts().get("conflict.parts.folded", count);
            case PartRow.Editing(int place) -> words.spoken(place);
        };
    }

    private static Node above(PartRow.Above row) {
        Label name = new Label(row.name());
        name.getStyleClass().add("parts-above");
        VBox.setMargin(name, PartPathPane.indent(row.depth()));
        return new VBox(name);
    }

    private Node folded(int place, int count) {
        Hyperlink more = new Hyperlink(values.texts().get("conflict.parts.folded", count));
        more.setOnAction(event -> unfold.accept(place));
        Label dots = new Label("⋯");
        dots.getStyleClass().add("concord-muted");
        more.setGraphic(dots);
        StackPane bar = new StackPane(more);
        bar.getStyleClass().add("parts-folded");
        return bar;
    }
}
