package dev.concord.app.conflict;

import dev.concord.app.conflict.References.Place;
import dev.concord.catalog.ForeignKey;
import dev.concord.merge.FieldMerge;
import dev.concord.merge.Resolution;
import dev.concord.record.Value;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is said under the values of a reference: the label of the row each leads to, or that there is none. */
final class Leads {
    private final ConflictModel model;
    private final ConflictWords words;
    private final Resolution resolution;
    private final Optional<ForeignKey> reference;

    Leads(ConflictModel model, ConflictWords words, Resolution resolution, FieldMerge field) {
        this.model = model;
        this.words = words;
        this.resolution = resolution;
        this.reference = References.of(resolution, field);
    }

    /** The line under one side's value: where it leads, and what else there is to say. */
    String of(Function<FieldMerge, Value> side, Optional<String> more) {
        return Stream.concat(words(place(of(side))).stream(), more.stream()).collect(Collectors.joining(" · "));
    }

    boolean missing(Function<FieldMerge, Value> side) {
        return leadsNowhere(place(of(side)));
    }

    String ofResult() {
        return words(place(resolution::result)).orElse("");
    }

    boolean resultMissing() {
        return leadsNowhere(place(resolution::result));
    }

    private static Function<FieldMerge, Optional<Value>> of(Function<FieldMerge, Value> side) {
        return field -> Optional.of(side.apply(field));
    }

    private Optional<Place> place(Function<FieldMerge, Optional<Value>> side) {
        return reference.flatMap(key -> References.place(resolution, key, side));
    }

    private Optional<String> words(Optional<Place> place) {
        return place.flatMap(from -> lead(from).map(lead -> switch (lead) {
                    case Lead.To(String label) -> label;
                    case Lead.Nowhere _ -> words.gone(from);
                    case Lead.Unknown _ -> "";
                }))
                .filter(text -> !text.isEmpty());
    }

    private boolean leadsNowhere(Optional<Place> place) {
        return place.flatMap(this::lead).filter(Lead.Nowhere.class::isInstance).isPresent();
    }

    private Optional<Lead> lead(Place from) {
        return Optional.ofNullable(model.references().known().get().get(from));
    }
}
