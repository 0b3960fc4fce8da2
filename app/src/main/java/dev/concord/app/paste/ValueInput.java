package dev.concord.app.paste;

import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** One value for all cells, as it is typed. FX thread only. */
final class ValueInput implements PasteInput {
    private final StringProperty text = new SimpleStringProperty(this, "text");
    private final BooleanProperty none = new SimpleBooleanProperty(this, "none");

    /** @param text what is typed already */
    ValueInput(String text) {
        this.text.set(text);
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
        Optional<String> typed = none.get() ? Optional.empty() : Optional.of(text.get());
        return () -> new SourceReading.Ready(new CellSource.Same(typed), Optional.empty());
    }

    @Override
    public void whenChanged(Runnable task) {
        text.subscribe((before, now) -> task.run());
        none.subscribe((before, now) -> task.run());
    }
}
