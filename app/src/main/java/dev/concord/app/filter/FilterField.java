package dev.concord.app.filter;

import dev.concord.app.control.Hint;
import dev.concord.ui.text.Texts;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;

/** The box under a column's header in which its filter is typed; marked while its text is no condition. */
public final class FilterField {
    private static final PseudoClass UNREADABLE = PseudoClass.getPseudoClass("unreadable");

    private final FilterModel model;
    private final FilterEntry entry;
    private final TextField field = new TextField();
    private final Runnable goToRows;
    private boolean echo;

    /**
     * A box for the filter of one column.
     *
     * @param goToRows goes to the selected row, or to the first one
     * @param reveal makes the box visible when it gets the keyboard focus
     */
    public FilterField(FilterModel model, FilterEntry entry, Texts texts, Runnable goToRows, Runnable reveal) {
        this.model = model;
        this.entry = entry;
        this.goToRows = goToRows;
        String name = texts.get("filter.box", entry.column().name());
        field.setAccessibleText(name);
        field.setId("filter-" + entry.column().name());
        field.getStyleClass().addAll("filter-field", "small");
        Hint hint = Hint.on(field);
        entry.problem().subscribe(sentence -> {
            field.pseudoClassStateChanged(UNREADABLE, !sentence.isEmpty());
            hint.say(sentence.isEmpty() ? texts.get("filter.box.hint") : sentence);
        });
        entry.typed().subscribe(this::showTyped);
        // A field cannot hold line breaks: what it makes of a text it was given is not typed by anybody.
        field.textProperty().subscribe((before, now) -> {
            if (!echo) {
                entry.typed().set(now);
            }
        });
        field.addEventHandler(KeyEvent.KEY_PRESSED, this::press);
        field.focusedProperty().subscribe(focused -> {
            if (focused) {
                reveal.run();
            }
        });
    }

    /** The box. */
    public Node root() {
        return field;
    }

    /** Moves the keyboard focus to the field. */
    public void focus() {
        field.requestFocus();
        field.selectAll();
    }

    /** Whether the keyboard focus is in the field. */
    public boolean focused() {
        return field.isFocused();
    }

    private void showTyped(String typed) {
        if (!typed.equals(field.getText())) {
            echo = true;
            field.setText(typed);
            echo = false;
        }
    }

    private void press(KeyEvent key) {
        switch (key.getCode()) {
            case ENTER -> model.apply();
            case ESCAPE -> model.clear(entry);
            case DOWN -> {
                model.apply();
                goToRows.run();
            }
            default -> {
                return;
            }
        }
        key.consume();
    }
}
