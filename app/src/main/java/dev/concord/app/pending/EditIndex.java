package dev.concord.app.pending;

import dev.concord.record.RecordKey;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToLongFunction;

/** The edits that are in memory, by their records' keys and in the order they were opened. FX thread only. */
final class EditIndex {
    /** How many edits without changes and without steps are kept; each holds one row in memory. */
    private static final int MOST_UNTOUCHED = 20;

    /** How many edits without changes are kept because their steps can be undone or done again. */
    private static final int MOST_CLEAN = 5_000;

    /** Those opened longest ago first. */
    private final Set<PendingEdit> all = new LinkedHashSet<>();

    private final Map<RecordKey, PendingEdit> byKey = new HashMap<>();
    /** Under which key each edit is found. */
    private final Map<PendingEdit, RecordKey> keys = new HashMap<>();

    Optional<PendingEdit> find(RecordKey key) {
        return Optional.ofNullable(byKey.get(key));
    }

    boolean contains(PendingEdit edit) {
        return all.contains(edit);
    }

    /** Puts an edit among the last ones. */
    void add(PendingEdit edit) {
        all.remove(edit);
        all.add(edit);
        key(edit);
    }

    void remove(PendingEdit edit) {
        all.remove(edit);
        Optional.ofNullable(keys.remove(edit)).ifPresent(key -> byKey.remove(key, edit));
    }

    /** An edit's record may have another key than before, or its first one. */
    void rekey(PendingEdit edit) {
        if (all.contains(edit)) {
            key(edit);
        }
    }

    private void key(PendingEdit edit) {
        RecordKey now = edit.row();
        Optional.ofNullable(keys.put(edit, now))
                .filter(before -> !before.equals(now))
                .ifPresent(before -> byKey.remove(before, edit));
        byKey.put(now, edit);
    }

    /** Drops the oldest edits without changes where there are many. A step is never dropped of some of its records only. */
    void trim() {
        List<PendingEdit> clean = all.stream().filter(edit -> !edit.dirty()).toList();
        List<PendingEdit> untouched =
                clean.stream().filter(edit -> newest(edit) == 0).toList();
        untouched.subList(0, Math.max(0, untouched.size() - MOST_UNTOUCHED)).forEach(this::remove);
        List<PendingEdit> touched = new ArrayList<>(clean);
        touched.removeAll(new LinkedHashSet<>(untouched));
        if (touched.size() > MOST_CLEAN) {
            touched.sort(Comparator.comparingLong(EditIndex::newest));
            long oldest = newest(touched.get(touched.size() - MOST_CLEAN));
            touched.stream().filter(edit -> newest(edit) < oldest).forEach(this::remove);
        }
    }

    private static long newest(PendingEdit edit) {
        return Math.max(edit.history().lastDone(), edit.history().lastUndone());
    }

    /** The number of the last step of all edits; 0 when there is none. */
    long last(ToLongFunction<EditHistory> step) {
        return all.stream()
                .mapToLong(edit -> step.applyAsLong(edit.history()))
                .max()
                .orElse(0);
    }

    /** The edits with a step of a number. */
    List<PendingEdit> having(ToLongFunction<EditHistory> step, long number) {
        return all.stream()
                .filter(edit -> step.applyAsLong(edit.history()) == number)
                .toList();
    }
}
