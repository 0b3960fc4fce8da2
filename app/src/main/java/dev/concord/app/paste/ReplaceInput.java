package dev.concord.app.paste;

import dev.concord.ui.text.Texts;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** Search and replace, as it is typed. FX thread only. */
final class ReplaceInput implements PasteInput {
    private final Texts texts;
    private final StringProperty search = new SimpleStringProperty(this, "search", "");
    private final StringProperty replacement = new SimpleStringProperty(this, "replacement", "");
    private final BooleanProperty matchCase = new SimpleBooleanProperty(this, "matchCase");
    private final BooleanProperty whole = new SimpleBooleanProperty(this, "whole");
    private final BooleanProperty regular = new SimpleBooleanProperty(this, "regular");

    ReplaceInput(Texts texts) {
        this.texts = texts;
    }

    /** What is looked for. */
    StringProperty search() {
        return search;
    }

    /** What is put in its place. */
    StringProperty replacement() {
        return replacement;
    }

    /** Whether capital and small letters differ. */
    BooleanProperty matchCase() {
        return matchCase;
    }

    /** Whether only cells are changed that hold nothing else. */
    BooleanProperty whole() {
        return whole;
    }

    /** Whether what is looked for is a regular expression. */
    BooleanProperty regular() {
        return regular;
    }

    @Override
    public Supplier<SourceReading> reader() {
        Replacement.Made made =
                Replacement.of(search.get(), replacement.get(), matchCase.get(), whole.get(), regular.get(), texts);
        SourceReading reading =
                switch (made) {
                    case Replacement.Usable(Replacement usable) ->
                        new SourceReading.Ready(new CellSource.Replacing(usable), Optional.empty());
                    case Replacement.Unusable(String sentence) -> new SourceReading.Unusable(sentence);
                };
        return () -> reading;
    }

    @Override
    public void whenChanged(Runnable task) {
        List.of(search, replacement).forEach(text -> text.subscribe((before, now) -> task.run()));
        List.of(matchCase, whole, regular).forEach(choice -> choice.subscribe((before, now) -> task.run()));
    }
}
