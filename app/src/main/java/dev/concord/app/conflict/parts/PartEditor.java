package dev.concord.app.conflict.parts;

import dev.concord.diff.EditedLines;
import dev.concord.merge.PartAnswer;
import dev.concord.ui.icon.Icon;
import dev.concord.ui.text.Texts;
import java.util.OptionalInt;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/**
 * The editor for the text of one part. A list of parts has one, which the row being edited shows: rows are reused while
 * scrolling.
 */
final class PartEditor {
    private static final int MOST_LINES = 20;

    private final PartsModel model;
    private final Texts texts;
    private final TextArea area = new TextArea();
    private final VBox node;
    private final ReadOnlyObjectWrapper<OptionalInt> editing =
            new ReadOnlyObjectWrapper<>(this, "editing", OptionalInt.empty());
    private EditedLines lines = EditedLines.of("");
    private boolean endsLine;
    private String start = "";

    /** A closed editor. */
    PartEditor(PartsModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        area.setId("part-editor");
        area.setWrapText(true);
        Button keep = new Button(texts.get("conflict.parts.keep"), Icon.CHOSEN.node());
        Button drop = new Button(texts.get("conflict.cancel"));
        keep.setOnAction(event -> finish());
        drop.setOnAction(event -> close());
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

    /** The place of the part being edited; empty while the editor is closed. */
    ReadOnlyObjectProperty<OptionalInt> editing() {
        return editing.getReadOnlyProperty();
    }

    boolean isOpen() {
        return editing.get().isPresent();
    }

    boolean isOpen(int place) {
        return editing.get().equals(OptionalInt.of(place));
    }

    /** Opens the editor on a changed part; if it is open already, closes it and takes over what was typed. */
    void edit(int place) {
        if (isOpen()) {
            finish();
        } else if (model.changes().contains(place)) {
            model.select(place);
            load(place);
            editing.set(OptionalInt.of(place));
            area.requestFocus();
        }
    }

    /** Starts with the part's result, or with the person's own edit while nothing is decided. */
    private void load(int place) {
        String text =
                (model.decided(place) ? model.result(place) : model.part(place).mine()).orElse("");
        lines = EditedLines.of(text);
        // The line end is not shown, because it would look like one more, empty line.
        endsLine = lines.shown().endsWith("\n");
        start = endsLine ? lines.shown().substring(0, lines.shown().length() - 1) : lines.shown();
        area.setText(start);
        area.setPrefRowCount(Math.clamp(PartLine.count(lines.shown()), 1, MOST_LINES));
        area.setAccessibleText(
                texts.get("conflict.parts.editing", model.changes().indexOf(place) + 1));
    }

    /** Closes the editor and takes over what was typed, unless it was left as it was. */
    void finish() {
        String typed = area.getText();
        if (typed.equals(start)) {
            close();
        } else {
            String whole = endsLine && !typed.isEmpty() ? typed + "\n" : typed;
            int place = editing.get().orElseThrow();
            close();
            model.choose(place, new PartAnswer.Typed(lines.changedTo(whole).text()));
        }
    }

    /** Closes the editor and discards what was typed. */
    void close() {
        editing.set(OptionalInt.empty());
    }
}
