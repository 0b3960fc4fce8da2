package dev.concord.app.edit;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;

/** What the user did to the fields, for undo and redo. Typing on in one field is one step; a paste is its own. */
final class EditHistory {
    private final Deque<Step> done = new ArrayDeque<>();
    private final Deque<Step> undone = new ArrayDeque<>();
    private final ReadOnlyBooleanWrapper canUndo = new ReadOnlyBooleanWrapper(this, "canUndo");
    private final ReadOnlyBooleanWrapper canRedo = new ReadOnlyBooleanWrapper(this, "canRedo");
    private boolean sealed = true;

    /** One step: what stood in each field before and after it. */
    record Step(Map<FieldModel, FieldInput> before, Map<FieldModel, FieldInput> after) {

        static Step of(FieldModel field, FieldInput before, FieldInput after) {
            return new Step(Map.of(field, before), Map.of(field, after));
        }

        private Step without(FieldModel field) {
            Map<FieldModel, FieldInput> was = new LinkedHashMap<>(before);
            Map<FieldModel, FieldInput> is = new LinkedHashMap<>(after);
            was.remove(field);
            is.remove(field);
            return new Step(was, is);
        }

        private boolean empty() {
            return before.equals(after);
        }
    }

    ReadOnlyBooleanProperty canUndo() {
        return canUndo.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty canRedo() {
        return canRedo.getReadOnlyProperty();
    }

    void clear() {
        done.clear();
        undone.clear();
        seal();
        publish();
    }

    /** Ends the step under way: whatever is typed next is a step of its own. */
    void seal() {
        sealed = true;
    }

    /** Remembers one edit of one field. */
    void edited(FieldModel field, FieldInput before, FieldInput after) {
        boolean typing = typing(field, before, after);
        Optional<Step> last = Optional.ofNullable(done.peek())
                .filter(step -> !sealed
                        && typing
                        && step.after().keySet().equals(Map.of(field, after).keySet()));
        FieldInput start = last.isPresent() ? done.pop().before().getOrDefault(field, before) : before;
        push(Step.of(field, start, after));
        // Typing over a selection goes on as typing; a paste or a choice does not.
        boolean pasted = after.text().length() - before.text().length() > 1;
        sealed = pasted || chosen(field) || brokeLine(before, after);
    }

    /** Remembers several fields set at once. */
    void push(Step step) {
        undone.clear();
        if (!step.empty()) {
            done.push(step);
        }
        seal();
        publish();
    }

    /** Returns what to put back; empty when there is nothing to undo. */
    Map<FieldModel, FieldInput> undo() {
        return move(done, undone).map(Step::before).orElse(Map.of());
    }

    /** Returns what to do again; empty when there is nothing to redo. */
    Map<FieldModel, FieldInput> redo() {
        return move(undone, done).map(Step::after).orElse(Map.of());
    }

    /** Forgets what was done to a field whose value others have changed since: bringing it back would undo their work. */
    void forget(FieldModel field) {
        forgetIn(done, field);
        forgetIn(undone, field);
        seal();
        publish();
    }

    private static void forgetIn(Deque<Step> steps, FieldModel field) {
        List<Step> left = steps.stream()
                .map(step -> step.without(field))
                .filter(step -> !step.empty())
                .toList();
        steps.clear();
        steps.addAll(left);
    }

    private Optional<Step> move(Deque<Step> from, Deque<Step> to) {
        Optional<Step> step = Optional.ofNullable(from.poll());
        step.ifPresent(to::push);
        seal();
        publish();
        return step;
    }

    private void publish() {
        canUndo.set(!done.isEmpty());
        canRedo.set(!undone.isEmpty());
    }

    /** One character more or fewer, in a field that is typed into. */
    private static boolean typing(FieldModel field, FieldInput before, FieldInput after) {
        return !chosen(field) && Math.abs(after.text().length() - before.text().length()) <= 1;
    }

    private static boolean chosen(FieldModel field) {
        return switch (field.column().kind()) {
            case BOOLEAN, ENUM, BINARY -> true;
            default -> false;
        };
    }

    private static boolean brokeLine(FieldInput before, FieldInput after) {
        return lines(after) > lines(before);
    }

    private static long lines(FieldInput input) {
        return input.text().chars().filter(c -> c == '\n').count();
    }

    /** Collects several fields into one step. */
    static Step between(Map<FieldModel, FieldInput> before, Map<FieldModel, FieldInput> after) {
        Map<FieldModel, FieldInput> was = new LinkedHashMap<>();
        Map<FieldModel, FieldInput> is = new LinkedHashMap<>();
        after.forEach((field, input) -> {
            FieldInput old = before.getOrDefault(field, input);
            if (!old.equals(input)) {
                was.put(field, old);
                is.put(field, input);
            }
        });
        return new Step(was, is);
    }
}
