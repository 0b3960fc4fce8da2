package dev.concord.app.pending;

import dev.concord.catalog.Column;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The steps done to one record, to be undone and redone. Characters typed one after the other in one field are one step,
 * until {@link #endStep}, a new line, a paste or a choice ends it. FX thread only.
 */
final class EditHistory {
    private final EditOrder order;
    private final Deque<Step> done = new ArrayDeque<>();
    private final Deque<Step> undone = new ArrayDeque<>();
    private boolean ended = true;

    /** @param order numbers the steps of all records */
    EditHistory(EditOrder order) {
        this.order = order;
    }

    /**
     * One step: what stood in each column's field before and after it.
     *
     * @param number when it was done, taken back or done again last
     */
    private record Step(Map<String, FieldInput> before, Map<String, FieldInput> after, long number) {

        private Step without(String column) {
            Map<String, FieldInput> was = new LinkedHashMap<>(before);
            Map<String, FieldInput> is = new LinkedHashMap<>(after);
            was.remove(column);
            is.remove(column);
            return new Step(was, is, number);
        }

        private boolean empty() {
            return before.equals(after);
        }

        private Step moved(long now) {
            return new Step(before, after, now);
        }
    }

    boolean canUndo() {
        return !done.isEmpty();
    }

    boolean canRedo() {
        return !undone.isEmpty();
    }

    /** The number of the step done last; 0 when there is none. */
    long lastDone() {
        return done.isEmpty() ? 0 : done.element().number();
    }

    /** The number of the step taken back last; 0 when there is none. */
    long lastUndone() {
        return undone.isEmpty() ? 0 : undone.element().number();
    }

    /** The columns that undo would change; empty when there is nothing to undo. */
    Set<String> nextUndone() {
        return done.isEmpty() ? Set.of() : Set.copyOf(done.element().before().keySet());
    }

    /** The columns that redo would change; empty when there is nothing to redo. */
    Set<String> nextRedone() {
        return undone.isEmpty() ? Set.of() : Set.copyOf(undone.element().after().keySet());
    }

    /** Forgets all steps: what stood in the fields before is no state the record can go back to. */
    void clear() {
        done.clear();
        undone.clear();
        ended = true;
    }

    /** Ends the step under way: what is typed next is a step of its own. */
    void endStep() {
        ended = true;
    }

    /** Adds one edit of one field, to the step under way if it continues that step. */
    void edited(Column column, FieldInput before, FieldInput after) {
        boolean goesOn = !ended && typing(column, before, after);
        Optional<Step> last = Optional.ofNullable(done.peek())
                .filter(step -> goesOn && step.after().keySet().equals(Set.of(column.name())));
        FieldInput start = last.isPresent() ? done.pop().before().getOrDefault(column.name(), before) : before;
        push(new Step(Map.of(column.name(), start), Map.of(column.name(), after), order.made()));
        // Typing over a selection continues the step; a paste or a choice does not.
        boolean pasted = after.text().length() - before.text().length() > 1;
        ended = pasted || chosen(column) || lines(after) > lines(before);
    }

    /** Adds one step that sets several fields at once; fields it does not change are left out. */
    void edited(Map<String, FieldInput> before, Map<String, FieldInput> after) {
        Map<String, FieldInput> was = new LinkedHashMap<>();
        Map<String, FieldInput> is = new LinkedHashMap<>();
        after.forEach((column, input) -> {
            FieldInput old = before.getOrDefault(column, input);
            if (!old.equals(input)) {
                was.put(column, old);
                is.put(column, input);
            }
        });
        push(new Step(was, is, order.made()));
    }

    private void push(Step step) {
        undone.clear();
        if (!step.empty()) {
            done.push(step);
        }
        ended = true;
    }

    /** Takes the last step back and returns what to put into the fields; empty when there is nothing to undo. */
    Map<String, FieldInput> undo() {
        return move(done, undone).map(Step::before).orElse(Map.of());
    }

    /** Does the step taken back again and returns what to put into the fields; empty when there is nothing to redo. */
    Map<String, FieldInput> redo() {
        return move(undone, done).map(Step::after).orElse(Map.of());
    }

    /**
     * Removes the steps of a column whose value other users have changed since, because undo would revert their
     * changes.
     */
    void forget(String column) {
        forgetIn(done, column);
        forgetIn(undone, column);
        ended = true;
    }

    private static void forgetIn(Deque<Step> steps, String column) {
        List<Step> left = steps.stream()
                .map(step -> step.without(column))
                .filter(step -> !step.empty())
                .toList();
        steps.clear();
        steps.addAll(left);
    }

    private Optional<Step> move(Deque<Step> from, Deque<Step> to) {
        Optional<Step> step = Optional.ofNullable(from.poll());
        step.map(moved -> moved.moved(order.moved())).ifPresent(to::push);
        ended = true;
        return step;
    }

    /** One character more or fewer, in a field that is typed into. */
    private static boolean typing(Column column, FieldInput before, FieldInput after) {
        return !chosen(column) && Math.abs(after.text().length() - before.text().length()) <= 1;
    }

    private static boolean chosen(Column column) {
        return switch (column.kind()) {
            case BOOLEAN, ENUM, BINARY -> true;
            default -> false;
        };
    }

    private static long lines(FieldInput input) {
        return input.text().chars().filter(c -> c == '\n').count();
    }
}
