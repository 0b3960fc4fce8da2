package dev.concord.app.conflict.parts;

import atlantafx.base.theme.Styles;
import dev.concord.app.conflict.sides.ColumnCaption;
import dev.concord.app.conflict.sides.ColumnGrid;
import dev.concord.app.conflict.sides.FixedHeaderPane;
import dev.concord.app.conflict.sides.ValueDisplay;
import dev.concord.app.control.Caption;
import dev.concord.merge.PartAnswer;
import dev.concord.ui.icon.Icon;
import dev.concord.ui.text.Texts;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** One value decided part by part: the lines of a text side by side, or the paths of a document and the items of a list. */
public final class PartsView {
    private final PartsModel model;
    private final Texts texts;
    private final PartsList list;
    private final BorderPane root = new BorderPane();

    /**
     * Shows the parts.
     *
     * @param back goes back to the fields; decisions are kept
     */
    public PartsView(PartsModel model, ValueDisplay values, Runnable back) {
        this.model = model;
        this.texts = values.texts();
        this.list = new PartsList(model, values);
        root.getStyleClass().addAll("conflict", "parts");
        Runnable leave = () -> {
            endTyping();
            back.run();
        };
        root.setTop(new VBox(header(leave), toolbar()));
        root.setCenter(new FixedHeaderPane(columns(), list.node()));
        root.setBottom(footer(leave));
        new PartsKeys(model, list.editor(), back).listenIn(root);
    }

    /** Takes over what is still being typed. */
    public void endTyping() {
        if (list.editor().isOpen()) {
            list.editor().finish();
        }
    }

    /** The node to show. In a scene it moves the keyboard focus to the first part to decide. */
    public Parent root() {
        return root;
    }

    private Node header(Runnable back) {
        Button all = new Button(texts.get("conflict.parts.back"), Icon.UNDO.node());
        all.getStyleClass().add(Styles.FLAT);
        all.setId("parts-back");
        all.setOnAction(event -> back.run());
        Label title = new Label(texts.get("conflict.parts.title." + word(), Caption.of(model.column())));
        title.getStyleClass().add("conflict-title");
        Label counts = new Label();
        counts.getStyleClass().add("conflict-counts");
        counts.textProperty()
                .bind(model.answers()
                        .map(now -> texts.get(
                                "conflict.parts.counts",
                                model.undecided().size(),
                                model.changes().size())));
        VBox lines = new VBox(title, counts);
        lines.getStyleClass().add("conflict-headline");
        HBox.setHgrow(lines, Priority.ALWAYS);
        HBox header = new HBox(lines, all);
        header.getStyleClass().add("conflict-header");
        return header;
    }

    private Node toolbar() {
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox toolbar = new HBox(
                step("conflict.parts.previous", Icon.PREVIOUS, -1),
                step("conflict.parts.next", Icon.NEXT, 1),
                space,
                bulk("conflict.parts.all.theirs", new PartAnswer.Theirs()),
                bulk("conflict.parts.all.mine", new PartAnswer.Mine()));
        toolbar.getStyleClass().add("conflict-toolbar");
        return toolbar;
    }

    private Button step(String key, Icon icon, int by) {
        Button button = new Button(texts.get(key), icon.node());
        button.setOnAction(event -> {
            model.step(by);
            list.focus();
        });
        return button;
    }

    private Button bulk(String key, PartAnswer answer) {
        Button button = new Button();
        var undecided = model.answers().map(now -> model.undecided().size());
        button.textProperty().bind(undecided.map(count -> texts.get(key, count)));
        button.visibleProperty().bind(undecided.map(count -> count > 0));
        button.managedProperty().bind(button.visibleProperty());
        button.setOnAction(event -> {
            model.chooseAll(answer);
            list.focus();
        });
        return button;
    }

    private GridPane columns() {
        return PartRows.ofText(model)
                ? ColumnGrid.ofSides(caption("theirs"), caption("merged"), caption("mine"))
                : ColumnGrid.of(first(word()), caption("base"), caption("theirs"), caption("mine"), caption("result"));
    }

    /** The caption of the names, which are a little further from the edge than the values. */
    private Node first(String column) {
        Node caption = caption(column);
        caption.getStyleClass().add("conflict-column-field");
        return caption;
    }

    private Node caption(String column) {
        return new ColumnCaption(column, texts);
    }

    private Node footer(Runnable back) {
        Label keys = new Label(texts.get(model.both() ? "conflict.parts.keys.both" : "conflict.parts.keys"));
        keys.getStyleClass().addAll("concord-muted", "conflict-keys");
        keys.setMinWidth(0);
        keys.setWrapText(true);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Button done = new Button(texts.get("conflict.parts.done"), Icon.CHOSEN.node());
        done.setId("parts-done");
        done.getStyleClass().add(Styles.ACCENT);
        done.setMinWidth(Region.USE_PREF_SIZE);
        done.setOnAction(event -> back.run());
        HBox footer = new HBox(keys, space, done);
        footer.getStyleClass().add("conflict-footer");
        return footer;
    }

    private String word() {
        return PartRows.ofText(model) ? "text" : model.rule().name().toLowerCase(Locale.ROOT);
    }
}
