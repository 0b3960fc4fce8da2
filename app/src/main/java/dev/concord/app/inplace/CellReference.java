package dev.concord.app.inplace;

import dev.concord.app.reference.EditedReference;
import dev.concord.app.reference.ReferenceValues;
import dev.concord.app.reference.TargetRow;
import dev.concord.catalog.ForeignKey;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The reference that a cell being edited is part of. FX thread only. */
final class CellReference implements EditedReference {
    private final CellEdit edit;
    private final ForeignKey key;
    private final ReadOnlyObjectWrapper<Optional<ReferenceValues>> values =
            new ReadOnlyObjectWrapper<>(this, "values", Optional.empty());

    CellReference(CellEdit edit, ForeignKey key) {
        this.edit = edit;
        this.key = key;
        edit.value().subscribe(this::follow);
        edit.unreadable().subscribe(this::follow);
        follow();
    }

    @Override
    public ForeignKey key() {
        return key;
    }

    @Override
    public ReadOnlyObjectProperty<Optional<ReferenceValues>> values() {
        return values.getReadOnlyProperty();
    }

    @Override
    public void begin() {
        // The editing of the cell began before.
    }

    @Override
    public void choose(TargetRow target) {
        edit.choose(target.columns());
        follow();
    }

    private void follow() {
        values.set(ReferenceValues.of(key, edit::typedIn));
    }
}
