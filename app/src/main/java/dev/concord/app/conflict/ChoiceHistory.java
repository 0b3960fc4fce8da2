package dev.concord.app.conflict;

import dev.concord.merge.Choice;
import dev.concord.merge.Resolution;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The decisions made, to undo and redo them. A step may hold several columns. FX thread only. */
final class ChoiceHistory {
    private final Deque<Step> done = new ArrayDeque<>();
    private final Deque<Step> undone = new ArrayDeque<>();

    private record Step(Map<String, Optional<Choice>> before, Map<String, Optional<Choice>> after) {

        Step without(Collection<String> columns) {
            Map<String, Optional<Choice>> was = new HashMap<>(before);
            Map<String, Optional<Choice>> is = new HashMap<>(after);
            was.keySet().removeAll(columns);
            is.keySet().removeAll(columns);
            return new Step(was, is);
        }
    }

    /** Remembers what changed between two resolutions of one merge; does nothing when nothing did. */
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
        if (!was.isEmpty()) {
            done.push(new Step(was, is));
            undone.clear();
        }
    }

    Resolution undo(Resolution now) {
        if (done.isEmpty()) {
            return now;
        }
        Step step = done.pop();
        undone.push(step);
        return apply(now, step.before);
    }

    Resolution redo(Resolution now) {
        if (undone.isEmpty()) {
            return now;
        }
        Step step = undone.pop();
        done.push(step);
        return apply(now, step.after);
    }

    /** Forgets decisions that were made against values the database no longer has. */
    void forget(Collection<String> columns) {
        forgetIn(done, columns);
        forgetIn(undone, columns);
    }

    private static void forgetIn(Deque<Step> steps, Collection<String> columns) {
        var left = steps.stream()
                .map(step -> step.without(columns))
                .filter(step -> !step.before.isEmpty())
                .toList();
        steps.clear();
        steps.addAll(left);
    }

    private static Resolution apply(Resolution now, Map<String, Optional<Choice>> choices) {
        Resolution changed = now;
        for (var entry : choices.entrySet()) {
            String column = entry.getKey();
            Resolution soFar = changed;
            changed =
                    entry.getValue().map(choice -> soFar.choose(column, choice)).orElseGet(() -> soFar.without(column));
        }
        return changed;
    }
}
