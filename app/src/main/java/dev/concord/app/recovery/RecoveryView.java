package dev.concord.app.recovery;

import atlantafx.base.theme.Styles;
import dev.concord.ui.text.Texts;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.SelectionMode;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** The unsaved work that was found: a line for each record, and what can be done with those selected. */
public final class RecoveryView {
    /** The greatest width, in pixels: enough for a title and a sentence. */
    private static final double WIDTH = 820;

    private final RecoveryModel model;
    private final Texts texts;
    private final Runnable close;
    private final ListView<Offer> list;
    private final Button resume = new Button();
    private final Button discard = new Button();
    private final Button all = new Button();
    private final BorderPane root = new BorderPane();

    /** @param close closes the view */
    public RecoveryView(RecoveryModel model, Texts texts, Runnable close) {
        this.model = model;
        this.texts = texts;
        this.close = close;
        list = new ListView<>(model.offers());
        list.setId("recovery-list");
        list.setAccessibleText(title());
        list.setCellFactory(view -> new OfferCell(new RecoveryText(texts), model::isUnderWay));
        list.setPlaceholder(new Label(texts.get("recovery.none")));
        list.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        list.getSelectionModel().getSelectedItems().addListener((ListChangeListener<Offer>) change -> show());
        list.addEventHandler(KeyEvent.KEY_PRESSED, this::pressedInList);
        list.setOnMouseClicked(click -> {
            if (click.getClickCount() == 2) {
                resume();
            }
        });
        root.getStyleClass().addAll("saving", "recovery");
        root.setMaxWidth(WIDTH);
        root.setTop(new WorkHeader(title(), texts.get("recovery.about"), model.notice()));
        root.setCenter(list);
        root.setBottom(buttons());
        root.setAccessibleText(title());
        root.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        model.offers().addListener((ListChangeListener<Offer>) change -> show());
        model.busy().subscribe(busy -> show());
        list.getSelectionModel().selectFirst();
        show();
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
        return texts.get("recovery.title");
    }

    private Node buttons() {
        resume.setId("recovery-continue");
        resume.getStyleClass().add(Styles.ACCENT);
        resume.setOnAction(pressed -> resume());
        discard.setId("recovery-discard");
        discard.setText(texts.get("recovery.discard"));
        discard.setOnAction(pressed -> model.discard(selected()));
        all.setId("recovery-all");
        all.setText(texts.get("recovery.continue-all"));
        all.setOnAction(pressed -> {
            close.run();
            model.continueAll();
        });
        Button later = new Button(texts.get("recovery.later"));
        later.setId("recovery-later");
        later.setOnAction(pressed -> later());
        Label keys = new Label(texts.get("recovery.keys"));
        keys.getStyleClass().add("concord-muted");
        keys.setMinWidth(0);
        keys.setWrapText(true);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        for (Button button : List.of(resume, discard, all, later)) {
            button.setMinWidth(Region.USE_PREF_SIZE);
        }
        HBox row = new HBox(keys, space, later, all, discard, resume);
        row.getStyleClass().add("saving-buttons");
        return row;
    }

    private void show() {
        List<Offer> selected = selected();
        boolean busy = model.busy().get();
        boolean discarded = !selected.isEmpty() && selected.stream().allMatch(Offer::isDiscarded);
        resume.setText(texts.get(discarded ? "recovery.restore" : "recovery.continue"));
        resume.setDisable(busy || selected.stream().noneMatch(model::isContinuable));
        discard.setDisable(busy || selected.stream().allMatch(Offer::isDiscarded));
        all.setDisable(busy || model.offers().stream().noneMatch(model::isContinuedWithAll));
    }

    private List<Offer> selected() {
        return list.getSelectionModel().getSelectedItems().stream()
                .filter(model.offers()::contains)
                .toList();
    }

    /** Continues what is selected; the view makes way for it, unless nothing of it can be continued. */
    private void resume() {
        List<Offer> selected = selected();
        if (!resume.isDisabled()) {
            close.run();
            model.resume(selected);
        }
    }

    private void later() {
        model.later();
        close.run();
    }

    private void pressed(KeyEvent key) {
        if (key.getCode() == KeyCode.ESCAPE) {
            key.consume();
            later();
        }
    }

    private void pressedInList(KeyEvent key) {
        if (key.getCode() == KeyCode.ENTER) {
            key.consume();
            resume();
        } else if (key.getCode() == KeyCode.DELETE) {
            key.consume();
            model.discard(selected());
        }
    }
}
