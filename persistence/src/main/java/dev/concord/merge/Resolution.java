package dev.concord.merge;

import dev.concord.record.Draft;
import dev.concord.record.Snapshot;
import dev.concord.record.Value;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A merge with a person's decisions so far. Immutable: every decision is a new resolution, and undo returns to an
 * earlier one.
 *
 * @param merge the comparison decided upon
 * @param choices by column; any column may be chosen, except those the database sets
 * @param moved the columns that changed in the database again since the merge was first shown
 * @param split the groups whose columns are decided one by one after all
 */
public record Resolution(
        RecordMerge merge, Map<String, Choice> choices, Map<String, LaterChange> moved, Set<ColumnGroup> split) {

    public Resolution {
        choices = Map.copyOf(choices);
        moved = Map.copyOf(moved);
        split = Set.copyOf(split);
    }

    /** Returns a resolution without choices: nothing is preselected. */
    public static Resolution of(RecordMerge merge) {
        return new Resolution(merge, Map.of(), Map.of(), Set.of());
    }

    /**
     * Returns this resolution with a choice for one column. Base, theirs and mine are chosen for all the columns it
     * must be decided with; other choices apply to the column alone.
     *
     * @throws IllegalArgumentException for a column that is not in the merge or that the database sets
     */
    public Resolution choose(String column, Choice choice) {
        FieldMerge field = merge.field(column)
                .filter(found -> found.change() != Change.SET_BY_DATABASE)
                .orElseThrow(() -> new IllegalArgumentException("Not to be chosen: " + column));
        Map<String, Choice> chosen = new HashMap<>(choices);
        decidedBy(choice, field).forEach(other -> chosen.put(other.name(), choice));
        return choosing(chosen);
    }

    /**
     * Returns this resolution without the choice of a column and of those it was made together with: a decision is
     * undecided again.
     */
    public Resolution without(String column) {
        Map<String, Choice> chosen = new HashMap<>(choices);
        merge.field(column).ifPresent(field -> choice(column)
                .ifPresent(choice -> decidedBy(choice, field).forEach(other -> chosen.remove(other.name(), choice))));
        return choosing(chosen);
    }

    /**
     * Returns this resolution with the columns of a group decided one by one. What was chosen stays.
     *
     * @throws IllegalArgumentException for a group that must stay together
     */
    public Resolution split(ColumnGroup group) {
        if (!group.splittable()) {
            throw new IllegalArgumentException("Not to be split: " + group.columns());
        }
        Set<ColumnGroup> more = new HashSet<>(split);
        more.add(group);
        return splitting(more);
    }

    /** Returns this resolution with earlier choices of some columns and the groups split then. */
    public Resolution restored(Map<String, Optional<Choice>> before, Set<ColumnGroup> splitBefore) {
        Map<String, Choice> chosen = new HashMap<>(choices);
        before.forEach((column, choice) ->
                choice.ifPresentOrElse(made -> chosen.put(column, made), () -> chosen.remove(column)));
        return choosing(chosen).splitting(splitBefore);
    }

    /**
     * Returns this resolution with the other's choices where they were made between the same three values, of the
     * column and of those decided with it; of a value in parts the answers whose part has the same three values. Groups
     * the other has split are split.
     */
    public Resolution resume(Resolution kept) {
        Resolution resumed = splitting(kept.split);
        Map<String, Choice> chosen = new HashMap<>(choices);
        for (FieldMerge field : resumed.merge.fields()) {
            kept.choice(field.name())
                    .flatMap(choice -> resumed.merge.together(field).stream().allMatch(other -> kept.merge
                                    .field(other.name())
                                    .filter(other::equals)
                                    .isPresent())
                            ? Optional.of(choice)
                            : kept.answered(field, choice))
                    .ifPresent(choice -> chosen.put(field.name(), choice));
        }
        return resumed.choosing(chosen);
    }

    /** Returns the part of a choice that applies to newer values of its column. */
    private Optional<Choice> answered(FieldMerge now, Choice choice) {
        Map<Integer, PartAnswer> answers = choice instanceof Choice.InParts chosen
                        && now.group().isEmpty()
                ? merge.field(now.name())
                        .flatMap(FieldMerge::parts)
                        .flatMap(old -> now.parts().map(parts -> AnswerTransfer.carried(old, chosen.answers(), parts)))
                        .orElse(Map.of())
                : Map.of();
        return answers.isEmpty() ? Optional.empty() : Optional.of(new Choice.InParts(answers));
    }

    /** What was chosen for a column, if anything was. */
    public Optional<Choice> choice(String column) {
        return Optional.ofNullable(choices.get(column));
    }

    /** The value a column will have; empty while undecided. */
    public Optional<Value> result(FieldMerge field) {
        return field.result(choice(field.name()));
    }

    /** Returns why a column has its value, or has none yet. */
    public ValueOrigin origin(FieldMerge field) {
        return choice(field.name())
                .<ValueOrigin>map(choice -> switch (choice) {
                    case Choice.Typed _ -> new ValueOrigin.Typed();
                    case Choice.InParts _ when result(field).isEmpty() -> new ValueOrigin.Undecided();
                    default -> new ValueOrigin.Chosen(choice);
                })
                .orElseGet(field::origin);
    }

    /** The columns somebody must still decide, in the table's order. */
    public List<FieldMerge> undecided() {
        return merge.fields().stream().filter(field -> result(field).isEmpty()).toList();
    }

    /**
     * The result as a draft on the database's values, to be saved like any other.
     *
     * @throws IllegalStateException while anything is undecided
     */
    public Draft toDraft() {
        return merge.draft(this::result, this::origin);
    }

    /**
     * Returns the same decisions for a newer row of the database. A decision is kept if the database's value has not
     * changed since. Otherwise the column is undecided again until it is chosen: its base becomes the database's value
     * the choice was made against, and its edit becomes the result chosen, or stays the person's own edit if the result
     * <em>was</em> that database value. A group is undecided again as a whole; of a value in parts, the parts that did
     * not change keep their answers. A column without a choice is compared again.
     */
    public Resolution rebase(Snapshot newer) {
        Rebase rebase = new Rebase(merge, choices, moved, newer);
        RecordMerge rebased = rebase.merge(split);
        return new Resolution(rebased, rebase.kept(), rebase.laterChanges(), split);
    }

    private List<FieldMerge> decidedBy(Choice choice, FieldMerge field) {
        return switch (choice) {
            case Choice.Base _, Choice.Theirs _, Choice.Mine _ -> merge.together(field);
            case Choice.Typed _, Choice.Sum _, Choice.InParts _ -> List.of(field);
        };
    }

    private Resolution choosing(Map<String, Choice> other) {
        return new Resolution(merge, other, moved, split);
    }

    private Resolution splitting(Set<ColumnGroup> other) {
        return split.equals(other) ? this : new Resolution(merge.grouped(other), choices, moved, other);
    }
}
