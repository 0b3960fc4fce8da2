package dev.concord.app.edit;

import atlantafx.base.theme.Styles;
import dev.concord.app.control.Hint;
import dev.concord.app.pending.FieldLock;
import dev.concord.ui.icon.Icon;
import dev.concord.ui.text.Texts;
import java.util.Objects;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The record as a form: its fields in the table's order, one below the other or two in a row. */
public final class EditView {
    /** As many fields as are seen in a small window. */
    private static final int LEAST_SEEN = 10;

    private final EditModel model;
    private final Texts texts;
    private final BorderPane root = new BorderPane();
    private final FieldRows fields = new FieldRows();
    private final ScrollPane scroll = new ScrollPane(fields);
    private final FieldViews views;
    private final FieldSearchBar search;

    /** @param save saves all that is unsaved, not in this form alone */
    public EditView(EditModel model, Texts texts, Runnable save) {
        this.model = model;
        this.texts = texts;
        views = new FieldViews(fields, field -> new FieldView(field, model.links(), texts, model::endStep));
        root.getStyleClass().add("edit");
        search = new FieldSearchBar(
                model.search(), texts, () -> model.search().first().ifPresent(this::focus), this::backTo);
        root.setTop(new VBox(
                title(),
                new EditToolbar(model, texts),
                new DeletionBar(model, texts),
                new MessageBar(model, texts),
                search,
                new EmptyFieldsLink(model, texts, this::focus)));
        root.setCenter(new StackPane(nothing(), scroll));
        fields.getStyleClass().add("edit-fields");
        scroll.getStyleClass().add("edit-scroll");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.visibleProperty().bind(shown());
        new EditKeys(model, save, this::findField).listenIn(root);
        // Text fields consume Escape.
        scroll.addEventFilter(KeyEvent.KEY_PRESSED, this::press);
        model.fields().addListener((ListChangeListener<FieldModel>) change -> build());
        model.focus().subscribe(field -> field.ifPresent(this::focus));
        model.search().words().subscribe((before, now) -> scroll.setVvalue(0));
        build();
    }

    /** The form; the same node every time. */
    public Parent root() {
        return root;
    }

    /** Moves the keyboard focus to the first editable field; where there is none, to the first field. */
    public void focusFirst() {
        model.fields().stream()
                .filter(field -> field.lock().get() == FieldLock.NONE)
                .findFirst()
                .or(() -> model.fields().stream().findFirst())
                .ifPresent(this::focus);
    }

    /** The name of the column whose field has the keyboard focus; empty where none has. */
    public Optional<String> focusedColumn() {
        return views.made()
                .filter(view -> view.root().isFocusWithin())
                .map(FieldView::column)
                .findFirst();
    }

    /** Shows the search for fields, with the keyboard focus in it; nothing where there are no fields. */
    public void findField() {
        if (!model.fields().isEmpty()) {
            search.begin();
        }
    }

    /** Escape ends the search, and the keyboard focus stays in its field. */
    private void press(KeyEvent key) {
        if (key.getCode() == KeyCode.ESCAPE
                && model.search().open().get()
                && views.made().noneMatch(view -> view.takes(key))) {
            model.search().end();
            revealFocused();
            key.consume();
        }
    }

    /** Gives the keyboard focus back after a search; to the first field where what had it is no longer there. */
    private void backTo(Optional<Node> before) {
        before.filter(node -> Objects.equals(node.getScene(), root.getScene()) && node.isVisible())
                .ifPresentOrElse(Node::requestFocus, this::focusFirst);
        revealFocused();
    }

    private void revealFocused() {
        views.made().map(FieldView::root).filter(Node::isFocusWithin).forEach(this::reveal);
    }

    private BooleanBinding shown() {
        return Bindings.createBooleanBinding(() -> model.mode().get() != EditMode.NOTHING, model.mode());
    }

    private Node title() {
        Label title = new Label();
        title.getStyleClass().addAll("concord-heading", "edit-title");
        title.textProperty().bind(model.title());
        // A long title is whole under the mouse.
        title.textProperty().subscribe(Hint.on(title)::say);
        title.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(title, Priority.ALWAYS);
        Button find = new Button("", Icon.SEARCH.node());
        find.setId("edit-find");
        find.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT);
        find.setAccessibleText(texts.get("edit.find"));
        Hint.put(find, texts.get("edit.find.tip"));
        find.setOnAction(pressed -> findField());
        ToggleButton hide = new ToggleButton("", Icon.HIDDEN.node());
        hide.setId("edit-hide-empty");
        hide.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT);
        hide.setAccessibleText(texts.get("edit.empty"));
        Hint.put(hide, texts.get("edit.empty.tip"));
        model.empty().hiding().subscribe(hide::setSelected);
        hide.setOnAction(pressed -> model.empty().hide(hide.isSelected()));
        HBox line = new HBox(title, find, hide);
        line.getStyleClass().add("edit-heading-line");
        line.visibleProperty().bind(shown());
        line.managedProperty().bind(shown());
        return line;
    }

    private Node nothing() {
        Label words = new Label(texts.get("edit.nothing"), Icon.EMPTY.node());
        words.getStyleClass().add("edit-nothing");
        words.setContentDisplay(ContentDisplay.TOP);
        words.setWrapText(true);
        words.visibleProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> model.mode().get() == EditMode.NOTHING
                                && model.message().get().tone() == FormMessage.Tone.NONE,
                        model.mode(),
                        model.message()));
        return words;
    }

    private void build() {
        views.show(model.fields(), Math.max(LEAST_SEEN, fields.seenIn(scroll.getHeight())));
        scroll.setVvalue(0);
    }

    private void focus(FieldModel field) {
        views.of(field).ifPresent(view -> {
            view.focus();
            reveal(view.root());
        });
    }

    /** Scrolls so far that a field is in sight. */
    private void reveal(Node field) {
        root.applyCss();
        root.layout();
        double above = field.getBoundsInParent().getMinY();
        double below = field.getBoundsInParent().getMaxY();
        double seen = scroll.getViewportBounds().getHeight();
        double hidden = fields.getHeight() - seen;
        double top = scroll.getVvalue() * hidden;
        if (hidden > 0 && above < top) {
            scroll.setVvalue(above / hidden);
        } else if (hidden > 0 && below > top + seen) {
            scroll.setVvalue((below - seen) / hidden);
        }
    }
}
