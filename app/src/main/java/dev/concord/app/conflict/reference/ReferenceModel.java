package dev.concord.app.conflict.reference;

import dev.concord.app.conflict.RecordAccess;
import dev.concord.app.task.Work;
import dev.concord.catalog.ForeignKey;
import dev.concord.merge.Change;
import dev.concord.merge.FieldMerge;
import dev.concord.merge.Resolution;
import dev.concord.record.Row;
import dev.concord.record.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** What the references of a merge lead to, looked up in the background. FX thread only. */
public final class ReferenceModel {
    private final RecordAccess access;
    private final Work work;
    private final String title;
    private final Set<Place> asked = new HashSet<>();
    private final ReadOnlyObjectWrapper<Map<Place, ReferenceState>> known =
            new ReadOnlyObjectWrapper<>(this, "known", Map.of());
    private int searches;

    /** A reference with the values it has on one side. */
    public record Place(ForeignKey reference, Row from) {}

    public ReferenceModel(RecordAccess access, Work work, String title) {
        this.access = access;
        this.work = work;
        this.title = title;
    }

    /** What has been found so far. */
    public ReadOnlyObjectProperty<Map<Place, ReferenceState>> known() {
        return known.getReadOnlyProperty();
    }

    /** Looks up what the resolution's references lead to on every side, where that is not known yet. */
    public void look(Resolution resolution) {
        for (ForeignKey reference : resolution.merge().table().foreignKeys()) {
            places(resolution, reference).filter(asked::add).forEach(this::look);
        }
    }

    /** The reference a column is part of; the shortest where it is part of several. */
    public static Optional<ForeignKey> of(Resolution resolution, FieldMerge field) {
        return resolution.merge().table().foreignKeys().stream()
                .filter(reference -> reference.columns().contains(field.name()))
                .min(Comparator.comparingInt(reference -> reference.columns().size()));
    }

    /** Where a reference leads from with the given value for each of its columns; nowhere when one is NULL or open. */
    static Optional<Place> place(
            Resolution resolution, ForeignKey reference, Function<FieldMerge, Optional<Value>> side) {
        Row from = Row.EMPTY;
        for (String column : reference.columns()) {
            Optional<Value> value =
                    resolution.merge().field(column).flatMap(side).filter(v -> !v.isNull());
            if (value.isEmpty()) {
                return Optional.empty();
            }
            from = from.with(column, value.get());
        }
        return Optional.of(new Place(reference, from));
    }

    /** Looks for rows to refer to; an older search's answer is dropped. */
    public void search(ForeignKey reference, String typed, Consumer<List<TargetRow>> found) {
        int mine = ++searches;
        work.read(title, () -> access.search(reference, typed), targets -> {
            if (mine == searches) {
                found.accept(targets);
            }
        });
    }

    private static Stream<Place> places(Resolution resolution, ForeignKey reference) {
        boolean moved = reference.columns().stream()
                .flatMap(column -> resolution.merge().field(column).stream())
                .anyMatch(field -> field.change() != Change.UNCHANGED
                        || resolution.choice(field.name()).isPresent());
        List<Function<FieldMerge, Optional<Value>>> sides = new ArrayList<>();
        if (moved) {
            sides.add(field -> Optional.of(field.base()));
            sides.add(field -> Optional.of(field.theirs()));
            sides.add(field -> Optional.of(field.mine()));
            sides.add(resolution::result);
        }
        return sides.stream().flatMap(side -> place(resolution, reference, side).stream());
    }

    private void look(Place place) {
        work.read(title, () -> access.lead(place.reference(), place.from()), lead -> {
            Map<Place, ReferenceState> more = new HashMap<>(known.get());
            more.put(place, lead);
            known.set(Map.copyOf(more));
        });
    }
}
