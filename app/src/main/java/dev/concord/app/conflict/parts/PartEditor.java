package dev.concord.app.conflict.parts;

import dev.concord.ui.icon.Icon;
import dev.concord.ui.text.Texts;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** Where the text of one part is typed. There is one, which the row being edited shows: rows come and go while scrolling. */
final class PartEditor {
    private static final int MOST_LINES = 20;

    private final PartsModel model;
    private final Texts texts;
    private final Consumer<Optional<String>> done;
    private final TextArea area = new TextArea();
    private final VBox node;
    private String lineEnd = "\n";
    private boolean endsLine;
    private String start = "";

    /**
     * A closed editor.
     *
     * @param done given what was typed, or nothing when it was left as it was or given up
     */
    PartEditor(PartsModel model, Texts texts, Consumer<Optional<String>> done) {
        this.model = model;
        this.texts = texts;
        this.done = done;
        area.setId("part-editor");
        area.setWrapText(true);
        Button keep = new Button(texts.get("conflict.parts.keep"), Icon.CHOSEN.node());
        Button drop = new Button(texts.get("conflict.cancel"));
        keep.setOnAction(event -> finish());
        drop.setOnAction(event -> giveUp());
        HBox buttons = new HBox(keep, drop);
        for (Button button : new Button[] {keep, drop}) {
            button.getStyleClass().addAll("small", "conflict-action");
        }
        buttons.getStyleClass().add("parts-buttons");
        node = new VBox(area, buttons);
        node.getStyleClass().add("parts-editor");
    }

    Node node() {
        return node;
    }

    /** Starts with what the part will be, or with the person's own edit while that is not known. */
    void open(int place) {
        String text =
                (model.decided(place) ? model.result(place) : model.part(place).mine()).orElse("");
        lineEnd = text.contains("\r\n") ? "\r\n" : "\n";
        // The line's end is no part of what is typed: it would show as one more, empty line.
        endsLine = text.endsWith("\n");
        String plain = text.replace("\r\n", "\n");
        start = endsLine ? plain.substring(0, plain.length() - 1) : plain;
        area.setText(start);
        area.setPrefRowCount(Math.clamp(PartLine.count(plain), 1, MOST_LINES));
        area.setAccessibleText(
                texts.get("conflict.parts.editing", model.changes().indexOf(place) + 1));
    }

    void focus() {
        area.requestFocus();
    }

    /** Hands over what was typed. */
    void finish() {
        String typed = area.getText();
        String whole = endsLine && !typed.isEmpty() ? typed + "\n" : typed;
        done.accept(typed.equals(start) ? Optional.empty() : Optional.of(whole.replace("\n", lineEnd)));
    }

    /** Forgets what was typed. */
    void giveUp() {
        done.accept(Optional.empty());
    }
}
