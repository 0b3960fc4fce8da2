package dev.concord.app.conflict;

import atlantafx.base.theme.Styles;
import dev.concord.app.conflict.sides.ColumnCaption;
import dev.concord.app.conflict.sides.ColumnGrid;
import dev.concord.app.conflict.sides.ComparedValue;
import dev.concord.app.conflict.sides.FieldState;
import dev.concord.app.conflict.sides.FixedHeaderPane;
import dev.concord.app.conflict.sides.ValueDisplay;
import dev.concord.app.control.Caption;
import dev.concord.merge.FieldMerge;
import dev.concord.merge.Resolution;
import dev.concord.record.Value;
import dev.concord.ui.icon.Icon;
import dev.concord.ui.text.Texts;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Shows afterwards what a save merged without asking, side by side, and can undo it. */
public final class ReviewView {
    private final ReviewModel model;
    private final ValueDisplay values;
    private final Texts texts;
    private final ConflictText words;
    private final BorderPane root = new BorderPane();

    public ReviewView(ReviewModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        this.words = new ConflictText(texts);
        this.values = new ValueDisplay(texts, words.values(), model.work());
        VBox rows = new VBox();
        rows.getStyleClass().add("conflict-rows");
        FieldFilter.MERGED.in(model.merge()).stream().map(this::row).forEach(rows.getChildren()::add);
        root.getStyleClass().add("conflict");
        root.setTop(header());
        root.setCenter(FixedHeaderPane.of(captions(), new ScrollPane(rows)));
        root.setBottom(footer());
        root.setAccessibleText(title());
        root.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                event.consume();
                model.close().run();
            }
        });
    }

    /** The window's title. */
    public String title() {
        return texts.get("conflict.review.title", model.record());
    }

    /** The node to show. */
    public Parent root() {
        return root;
    }

    private Node header() {
        Label title = new Label(title());
        title.getStyleClass().add("conflict-title");
        Label about = new Label(texts.get("conflict.review.about"));
        about.getStyleClass().add("concord-muted");
        about.setWrapText(true);
        VBox lines = new VBox(title, about);
        lines.getStyleClass().add("conflict-headline");
        HBox header = new HBox(Icon.MERGED.node(), lines);
        header.getStyleClass().add("conflict-header");
        return header;
    }

    private GridPane captions() {
        return ColumnGrid.of(
                new ColumnCaption("field", texts),
                new ColumnCaption("base", texts),
                new ColumnCaption("theirs", texts.get("conflict.review.theirs")),
                new ColumnCaption("mine", texts),
                new ColumnCaption("result", texts.get("conflict.review.saved")));
    }

    private Node row(FieldMerge field) {
        FieldState state = FieldState.of(Resolution.of(model.merge()), field);
        Label name = new Label(Caption.of(field.name()));
        name.getStyleClass().add("conflict-field-name");
        name.setWrapText(true);
        Label what = new Label(state.text(texts), state.icon().node());
        what.getStyleClass().addAll("conflict-state", state.word());
        what.setWrapText(true);
        VBox heading = new VBox(name, what);
        heading.getStyleClass().addAll("conflict-cell", "conflict-field");
        GridPane row = ColumnGrid.of(
                heading,
                cell("base", field, field.base()),
                cell("theirs", field, field.theirs()),
                cell("mine", field, field.mine()),
                cell("result", field, model.saved().row().get(field.name())));
        row.getStyleClass().add("conflict-row");
        return row;
    }

    private Node cell(String side, FieldMerge field, Value value) {
        ComparedValue cell = new ComparedValue(values);
        cell.getStyleClass().addAll("conflict-cell", "conflict-" + side);
        cell.show(value, field.column(), field.base());
        return cell;
    }

    private Node footer() {
        Button back = new Button(texts.get("conflict.review.undo"));
        back.setId("review-undo");
        back.setOnAction(event -> model.undo().run());
        Button done = new Button(texts.get("conflict.review.close"));
        done.setId("review-close");
        done.getStyleClass().add(Styles.ACCENT);
        done.setOnAction(event -> model.close().run());
        // Whoever only wants to close the page must not undo a save by pressing Enter.
        done.sceneProperty().subscribe(scene -> {
            if (scene != null) {
                done.requestFocus();
            }
        });
        for (Button button : List.of(back, done)) {
            button.setMinWidth(Region.USE_PREF_SIZE);
        }
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox footer = new HBox(space, back, done);
        footer.getStyleClass().add("conflict-footer");
        return footer;
    }
}
