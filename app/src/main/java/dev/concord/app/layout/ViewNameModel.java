package dev.concord.app.layout;

import dev.concord.ui.text.Texts;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** The name under which what is shown is kept as a view. FX thread only. */
public final class ViewNameModel {
    private final SavedViewsModel views;
    private final Runnable ended;
    private final StringProperty name = new SimpleStringProperty(this, "name", "");
    private final StringBinding sentence;
    private final BooleanBinding replaces;

    /** @param ended run when a name was given, or none is wanted */
    public ViewNameModel(SavedViewsModel views, Texts texts, Runnable ended) {
        this.views = views;
        this.ended = ended;
        this.replaces = Bindings.createBooleanBinding(() -> views.has(name.get()), name);
        this.sentence = Bindings.createStringBinding(
                () -> replaces.get()
                        ? texts.get("layout.name.replaces", name.get().strip())
                        : "",
                replaces,
                name);
    }

    /** The name as it is typed. */
    public StringProperty name() {
        return name;
    }

    /** Whether a view of this name is replaced. */
    public BooleanBinding replaces() {
        return replaces;
    }

    /** What a person has to know before the view is kept, one sentence; empty when there is nothing. */
    public StringBinding sentence() {
        return sentence;
    }

    /** Keeps the view; a name without letters keeps none. */
    public void keep() {
        if (!name.get().isBlank()) {
            views.keepAs(name.get());
            ended.run();
        }
    }

    /** Keeps no view. */
    public void cancel() {
        ended.run();
    }
}
