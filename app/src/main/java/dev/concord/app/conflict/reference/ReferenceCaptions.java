package dev.concord.app.conflict.reference;

import dev.concord.app.reference.ColumnReferences;
import dev.concord.app.reference.ReferenceModel;
import dev.concord.app.reference.ReferenceTarget;
import dev.concord.app.reference.ReferenceText;
import dev.concord.app.reference.ReferenceValues;
import dev.concord.catalog.ForeignKey;
import dev.concord.merge.FieldMerge;
import dev.concord.merge.Resolution;
import dev.concord.record.Value;
import dev.concord.ui.text.Texts;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The captions under the values of a field that is part of a reference: the label of the row each value leads to, or that
 * the row does not exist. All are empty for other fields, and for targets that are not known yet.
 */
public final class ReferenceCaptions {
    private final ReferenceModel known;
    private final Texts texts;
    private final Resolution resolution;
    private final Optional<ForeignKey> reference;

    /**
     * Captions for one field of a merge.
     *
     * @param known the targets looked up so far
     */
    public ReferenceCaptions(ReferenceModel known, Texts texts, Resolution resolution, FieldMerge field) {
        this.known = known;
        this.texts = texts;
        this.resolution = resolution;
        this.reference = ColumnReferences.of(resolution.merge().table(), field.name());
    }

    /**
     * Returns the caption under one side's value.
     *
     * @param more what else there is to say, on the same line
     */
    public String of(Function<FieldMerge, Value> side, Optional<String> more) {
        return Stream.concat(caption(values(present(side))).stream(), more.stream())
                .collect(Collectors.joining(" · "));
    }

    /** Whether one side's value leads to a row that does not exist. */
    public boolean missing(Function<FieldMerge, Value> side) {
        return isMissing(values(present(side)));
    }

    /** Returns the caption under the result. */
    public String ofResult() {
        return caption(values(resolution::result)).orElse("");
    }

    /** Whether the result leads to a row that does not exist. */
    public boolean resultMissing() {
        return isMissing(values(resolution::result));
    }

    private static Function<FieldMerge, Optional<Value>> present(Function<FieldMerge, Value> side) {
        return field -> Optional.of(side.apply(field));
    }

    private Optional<ReferenceValues> values(Function<FieldMerge, Optional<Value>> side) {
        return reference.flatMap(key -> MergedReferences.values(resolution.merge(), key, side));
    }

    private Optional<String> caption(Optional<ReferenceValues> values) {
        return values.flatMap(from -> target(from).map(target -> switch (target) {
                    case ReferenceTarget.Found(String label) -> label;
                    case ReferenceTarget.Missing _ -> new ReferenceText(texts).missing(from);
                    case ReferenceTarget.Unknown _ -> "";
                }))
                .filter(text -> !text.isEmpty());
    }

    private boolean isMissing(Optional<ReferenceValues> values) {
        return values.flatMap(this::target)
                .filter(ReferenceTarget.Missing.class::isInstance)
                .isPresent();
    }

    private Optional<ReferenceTarget> target(ReferenceValues values) {
        return known.known(values);
    }
}
