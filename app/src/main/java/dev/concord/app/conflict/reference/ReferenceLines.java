package dev.concord.app.conflict.reference;

import dev.concord.app.conflict.ConflictModel;
import dev.concord.app.conflict.ConflictText;
import dev.concord.app.conflict.reference.ReferenceModel.Place;
import dev.concord.catalog.ForeignKey;
import dev.concord.merge.FieldMerge;
import dev.concord.merge.Resolution;
import dev.concord.record.Value;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is said under the values of a reference: the label of the row each leads to, or that there is none. */
public final class ReferenceLines {
    private final ConflictModel model;
    private final ConflictText words;
    private final Resolution resolution;
    private final Optional<ForeignKey> reference;

    public ReferenceLines(ConflictModel model, ConflictText words, Resolution resolution, FieldMerge field) {
        this.model = model;
        this.words = words;
        this.resolution = resolution;
        this.reference = ReferenceModel.of(resolution, field);
    }

    /** The line under one side's value: where it leads, and what else there is to say. */
    public String of(Function<FieldMerge, Value> side, Optional<String> more) {
        return Stream.concat(words(place(of(side))).stream(), more.stream()).collect(Collectors.joining(" · "));
    }

    public boolean missing(Function<FieldMerge, Value> side) {
        return leadsNowhere(place(of(side)));
    }

    public String ofResult() {
        return words(place(resolution::result)).orElse("");
    }

    public boolean resultMissing() {
        return leadsNowhere(place(resolution::result));
    }

    private static Function<FieldMerge, Optional<Value>> of(Function<FieldMerge, Value> side) {
        return field -> Optional.of(side.apply(field));
    }

    private Optional<Place> place(Function<FieldMerge, Optional<Value>> side) {
        return reference.flatMap(key -> ReferenceModel.place(resolution, key, side));
    }

    private Optional<String> words(Optional<Place> place) {
        return place.flatMap(from -> lead(from).map(lead -> switch (lead) {
                    case ReferenceState.To(String label) -> label;
                    case ReferenceState.Nowhere _ -> words.gone(from);
                    case ReferenceState.Unknown _ -> "";
                }))
                .filter(text -> !text.isEmpty());
    }

    private boolean leadsNowhere(Optional<Place> place) {
        return place.flatMap(this::lead)
                .filter(ReferenceState.Nowhere.class::isInstance)
                .isPresent();
    }

    private Optional<ReferenceState> lead(Place from) {
        return Optional.ofNullable(model.references().known().get().get(from));
    }
}
