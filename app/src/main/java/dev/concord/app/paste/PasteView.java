package dev.concord.app.paste;

import atlantafx.base.theme.Styles;
import dev.concord.app.control.Caption;
import dev.concord.app.paste.PasteAnswer.Judged;
import dev.concord.ui.icon.Icon;
import dev.concord.ui.text.Texts;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The preview of a change of many cells: counts, what can be chosen, and a line for each cell that changes or cannot. */
public final class PasteView {
    /** The greatest width, in pixels: enough for two values and a sentence. */
    private static final double WIDTH = 1_020;

    private final PasteModel model;
    private final Texts texts;
    private final PasteText words;
    private final Label counts = new Label();
    private final VBox notes = new VBox();
    private final ChoicesPane choices;
    private final CheckBox onlyRefused = new CheckBox();
    private final CheckBox keep = new CheckBox();
    private final Button cancel = new Button();
    private final Button apply = new Button();
    private final BorderPane root = new BorderPane();

    public PasteView(PasteModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        this.words = new PasteText(texts);
        this.choices = new ChoicesPane(model, texts);
        root.getStyleClass().add("paste");
        root.setMaxWidth(WIDTH);
        root.setTop(header());
        root.setCenter(new LinesTable(model, texts));
        root.setBottom(footer());
        root.setAccessibleText(title());
        root.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        model.answer().subscribe(this::show);
        model.keep().subscribe(() -> show(model.answer().get()));
        root.sceneProperty().subscribe(scene -> {
            if (scene != null) {
                choices.first().orElse(apply).requestFocus();
            }
        });
    }

    /** The node to show. */
    public Parent root() {
        return root;
    }

    /** The window's title. */
    public String title() {
        String table = Caption.of(model.target().table().id().name());
        return switch (model.input()) {
            case BlockInput block -> texts.get(block.allNew().get() ? "paste.title.new" : "paste.title.block", table);
            case FillInput _ -> texts.get("paste.title.fill", table);
            case ValueInput _ -> texts.get("paste.title.value", table);
            case ReplaceInput _ -> texts.get("paste.title.replace", table);
        };
    }

    private Node header() {
        Label title = new Label(title(), Icon.CHANGED.node());
        title.getStyleClass().add("concord-heading");
        counts.setId("paste-counts");
        counts.setWrapText(true);
        notes.setId("paste-notes");
        notes.getStyleClass().add("paste-notes");
        notes.managedProperty().bind(notes.visibleProperty());
        VBox header = new VBox(title, choices, counts, notes);
        header.getStyleClass().add("paste-header");
        return header;
    }

    private Node footer() {
        onlyRefused.setId("paste-only-refused");
        onlyRefused.setText(texts.get("paste.only-refused"));
        onlyRefused.selectedProperty().bindBidirectional(model.onlyRefused());
        keep.setId("paste-keep");
        keep.selectedProperty().bindBidirectional(model.keep());
        for (CheckBox box : List.of(onlyRefused, keep)) {
            box.setMnemonicParsing(false);
            box.managedProperty().bind(box.visibleProperty());
        }
        cancel.setId("paste-cancel");
        cancel.setText(texts.get("paste.cancel"));
        cancel.setOnAction(pressed -> model.cancel());
        apply.setId("paste-apply");
        apply.getStyleClass().add(Styles.ACCENT);
        apply.setOnAction(pressed -> model.apply());
        for (Button button : List.of(cancel, apply)) {
            button.setMinWidth(Region.USE_PREF_SIZE);
        }
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox footer = new HBox(onlyRefused, keep, space, cancel, apply);
        footer.getStyleClass().add("paste-footer");
        return footer;
    }

    private void show(PasteAnswer answer) {
        switch (answer) {
            case PasteAnswer.Waiting _ -> {
                // What was found out before stays in sight: mostly the next answer comes at once.
                if (counts.getText().isEmpty()) {
                    counts.setText(texts.get("paste.waiting"));
                    show(List.of(), 0, 0, 0);
                }
            }
            case PasteAnswer.Unusable(String sentence) -> {
                counts.setText(sentence);
                show(List.of(), 0, 0, 0);
            }
            case Judged judged -> {
                counts.setText(words.counts(judged));
                show(
                        words.notes(judged),
                        judged.cells().changed(),
                        judged.cells().refused(),
                        judged.cells().keepable());
            }
        }
    }

    private void show(List<String> sentences, int changed, int refused, int keepable) {
        notes.getChildren().setAll(sentences.stream().map(PasteView::note).toList());
        notes.setVisible(!sentences.isEmpty());
        int cells = changed + (model.keep().get() ? keepable : 0);
        apply.setText(texts.get("paste.apply", cells));
        apply.setDisable(cells == 0);
        onlyRefused.setVisible(refused > 0);
        keep.setText(texts.get("paste.keep", keepable));
        keep.setVisible(keepable > 0);
    }

    private static Label note(String sentence) {
        Label note = new Label(sentence, Icon.INFO.node());
        note.setWrapText(true);
        return note;
    }

    private void pressed(KeyEvent key) {
        if (key.getCode() == KeyCode.ESCAPE) {
            key.consume();
            model.cancel();
        } else if (key.getCode() == KeyCode.ENTER) {
            key.consume();
            if (cancel.isFocused()) {
                model.cancel();
            } else {
                model.apply();
            }
        }
    }
}
