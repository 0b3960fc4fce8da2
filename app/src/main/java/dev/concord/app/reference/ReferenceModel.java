package dev.concord.app.reference;

import dev.concord.app.task.Job;
import dev.concord.app.task.Work;
import dev.concord.catalog.ForeignKey;
import dev.concord.catalog.TableId;
import dev.concord.outcome.ReadOutcome;
import dev.concord.record.Row;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;

/**
 * The names of the rows that references lead to. Screens ask for those they show; they are looked up in the background, all that one
 * screen asks for at a time with one read for each foreign key, and kept. FX thread only.
 */
public final class ReferenceModel {
    /** The most references of one foreign key that wait; those asked for before are out of sight by then. */
    private static final int MOST_WAITING = 512;

    /** The most names kept. */
    private static final int MOST_KNOWN = 20_000;

    private final ReferenceAccess access;
    private final Work work;
    private final String title;
    private final Map<ReferenceValues, ReferenceTarget> known = new HashMap<>();
    /** Those that need not be looked up, because they have been or are about to be. */
    private final Set<ReferenceValues> asked = new HashSet<>();

    private final Map<ForeignKey, LinkedHashSet<ReferenceValues>> waiting = new LinkedHashMap<>();
    private final Set<ForeignKey> reading = new HashSet<>();
    private final ReadOnlyIntegerWrapper changes = new ReadOnlyIntegerWrapper(this, "changes");
    private boolean due;
    private Optional<Job> searching = Optional.empty();

    /**
     * Nothing is looked up yet.
     *
     * @param title the name of the job that searches
     */
    public ReferenceModel(ReferenceAccess access, Work work, String title) {
        this.access = access;
        this.work = work;
        this.title = title;
    }

    /** Counts the changes of what is known. */
    public ReadOnlyIntegerProperty changes() {
        return changes.getReadOnlyProperty();
    }

    /** What a reference leads to, as far as it is known; it is not looked up for that. */
    public Optional<ReferenceTarget> known(ReferenceValues values) {
        return Optional.ofNullable(known.get(values));
    }

    /** What a reference leads to; it is looked up when it is not known yet, or may have changed. */
    public Optional<ReferenceTarget> target(ReferenceValues values) {
        if (asked.add(values)) {
            LinkedHashSet<ReferenceValues> others =
                    waiting.computeIfAbsent(values.reference(), _ -> new LinkedHashSet<>());
            if (others.size() == MOST_WAITING) {
                asked.remove(others.removeFirst());
            }
            others.add(values);
            if (!due) {
                due = true;
                // Not at once, because a screen asks for one after the other.
                work.onFxThread(this::lookUp);
            }
        }
        return known(values);
    }

    private void lookUp() {
        due = false;
        for (ForeignKey reference : List.copyOf(waiting.keySet())) {
            if (!reading.contains(reference)) {
                lookUp(
                        reference,
                        List.copyOf(
                                Optional.ofNullable(waiting.remove(reference)).orElseGet(LinkedHashSet::new)));
            }
        }
    }

    private void lookUp(ForeignKey reference, List<ReferenceValues> some) {
        List<Row> rows = some.stream().map(ReferenceValues::from).toList();
        reading.add(reference);
        Job job = work.readAside(() -> access.targets(reference, rows), found -> {
            reading.remove(reference);
            take(reference, found);
            lookUp();
        });
        job.state().subscribe(state -> {
            if (state == Job.State.FAILED || state == Job.State.ABANDONED) {
                reading.remove(reference);
                some.forEach(asked::remove);
            }
            if (state == Job.State.FAILED) {
                lookUp();
            }
        });
    }

    private void take(ForeignKey reference, Map<Row, ReferenceTarget> found) {
        if (known.size() + found.size() > MOST_KNOWN) {
            known.clear();
            asked.clear();
            waiting.values().forEach(asked::addAll);
            found.keySet().forEach(row -> asked.add(new ReferenceValues(reference, row)));
        }
        boolean changed = false;
        for (var target : found.entrySet()) {
            ReferenceValues values = new ReferenceValues(reference, target.getKey());
            ReferenceTarget before = known.put(values, target.getValue());
            changed |= !target.getValue().equals(before);
            if (target.getValue() instanceof ReferenceTarget.Unknown) {
                // It could not be read, and is asked for again when it is painted again.
                asked.remove(values);
            }
        }
        if (changed) {
            changes.set(changes.get() + 1);
        }
    }

    /** Rows of a table have changed, so that references to them are looked up again. What is known is shown meanwhile. */
    public void changed(TableId table) {
        forget(asked.stream()
                .filter(values -> values.reference().target().equals(table))
                .toList());
    }

    /** Any row may have changed. */
    public void refresh() {
        forget(new ArrayList<>(asked));
    }

    private void forget(List<ReferenceValues> some) {
        some.forEach(asked::remove);
        if (!some.isEmpty()) {
            changes.set(changes.get() + 1);
        }
    }

    /** Searches for rows to refer to. A search before it is cancelled, and its answer dropped. */
    public Job search(ForeignKey reference, String typed, Consumer<ReadOutcome<TargetRows>> found) {
        stopSearching();
        Job job = work.read(title, () -> access.search(reference, typed), found);
        searching = Optional.of(job);
        return job;
    }

    /** Searches for the closest rows among those that a search has found too many of; the next search cancels it. */
    public void searchClosest(ForeignKey reference, String typed, Consumer<TargetRows> found) {
        stopSearching();
        searching = Optional.of(work.readAside(() -> access.closest(reference, typed), outcome -> {
            if (outcome instanceof ReadOutcome.Read<TargetRows>(TargetRows rows)) {
                found.accept(rows);
            }
        }));
    }

    /** Cancels the search under way. */
    public void stopSearching() {
        searching.ifPresent(Job::abandon);
        searching = Optional.empty();
    }
}
