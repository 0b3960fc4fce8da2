package dev.concord.app.action;

import dev.concord.app.control.ListKeys;
import dev.concord.ui.text.Texts;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The palette above the rest of the window: a field, and the lines that are meant by what is typed there. */
public final class PaletteView {
    private final PaletteModel model;
    private final Texts texts;
    private final TextField field = new TextField();
    private final ListView<PaletteEntry> list = new ListView<>();
    private final ListKeys keys = new ListKeys(list);
    private final StackPane root = new StackPane();
    /** Who has the keyboard again when nothing was chosen. */
    private Optional<Node> before = Optional.empty();

    public PaletteView(PaletteModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        field.setId("palette-field");
        field.setPromptText(texts.get("palette.prompt"));
        field.setAccessibleText(texts.get("palette.prompt"));
        field.textProperty().bindBidirectional(model.typed());
        list.setId("palette-list");
        list.setItems(model.shown());
        list.setCellFactory(shown -> new Line());
        list.setFocusTraversable(false);
        Label nothing = new Label(texts.get("palette.nothing"));
        nothing.getStyleClass().add("concord-muted");
        list.setPlaceholder(nothing);
        list.setAccessibleText(texts.get("palette.list"));
        // Not when the lines change: the list has to hear of that first.
        model.typed().subscribe(text -> list.getSelectionModel().selectFirst());
        list.getSelectionModel().selectedItemProperty().subscribe(this::tell);
        VBox card = new VBox(field, list);
        card.getStyleClass().addAll("pick-card", "palette");
        card.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        VBox.setVgrow(list, Priority.ALWAYS);
        root.getStyleClass().addAll("pick-veil", "palette-veil");
        root.getChildren().add(card);
        root.visibleProperty().bind(model.open());
        root.managedProperty().bind(model.open());
        root.addEventFilter(KeyEvent.KEY_PRESSED, this::press);
        root.setOnMousePressed(pressed -> {
            if (pressed.getTarget().equals(root)) {
                leave();
            }
        });
    }

    /** To be laid over all the window; not there while it is closed. */
    public Node root() {
        return root;
    }

    /** Opens the palette, or closes it when it is open. */
    public void toggle() {
        if (model.open().get()) {
            leave();
        } else {
            before = Optional.ofNullable(root.getScene().getFocusOwner());
            model.ask();
            list.getSelectionModel().selectFirst();
            field.requestFocus();
        }
    }

    private void leave() {
        model.close();
        before.ifPresent(Node::requestFocus);
    }

    private void choose() {
        Optional.ofNullable(list.getSelectionModel().getSelectedItem()).ifPresent(this::choose);
    }

    /** What is chosen may go elsewhere; where it does not, the keyboard is where it was. */
    private void choose(PaletteEntry entry) {
        before.ifPresent(Node::requestFocus);
        model.choose(entry);
    }

    private void press(KeyEvent key) {
        if (key.getCode() == KeyCode.ESCAPE) {
            leave();
        } else if (key.getCode() == KeyCode.ENTER) {
            choose();
        } else if (key.getCode() == KeyCode.TAB) {
            // It would go to the window below.
            keys.step(key.isShiftDown() ? -1 : 1);
        } else if (!keys.press(key)) {
            return;
        }
        key.consume();
    }

    /** The keyboard stays in the field, so the field says what is selected. */
    private void tell() {
        field.setAccessibleHelp(Optional.ofNullable(list.getSelectionModel().getSelectedItem())
                .map(PaletteEntry::name)
                .orElse(texts.get("palette.nothing")));
    }

    private final class Line extends ListCell<PaletteEntry> {
        private final Label name = new Label();
        private final Label detail = new Label();
        private final Label keys = new Label();
        private final HBox line;

        Line() {
            name.setMinWidth(Region.USE_PREF_SIZE);
            detail.getStyleClass().add("concord-muted");
            detail.setTextOverrun(OverrunStyle.ELLIPSIS);
            keys.getStyleClass().add("palette-keys");
            keys.setMinWidth(Region.USE_PREF_SIZE);
            Region space = new Region();
            HBox.setHgrow(space, Priority.ALWAYS);
            line = new HBox(name, detail, space, keys);
            line.getStyleClass().add("palette-line");
            setOnMouseClicked(clicked -> Optional.ofNullable(getItem()).ifPresent(PaletteView.this::choose));
        }

        @Override
        protected void updateItem(PaletteEntry entry, boolean empty) {
            super.updateItem(entry, empty);
            setText(null);
            if (empty || entry == null) {
                setGraphic(null);
                setAccessibleText(null);
                return;
            }
            name.setText(entry.name());
            name.setGraphic(entry.icon().node());
            detail.setText(entry.detail());
            keys.setText(entry.keys());
            setAccessibleText(String.join(", ", entry.name(), entry.detail(), entry.keys()));
            setGraphic(line);
        }
    }
}
