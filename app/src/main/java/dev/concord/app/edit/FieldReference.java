package dev.concord.app.edit;

import dev.concord.app.pending.FieldInput;
import dev.concord.app.pending.PendingEdit;
import dev.concord.app.reference.EditedReference;
import dev.concord.app.reference.ReferenceValues;
import dev.concord.app.reference.TargetRow;
import dev.concord.catalog.ForeignKey;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The reference that a field of the form is part of. FX thread only. */
final class FieldReference implements EditedReference {
    private final ForeignKey key;
    private final Supplier<Optional<PendingEdit>> edit;
    private final Predicate<String> locked;
    private final Consumer<String> refused;
    private final ReadOnlyObjectWrapper<Optional<ReferenceValues>> values =
            new ReadOnlyObjectWrapper<>(this, "values", Optional.empty());
    private long begun;

    /**
     * @param edit returns the edit shown
     * @param locked whether a column cannot be changed
     * @param refused given a column that would have to change and cannot
     */
    FieldReference(
            ForeignKey key, Supplier<Optional<PendingEdit>> edit, Predicate<String> locked, Consumer<String> refused) {
        this.key = key;
        this.edit = edit;
        this.locked = locked;
        this.refused = refused;
    }

    @Override
    public ForeignKey key() {
        return key;
    }

    @Override
    public ReadOnlyObjectProperty<Optional<ReferenceValues>> values() {
        return values.getReadOnlyProperty();
    }

    void follow(Optional<ReferenceValues> now) {
        values.set(now);
    }

    @Override
    public void begin() {
        edit.get().ifPresent(open -> {
            open.endStep();
            begun = open.lastStep();
        });
    }

    @Override
    public void choose(TargetRow target) {
        edit.get().ifPresent(open -> {
            open.backTo(begun);
            Map<String, FieldInput> inputs = new LinkedHashMap<>();
            target.columns().values().forEach((column, value) -> {
                if (!open.draft().get(column).equals(value)) {
                    inputs.put(column, new FieldInput(value, ""));
                }
            });
            inputs.keySet().stream().filter(locked).findFirst().ifPresentOrElse(refused, () -> open.change(inputs));
        });
    }
}
