package dev.concord.app.conflict;

import dev.concord.merge.Choice;
import dev.concord.merge.ColumnGroup;
import dev.concord.merge.Resolution;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Undoes and redoes decisions. One step may change several columns. FX thread only. */
final class ChoiceHistory {
    private final Deque<Step> done = new ArrayDeque<>();
    private final Deque<Step> undone = new ArrayDeque<>();

    private record State(Map<String, Optional<Choice>> choices, Set<ColumnGroup> split) {

        State without(Collection<String> columns) {
            Map<String, Optional<Choice>> left = new HashMap<>(choices);
            left.keySet().removeAll(columns);
            return new State(left, split);
        }
    }

    private record Step(State before, State after) {

        boolean changes() {
            return !before.equals(after);
        }

        Step without(Collection<String> columns) {
            return new Step(before.without(columns), after.without(columns));
        }
    }

    /** Records what changed between two resolutions of one merge; does nothing when nothing did. */
    void remember(Resolution before, Resolution after) {
        Map<String, Optional<Choice>> was = new HashMap<>();
        Map<String, Optional<Choice>> is = new HashMap<>();
        for (var field : after.merge().fields()) {
            String column = field.name();
            if (!before.choice(column).equals(after.choice(column))) {
                was.put(column, before.choice(column));
                is.put(column, after.choice(column));
            }
        }
        Step step = new Step(new State(was, before.split()), new State(is, after.split()));
        if (step.changes()) {
            done.push(step);
            undone.clear();
        }
    }

    Resolution undo(Resolution now) {
        if (done.isEmpty()) {
            return now;
        }
        Step step = done.pop();
        undone.push(step);
        return now.restored(step.before.choices, step.before.split);
    }

    Resolution redo(Resolution now) {
        if (undone.isEmpty()) {
            return now;
        }
        Step step = undone.pop();
        done.push(step);
        return now.restored(step.after.choices, step.after.split);
    }

    /** Removes decisions that were made against values that the database no longer holds. */
    void forget(Collection<String> columns) {
        forgetIn(done, columns);
        forgetIn(undone, columns);
    }

    private static void forgetIn(Deque<Step> steps, Collection<String> columns) {
        var left = steps.stream()
                .map(step -> step.without(columns))
                .filter(Step::changes)
                .toList();
        steps.clear();
        steps.addAll(left);
    }
}
