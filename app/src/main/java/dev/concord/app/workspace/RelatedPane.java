package dev.concord.app.workspace;

import dev.concord.app.related.RelatedView;
import dev.concord.catalog.Column;
import dev.concord.ui.text.Texts;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/**
 * The place of the rows related to the record shown. What shows them is made when there is something to show: a table to which
 * nothing refers needs none of it. FX thread only.
 */
final class RelatedPane {
    private final WorkspaceModel model;
    private final Texts texts;
    private final StackPane root = new StackPane();
    private Optional<RelatedView> view = Optional.empty();
    private Optional<GridPane> grid = Optional.empty();

    RelatedPane(WorkspaceModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        model.related().tabs().subscribe(() -> {
            if (any()) {
                view();
            }
        });
    }

    Node root() {
        return root;
    }

    /** Whether anything refers to the table of the record shown. */
    boolean any() {
        return !model.related().tabs().isEmpty();
    }

    /** Shows the rows and moves the keyboard focus there, or puts them away. */
    void toggle() {
        view().toggle();
    }

    /** Moves the keyboard focus to the rows, or to the tabs where the rows are put away. */
    void focus() {
        view().focus();
    }

    private RelatedView view() {
        return view.orElseGet(() -> {
            RelatedView made = new RelatedView(
                    model.related(),
                    () -> grid().view().root(),
                    () -> grid().view().focus(),
                    this::room,
                    texts);
            view = Optional.of(made);
            root.getChildren().setAll(made.root());
            return made;
        });
    }

    private double room() {
        return root.getParent() instanceof Region around ? around.getHeight() : 0;
    }

    private GridPane grid() {
        return grid.orElseGet(() -> {
            GridPane made = new GridPane(
                    model.relatedGrid(),
                    model,
                    texts,
                    this::editInForm,
                    row -> {},
                    key -> {},
                    RecordActions.ofRelated(model, texts));
            grid = Optional.of(made);
            return made;
        });
    }

    /** The form shows the record they are related to: for more room, theirs is opened. */
    private void editInForm(Column column) {
        model.openRelated();
    }
}
