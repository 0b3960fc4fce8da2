package dev.concord.app.paste;

import java.util.Optional;
import java.util.function.Supplier;

/** Fill down: there is nothing to choose. */
record FillInput() implements PasteInput {

    @Override
    public Supplier<SourceReading> reader() {
        return () -> new SourceReading.Ready(new CellSource.FromFirst(), Optional.empty());
    }

    @Override
    public void whenChanged(Runnable task) {}
}
