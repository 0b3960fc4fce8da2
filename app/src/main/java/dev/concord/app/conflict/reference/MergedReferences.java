package dev.concord.app.conflict.reference;

import dev.concord.app.reference.ReferenceModel;
import dev.concord.app.reference.ReferenceValues;
import dev.concord.catalog.ForeignKey;
import dev.concord.merge.Change;
import dev.concord.merge.FieldMerge;
import dev.concord.merge.RecordMerge;
import dev.concord.merge.Resolution;
import dev.concord.record.Value;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** The references of a merge, as each of its sides has them. */
public final class MergedReferences {
    private MergedReferences() {}

    /** Looks up the targets of a resolution's references on every side, where they are not known yet. */
    public static void lookUp(Resolution resolution, ReferenceModel references) {
        for (ForeignKey reference : resolution.merge().table().foreignKeys()) {
            sides(resolution, reference).forEach(references::target);
        }
    }

    /** The reference's values on each side; nothing for an unchanged reference. */
    private static Stream<ReferenceValues> sides(Resolution resolution, ForeignKey reference) {
        boolean changed = reference.columns().stream()
                .flatMap(column -> resolution.merge().field(column).stream())
                .anyMatch(field -> field.change() != Change.UNCHANGED
                        || resolution.choice(field.name()).isPresent());
        Stream<Function<FieldMerge, Optional<Value>>> sides = changed
                ? Stream.of(
                        field -> Optional.of(field.base()),
                        field -> Optional.of(field.theirs()),
                        field -> Optional.of(field.mine()),
                        resolution::result)
                : Stream.empty();
        return sides.flatMap(side -> values(resolution.merge(), reference, side).stream());
    }

    /**
     * Returns the values of a reference on one side; empty when one of them is NULL or undecided.
     *
     * @param side a column's value on that side; empty while undecided
     */
    static Optional<ReferenceValues> values(
            RecordMerge merge, ForeignKey reference, Function<FieldMerge, Optional<Value>> side) {
        return ReferenceValues.of(reference, column -> merge.field(column).flatMap(side));
    }
}
