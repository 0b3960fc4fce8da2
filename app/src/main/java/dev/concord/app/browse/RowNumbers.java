package dev.concord.app.browse;

import dev.concord.app.task.Work;
import dev.concord.catalog.RowEstimate;
import dev.concord.catalog.RowEstimate.Precision;
import dev.concord.catalog.Table;
import dev.concord.outcome.ReadOutcome;
import dev.concord.query.PageRequest;
import dev.concord.query.RowMark;
import dev.concord.store.RecordStore;
import dev.concord.ui.text.Texts;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;

/**
 * How many rows there are, and where each is: estimated at once, counted in the background, never waited for. FX thread only.
 */
public final class RowNumbers {
    private final RecordStore store;
    private final Work work;
    private final RowsModel rows;
    private final Texts texts;
    private final ReadOnlyObjectWrapper<Optional<RowEstimate>> total =
            new ReadOnlyObjectWrapper<>(this, "total", Optional.empty());
    private NavigableMap<Long, RowMark> marks = new TreeMap<>();
    private Optional<PageRequest> counted = Optional.empty();

    public RowNumbers(RecordStore store, Work work, RowsModel rows, Texts texts) {
        this.store = store;
        this.texts = texts;
        this.work = work;
        this.rows = rows;
        rows.scope().subscribe(scope -> {
            counted = Optional.empty();
            total.set(Optional.empty());
            marks = new TreeMap<>();
            marks.put(0L, RowMark.START);
        });
    }

    /** How many rows the filter lets through; empty while nobody knows, and where all rows are loaded. */
    ReadOnlyObjectProperty<Optional<RowEstimate>> total() {
        return total.getReadOnlyProperty();
    }

    /**
     * The text that says how many rows there are: of those loaded while nobody knows more.
     */
    public ObservableValue<String> text() {
        return Bindings.createStringBinding(
                () -> total.get()
                        .map(known -> texts.get(
                                known.precision() == Precision.EXACT ? "browse.total" : "browse.total.about",
                                known.rows()))
                        .filter(known -> rows.more() && rows.answered())
                        .orElse(rows.count().get()),
                total,
                rows.count());
    }

    /** Finds out how many rows there are, unless that has been begun; not of a view, whose whole query would have to run. */
    void count() {
        Optional<PageRequest> scope = rows.scope().get();
        boolean table =
                rows.table().get().filter(now -> now.type() == Table.Type.TABLE).isPresent();
        if (scope.isEmpty() || scope.equals(counted) || !table) {
            return;
        }
        counted = scope;
        PageRequest order = scope.get();
        if (order.filter().isEmpty()) {
            learn(order, from -> from.catalog().estimate(order.table()), estimate -> {
                if (total.get().isEmpty()) {
                    total.set(estimate.filter(known -> known.precision() != Precision.AT_LEAST));
                }
            });
        }
        learn(order, from -> from.count(order), all -> total.set(Optional.of(new RowEstimate(all, Precision.EXACT))));
    }

    /** Shows the rows from one on, by its number. */
    void jump(long row) {
        NavigableMap<Long, RowMark> known = new TreeMap<>(marks);
        long all = total.get().map(RowEstimate::rows).orElse(row);
        rows.land((from, order) -> Landing.at(from, order, known, all, row), this::landed);
    }

    private void landed(Landing landing) {
        landing.mark().ifPresent(mark -> marks.put(mark.before(), mark));
        rows.scope().get().ifPresent(order -> landing.place()
                .ifPresent(place -> learn(
                        order,
                        from -> from.rowsBefore(order, place),
                        before -> before.ifPresent(exact -> {
                            marks.put(exact, new RowMark(exact, Optional.of(place.values())));
                            rows.number(landing, exact);
                        }))));
    }

    /** Learns something in the background, which nobody waits for: what cannot be read stays unknown. */
    private <T> void learn(PageRequest order, Function<RecordStore, T> question, Consumer<T> then) {
        work.aside(() -> store.reading(question), answer -> {
            if (answer instanceof ReadOutcome.Read<T>(T read)
                    && rows.scope().get().equals(Optional.of(order))) {
                then.accept(read);
            }
        });
    }
}
