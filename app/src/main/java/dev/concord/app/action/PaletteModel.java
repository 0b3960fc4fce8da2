package dev.concord.app.action;

import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** One box from which every action and every table can be reached by a part of its name. FX thread only. */
public final class PaletteModel {
    /** The most lines shown; a name is typed further sooner than a list of this length is read. */
    static final int MOST = 200;

    private final Supplier<Stream<PaletteEntry>> named;
    private final Function<String, Stream<PaletteEntry>> typedFor;
    private final StringProperty typed = new SimpleStringProperty(this, "typed", "");
    private final ObservableList<PaletteEntry> shown = FXCollections.observableArrayList();
    private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper(this, "open");
    private List<PaletteEntry> all = List.of();

    /**
     * A palette that is not open.
     *
     * @param named what can be found by its name, asked when the palette is opened
     * @param typedFor what can be done with the text typed, whatever it is, such as looking for it; shown last
     */
    public PaletteModel(Supplier<Stream<PaletteEntry>> named, Function<String, Stream<PaletteEntry>> typedFor) {
        this.named = named;
        this.typedFor = typedFor;
        typed.subscribe(this::narrow);
    }

    /** What was typed. */
    public StringProperty typed() {
        return typed;
    }

    /** The lines that are meant by it, at most {@value MOST}. */
    public ObservableList<PaletteEntry> shown() {
        return shown;
    }

    /** Whether it is there. */
    public ReadOnlyBooleanProperty open() {
        return open.getReadOnlyProperty();
    }

    /** Opens it with all there is. */
    public void ask() {
        all = named.get().toList();
        typed.set("");
        narrow("");
        open.set(true);
    }

    /** Closes it; nothing was chosen. */
    public void close() {
        open.set(false);
        all = List.of();
        shown.clear();
    }

    /** Closes it and does what was chosen. */
    public void choose(PaletteEntry entry) {
        close();
        entry.run().run();
    }

    private void narrow(String text) {
        Stream<PaletteEntry> more = text.isBlank() ? Stream.empty() : typedFor.apply(text.strip());
        shown.setAll(Stream.concat(PaletteMatch.of(text, all).stream().limit(MOST), more)
                .toList());
    }
}
