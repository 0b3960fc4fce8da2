package dev.concord.app.conflict.reference;

import dev.concord.app.task.Work;
import dev.concord.catalog.ForeignKey;
import dev.concord.merge.Change;
import dev.concord.merge.FieldMerge;
import dev.concord.merge.Resolution;
import dev.concord.outcome.ReadOutcome;
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

/** The rows that the references of a merge lead to, looked up in the background. FX thread only. */
public final class ReferenceModel {
    private final ReferenceAccess access;
    private final Work work;
    private final String title;
    private final Set<ReferenceValues> asked = new HashSet<>();
    private final ReadOnlyObjectWrapper<Map<ReferenceValues, ReferenceTarget>> known =
            new ReadOnlyObjectWrapper<>(this, "known", Map.of());
    private int searches;

    /**
     * Nothing is looked up yet.
     *
     * @param title the name of the jobs that look something up
     */
    public ReferenceModel(ReferenceAccess access, Work work, String title) {
        this.access = access;
        this.work = work;
        this.title = title;
    }

    /** What has been looked up so far. */
    public ReadOnlyObjectProperty<Map<ReferenceValues, ReferenceTarget>> known() {
        return known.getReadOnlyProperty();
    }

    /** Looks up the targets of the resolution's references on every side, where they are not known yet. */
    public void lookUp(Resolution resolution) {
        for (ForeignKey reference : resolution.merge().table().foreignKeys()) {
            sides(resolution, reference).filter(asked::add).forEach(this::lookUp);
        }
    }

    /** Returns the reference a column is part of; the one with the fewest columns where it is part of several. */
    public static Optional<ForeignKey> of(Resolution resolution, FieldMerge field) {
        return resolution.merge().table().foreignKeys().stream()
                .filter(reference -> reference.columns().contains(field.name()))
                .min(Comparator.comparingInt(reference -> reference.columns().size()));
    }

    /** Searches for rows to refer to; the answer of an older search is dropped. */
    public void search(ForeignKey reference, String typed, Consumer<ReadOutcome<List<TargetRow>>> found) {
        int mine = ++searches;
        work.read(title, () -> access.search(reference, typed), targets -> {
            if (mine == searches) {
                found.accept(targets);
            }
        });
    }

    /** The reference's values on each side; nothing for an unchanged reference. */
    private static Stream<ReferenceValues> sides(Resolution resolution, ForeignKey reference) {
        boolean changed = reference.columns().stream()
                .flatMap(column -> resolution.merge().field(column).stream())
                .anyMatch(field -> field.change() != Change.UNCHANGED
                        || resolution.choice(field.name()).isPresent());
        List<Function<FieldMerge, Optional<Value>>> sides = new ArrayList<>();
        if (changed) {
            sides.add(field -> Optional.of(field.base()));
            sides.add(field -> Optional.of(field.theirs()));
            sides.add(field -> Optional.of(field.mine()));
            sides.add(resolution::result);
        }
        return sides.stream().flatMap(side -> ReferenceValues.of(resolution.merge(), reference, side).stream());
    }

    private void lookUp(ReferenceValues values) {
        work.read(title, () -> access.target(values.reference(), values.from()), target -> {
            Map<ReferenceValues, ReferenceTarget> more = new HashMap<>(known.get());
            more.put(values, target);
            known.set(Map.copyOf(more));
        });
    }
}
