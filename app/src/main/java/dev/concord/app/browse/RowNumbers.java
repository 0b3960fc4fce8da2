package dev.concord.app.browse;

import dev.concord.app.task.Job;
import dev.concord.app.task.Work;
import dev.concord.catalog.RowEstimate;
import dev.concord.catalog.RowEstimate.Precision;
import dev.concord.catalog.Table;
import dev.concord.outcome.ReadOutcome;
import dev.concord.query.PageRequest;
import dev.concord.query.RowMark;
import dev.concord.query.RowSample;
import dev.concord.store.RecordStore;
import dev.concord.ui.text.Texts;
import java.util.ArrayList;
import java.util.List;
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
    /** Rows counted off at once: a walk along an index of some hundredths of a second. */
    private static final long NEAR = 50_000;

    private final RecordStore store;
    private final Work work;
    private final RowsModel rows;
    private final Texts texts;
    private final long near;
    private final ReadOnlyObjectWrapper<Optional<RowEstimate>> total =
            new ReadOnlyObjectWrapper<>(this, "total", Optional.empty());
    private NavigableMap<Long, RowMark> marks = new TreeMap<>();
    /** What has been counted, or is being counted, whatever its order. */
    private Optional<PageRequest> counted = Optional.empty();

    /** What is being found out about all rows. */
    private final List<Job> counting = new ArrayList<>();
    /** Where the rows are in the order shown, about, for the first guess; empty while nobody has looked. */
    private Optional<RowSample> sample = Optional.empty();

    private Optional<Job> sampling = Optional.empty();
    /** The count that numbers the rows of the last landing. */
    private Optional<Job> numbering = Optional.empty();

    public RowNumbers(RecordStore store, Work work, RowsModel rows, Texts texts) {
        this(store, work, rows, texts, NEAR);
    }

    /** For tests with few rows. */
    RowNumbers(RecordStore store, Work work, RowsModel rows, Texts texts, long near) {
        this.store = store;
        this.texts = texts;
        this.work = work;
        this.rows = rows;
        this.near = near;
        total.subscribe(known -> look());
        rows.scope().subscribe(scope -> {
            forgetMarks();
            // Another order has as many rows.
            if (!unordered(scope).equals(counted)) {
                total.set(Optional.empty());
                stopCounting();
            }
        });
    }

    private static Optional<PageRequest> unordered(Optional<PageRequest> scope) {
        return scope.map(order ->
                PageRequest.first(order.table(), List.of(), order.limit()).where(order.filter()));
    }

    private void forgetMarks() {
        marks = new TreeMap<>();
        marks.put(0L, RowMark.START);
        numbering.ifPresent(Job::abandon);
        sampling.ifPresent(Job::abandon);
        sampling = Optional.empty();
        sample = Optional.empty();
    }

    /** What is being counted is of no use any more: the database shall not go on. */
    private void stopCounting() {
        counted = Optional.empty();
        counting.forEach(Job::abandon);
        counting.clear();
    }

    /** The rows are read again: they are counted again, and what was known of them is shown until then. */
    public void refresh() {
        forgetMarks();
        stopCounting();
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

    /** Finds out where the rows are, unless that has been begun, or there are so few that those before any can be counted off. */
    private void look() {
        Optional<PageRequest> order =
                rows.scope().get().filter(now -> now.filter().isEmpty());
        boolean many = total.get().filter(known -> known.rows() > near).isPresent();
        if (sampling.isEmpty() && many) {
            sampling = order.map(now -> learn(from -> from.places().sample(now), found -> sample = found));
        }
    }

    /** Finds out how many rows there are, unless that has been begun; not of a view, whose whole query would have to run. */
    void count() {
        look();
        Optional<PageRequest> scope = rows.scope().get();
        boolean table =
                rows.table().get().filter(now -> now.type() == Table.Type.TABLE).isPresent();
        Optional<PageRequest> wanted = unordered(scope);
        if (wanted.isEmpty() || wanted.equals(counted) || !table) {
            return;
        }
        stopCounting();
        counted = wanted;
        PageRequest all = wanted.get();
        if (all.filter().isEmpty()) {
            counting.add(learn(from -> from.catalog().estimate(all.table()), estimate -> {
                if (total.get().isEmpty()) {
                    total.set(estimate.filter(known -> known.precision() != Precision.AT_LEAST));
                }
            }));
        }
        counting.add(learn(
                from -> from.places().count(all),
                rowsOfAll -> total.set(Optional.of(new RowEstimate(rowsOfAll, Precision.EXACT)))));
    }

    /** Shows the rows from one on, by its number. */
    void jump(long row) {
        NavigableMap<Long, RowMark> known = new TreeMap<>(marks);
        long all = total.get().map(RowEstimate::rows).orElse(row);
        Optional<RowSample> guesses = sample;
        rows.land((from, order) -> Landing.at(from, order, known, near, all, guesses, row), this::landed);
    }

    private void landed(Landing landing) {
        landing.mark().ifPresent(mark -> marks.put(mark.before(), mark));
        // The number of an older landing is of no use any more.
        numbering.ifPresent(Job::abandon);
        numbering = rows.scope().get().flatMap(order -> landing.place()
                .map(place -> learn(
                        from -> from.places().before(order, place),
                        before -> before.ifPresent(exact -> {
                            marks.put(exact, new RowMark(exact, Optional.of(place.values())));
                            rows.number(landing, exact);
                        }))));
    }

    /** Learns something in the background, which nobody waits for: what cannot be read stays unknown. */
    private <T> Job learn(Function<RecordStore, T> question, Consumer<T> then) {
        return work.readAside(() -> store.reading(question), answer -> {
            if (answer instanceof ReadOutcome.Read<T>(T read)) {
                then.accept(read);
            }
        });
    }
}
