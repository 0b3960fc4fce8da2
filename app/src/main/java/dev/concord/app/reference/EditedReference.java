package dev.concord.app.reference;

import dev.concord.catalog.ForeignKey;
import java.util.Optional;
import javafx.beans.value.ObservableValue;

/** A reference of the record that is being edited, as the editor of one of its columns needs it. FX thread only. */
public interface EditedReference {

    /** The foreign key. */
    ForeignKey key();

    /** The reference's values as edited; empty when it leads to no row. */
    ObservableValue<Optional<ReferenceValues>> values();

    /** Typing begins: a choice that ends it takes the place of what was typed. */
    void begin();

    /** Sets all columns of the reference, as one step to undo. */
    void choose(TargetRow target);
}
