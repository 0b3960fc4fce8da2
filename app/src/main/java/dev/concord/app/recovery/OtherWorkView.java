package dev.concord.app.recovery;

import atlantafx.base.theme.Styles;
import dev.concord.ui.text.Texts;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** The databases that are not open and have unsaved work: a line for each, and what can be done with the one selected. */
public final class OtherWorkView {
    /** The greatest width, in pixels: enough for a name and a sentence. */
    private static final double WIDTH = 820;

    private final OtherWorkModel model;
    private final Texts texts;
    private final Runnable close;
    private final Consumer<OtherDatabase> askToDiscard;
    private final ListView<OtherDatabase> list;
    private final Button open = new Button();
    private final Button discard = new Button();
    private final BorderPane root = new BorderPane();

    /**
     * @param close closes the view
     * @param askToDiscard closes the view and asks whether a database's unsaved work is to be discarded
     */
    public OtherWorkView(OtherWorkModel model, Texts texts, Runnable close, Consumer<OtherDatabase> askToDiscard) {
        this.model = model;
        this.texts = texts;
        this.close = close;
        this.askToDiscard = askToDiscard;
        list = new ListView<>(model.databases());
        list.setId("others-list");
        list.setAccessibleText(title());
        list.setCellFactory(view -> new OtherWorkCell(new RecoveryText(texts)));
        list.setPlaceholder(new Label(texts.get("recovery.none")));
        list.getSelectionModel().selectedItemProperty().subscribe(selected -> show());
        list.addEventHandler(KeyEvent.KEY_PRESSED, this::pressedInList);
        list.setOnMouseClicked(click -> {
            if (click.getClickCount() == 2) {
                open();
            }
        });
        root.getStyleClass().addAll("saving", "recovery");
        root.setMaxWidth(WIDTH);
        root.setTop(new WorkHeader(title(), texts.get("recovery.others.about"), model.notice()));
        root.setCenter(list);
        root.setBottom(buttons());
        root.setAccessibleText(title());
        root.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        model.databases().addListener((ListChangeListener<OtherDatabase>) change -> selectOne());
        model.busy().subscribe(busy -> show());
        selectOne();
        list.sceneProperty().subscribe(scene -> {
            if (scene != null) {
                list.requestFocus();
            }
        });
    }

    /** The node to show. */
    public Parent root() {
        return root;
    }

    /** The window's title. */
    public String title() {
        return texts.get("recovery.others.title");
    }

    private Node buttons() {
        open.setId("others-open");
        open.setText(texts.get("recovery.others.open"));
        open.getStyleClass().add(Styles.ACCENT);
        open.setOnAction(pressed -> open());
        discard.setId("others-discard");
        discard.setOnAction(pressed -> discard());
        Button later = new Button(texts.get("recovery.others.close"));
        later.setId("others-close");
        later.setOnAction(pressed -> close.run());
        Label keys = new Label(texts.get("recovery.others.keys"));
        keys.getStyleClass().add("concord-muted");
        keys.setMinWidth(0);
        keys.setWrapText(true);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        for (Button button : List.of(open, discard, later)) {
            button.setMinWidth(Region.USE_PREF_SIZE);
        }
        HBox row = new HBox(keys, space, later, discard, open);
        row.getStyleClass().add("saving-buttons");
        return row;
    }

    /** After another look the selection stays where it was, or goes to the first. */
    private void selectOne() {
        if (selected().isEmpty()) {
            list.getSelectionModel().selectFirst();
        }
        show();
    }

    private void show() {
        Optional<OtherDatabase> selected = selected();
        boolean restorable = selected.filter(OtherDatabase::discarded).isPresent();
        discard.setText(texts.get(restorable ? "recovery.restore" : "recovery.others.discard"));
        discard.setDisable(model.busy().get() || selected.isEmpty());
        open.setDisable(model.busy().get() || selected.isEmpty());
    }

    private Optional<OtherDatabase> selected() {
        return Optional.ofNullable(list.getSelectionModel().getSelectedItem()).filter(model.databases()::contains);
    }

    private void open() {
        if (!open.isDisabled()) {
            selected().ifPresent(database -> {
                close.run();
                model.open(database);
            });
        }
    }

    private void discard() {
        if (!discard.isDisabled()) {
            selected().ifPresent(database -> {
                if (database.discarded()) {
                    model.restore(database);
                } else {
                    askToDiscard.accept(database);
                }
            });
        }
    }

    private void pressed(KeyEvent key) {
        if (key.getCode() == KeyCode.ESCAPE) {
            key.consume();
            close.run();
        }
    }

    private void pressedInList(KeyEvent key) {
        if (key.getCode() == KeyCode.ENTER) {
            key.consume();
            open();
        } else if (key.getCode() == KeyCode.DELETE) {
            key.consume();
            selected().filter(database -> !database.discarded()).ifPresent(database -> discard());
        }
    }
}
