package dev.concord.app.conflict.parts;

import dev.concord.merge.Change;
import dev.concord.merge.Choice;
import dev.concord.merge.FieldMerge;
import dev.concord.merge.Part;
import dev.concord.merge.PartAnswer;
import dev.concord.merge.Parts;
import dev.concord.merge.Resolution;
import dev.concord.merge.Rule;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Decides one value part by part, with undo and redo. However it is left, its decisions are kept. FX thread only. */
public final class PartsModel {
    private final FieldMerge field;
    private final Parts parts;
    private final Map<Integer, PartAnswer> start;
    private final List<Integer> changes;
    private final ReadOnlyObjectWrapper<Map<Integer, PartAnswer>> answers;
    private final ReadOnlyIntegerWrapper current;
    private final Deque<Map<Integer, PartAnswer>> done = new ArrayDeque<>();
    private final Deque<Map<Integer, PartAnswer>> undone = new ArrayDeque<>();

    private PartsModel(FieldMerge field, Parts parts, Map<Integer, PartAnswer> start) {
        this.field = field;
        this.parts = parts;
        this.start = start;
        this.answers = new ReadOnlyObjectWrapper<>(this, "answers", start);
        this.changes = IntStream.range(0, parts.all().size())
                .filter(place -> parts.all().get(place).change() != Change.UNCHANGED)
                .boxed()
                .toList();
        int first = undecided().stream().findFirst().orElseGet(() -> changes.isEmpty() ? 0 : changes.getFirst());
        this.current = new ReadOnlyIntegerWrapper(this, "current", first);
    }

    /** Opens a field with the decisions about its parts so far; empty for a field without parts. */
    public static Optional<PartsModel> of(Resolution resolution, FieldMerge field) {
        Map<Integer, PartAnswer> start = resolution.choice(field.name()).orElse(new Choice.Base())
                        instanceof Choice.InParts(Map<Integer, PartAnswer> answers)
                ? answers
                : Map.of();
        return field.parts().map(parts -> new PartsModel(field, parts, start));
    }

    Rule rule() {
        return parts.rule();
    }

    /** The field it is a value of. */
    public String column() {
        return field.name();
    }

    List<Part> all() {
        return parts.all();
    }

    Part part(int place) {
        return parts.all().get(place);
    }

    /** Whether a part can be answered with both sides, one after the other. */
    boolean both() {
        return parts.both();
    }

    /** The places of the changed parts, in order. */
    public List<Integer> changes() {
        return changes;
    }

    ReadOnlyObjectProperty<Map<Integer, PartAnswer>> answers() {
        return answers.getReadOnlyProperty();
    }

    /** The place the keyboard acts on. */
    public ReadOnlyIntegerProperty current() {
        return current.getReadOnlyProperty();
    }

    /** The decision about a part; empty while there is none. */
    public Optional<PartAnswer> answer(int place) {
        return Optional.ofNullable(answers.get().get(place));
    }

    /** Whether the result of a part is known. */
    boolean decided(int place) {
        return answers.get().containsKey(place) || part(place).change() != Change.DECISION;
    }

    /** The result of a part; empty while undecided, and when the part will be absent. */
    Optional<String> result(int place) {
        Part part = part(place);
        return answer(place)
                .map(answer -> switch (answer) {
                    case PartAnswer.Base _ -> part.base();
                    case PartAnswer.Theirs _ -> part.theirs();
                    case PartAnswer.Mine _ -> part.mine();
                    case PartAnswer.TheirsThenMine _ -> joined(part.theirs(), part.mine());
                    case PartAnswer.MineThenTheirs _ -> joined(part.mine(), part.theirs());
                    case PartAnswer.Typed(String text) -> Optional.of(text);
                })
                .orElseGet(part::settled);
    }

    /** The places of the parts still to be decided. */
    public List<Integer> undecided() {
        return parts.decisions().stream()
                .filter(place -> !answers.get().containsKey(place))
                .toList();
    }

    /** The decisions as a choice for the field. */
    public Choice choice() {
        return new Choice.InParts(answers.get());
    }

    /** Whether any decision differs from those it was opened with. */
    public boolean changed() {
        return !answers.get().equals(start);
    }

    void select(int place) {
        current.set(place);
    }

    /** Decides one part; does nothing for an unchanged part. */
    public void choose(int place, PartAnswer answer) {
        if (changes.contains(place) && (both() || !ofBoth(answer))) {
            Map<Integer, PartAnswer> more = new HashMap<>(answers.get());
            more.put(place, answer);
            step(Map.copyOf(more));
        }
    }

    /** Decides every part still undecided, in one step. */
    void chooseAll(PartAnswer answer) {
        Map<Integer, PartAnswer> more = new HashMap<>(answers.get());
        undecided().forEach(place -> more.put(place, answer));
        step(Map.copyOf(more));
    }

    /** Undoes the last decision. */
    public void undo() {
        go(done, undone);
    }

    /** Redoes the decision undone last. */
    public void redo() {
        go(undone, done);
    }

    /**
     * Goes to a changed part; after the last comes the first.
     *
     * @param by 1 for the next, -1 for the previous
     */
    void step(int by) {
        if (!changes.isEmpty()) {
            int here = Math.max(changes.indexOf(current.get()), 0);
            current.set(changes.get(Math.floorMod(here + by, changes.size())));
        }
    }

    private void step(Map<Integer, PartAnswer> next) {
        if (!next.equals(answers.get())) {
            done.push(answers.get());
            undone.clear();
            answers.set(next);
        }
    }

    private void go(Deque<Map<Integer, PartAnswer>> from, Deque<Map<Integer, PartAnswer>> to) {
        if (!from.isEmpty()) {
            to.push(answers.get());
            answers.set(from.pop());
        }
    }

    /** Two runs of lines, one after the other; a missing line end is added between them. */
    private static Optional<String> joined(Optional<String> first, Optional<String> second) {
        String above = first.orElse("");
        String between = above.isEmpty() || above.endsWith("\n") ? "" : "\n";
        return Optional.of(above + between + second.orElse(""));
    }

    private static boolean ofBoth(PartAnswer answer) {
        return answer instanceof PartAnswer.TheirsThenMine || answer instanceof PartAnswer.MineThenTheirs;
    }
}
