package dev.concord.app.conflict;

import dev.concord.merge.FieldMerge;
import dev.concord.merge.Resolution;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;

/** Which fields are shown, and which of them the keyboard acts on. FX thread only. */
final class FieldNavigation {
    private final Decisions decisions;
    private final Findings findings;
    private final ObjectProperty<FieldFilter> filter =
            new SimpleObjectProperty<>(this, "filter", FieldFilter.NEEDS_DECISION);
    private final ReadOnlyStringWrapper current = new ReadOnlyStringWrapper(this, "current", "");

    FieldNavigation(Decisions decisions, Findings findings) {
        this.decisions = decisions;
        this.findings = findings;
        filter.set(decisions.now().merge().clean() ? FieldFilter.MERGED : FieldFilter.NEEDS_DECISION);
        toFirstUndecided();
    }

    ObjectProperty<FieldFilter> filter() {
        return filter;
    }

    ReadOnlyStringProperty current() {
        return current.getReadOnlyProperty();
    }

    /** The fields of the filter and those with a problem. */
    List<FieldMerge> shown() {
        return FieldOrder.inOrder(
                decisions.now().merge().fields().stream().filter(this::shows).toList());
    }

    void select(String column) {
        current.set(column);
    }

    void toFirstUndecided() {
        decisions.now().undecided().stream().map(FieldMerge::name).findFirst().ifPresent(this::to);
    }

    /**
     * Goes to a field to decide or one with a problem, around the end to the beginning; among those decided when there are
     * none.
     *
     * @param by 1 for the next, -1 for the previous
     */
    void step(int by) {
        Resolution now = decisions.now();
        List<FieldMerge> all = FieldOrder.inOrder(now.merge().fields());
        List<FieldMerge> open = all.stream()
                .filter(field -> now.undecided().contains(field) || findings.at(field.name()))
                .toList();
        next(all, open.isEmpty() ? now.merge().decisions() : open, by).ifPresent(this::to);
    }

    private Optional<String> next(List<FieldMerge> fields, List<FieldMerge> stops, int by) {
        List<String> order = fields.stream().map(FieldMerge::name).toList();
        List<String> names = stops.stream().map(FieldMerge::name).toList();
        int here = Math.max(order.indexOf(current.get()), 0);
        for (int i = 1; i <= order.size(); i++) {
            String next = order.get(Math.floorMod(here + by * i, order.size()));
            if (names.contains(next)) {
                return Optional.of(next);
            }
        }
        return Optional.empty();
    }

    private void to(String column) {
        decisions.now().merge().field(column).ifPresent(field -> {
            if (!shows(field)) {
                filter.set(FieldFilter.NEEDS_DECISION);
            }
            select(column);
        });
    }

    private boolean shows(FieldMerge field) {
        return filter.get().shows(field) || findings.at(field.name());
    }
}
