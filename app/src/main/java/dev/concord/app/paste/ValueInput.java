package dev.concord.app.paste;

import dev.concord.ui.text.Texts;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** One value for all cells, as it is typed. FX thread only. */
final class ValueInput implements PasteInput {
    private final Texts texts;
    private final boolean typed;
    private final StringProperty text = new SimpleStringProperty(this, "text", "");
    private final BooleanProperty none = new SimpleBooleanProperty(this, "none");

    private ValueInput(boolean typed, String text, Texts texts) {
        this.typed = typed;
        this.texts = texts;
        this.text.set(text);
    }

    /** A value that is still to be typed: before it is, no cell would be changed. */
    static ValueInput asked(Texts texts) {
        return new ValueInput(false, "", texts);
    }

    /** A value that was typed somewhere else. */
    static ValueInput typed(String text, Texts texts) {
        return new ValueInput(true, text, texts);
    }

    /** What is typed. */
    StringProperty text() {
        return text;
    }

    /** Whether no value is to stand in the cells, whatever is typed. */
    BooleanProperty none() {
        return none;
    }

    @Override
    public Supplier<SourceReading> reader() {
        SourceReading reading = text.get().isEmpty() && !none.get() && !typed
                ? new SourceReading.Unusable(texts.get("paste.value.nothing"))
                : new SourceReading.Ready(
                        new CellSource.Same(none.get() ? Optional.empty() : Optional.of(text.get())), Optional.empty());
        return () -> reading;
    }

    @Override
    public void whenChanged(Runnable task) {
        text.subscribe((before, now) -> task.run());
        none.subscribe((before, now) -> task.run());
    }
}
