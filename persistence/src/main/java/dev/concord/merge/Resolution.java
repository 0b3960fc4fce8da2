package dev.concord.merge;

import dev.concord.record.Draft;
import dev.concord.record.Snapshot;
import dev.concord.record.Value;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A merge and what a person has decided of it so far. Immutable: every decision is a new resolution, so undo is
 * keeping the old one.
 *
 * @param merge the comparison decided upon
 * @param choices by column; any column may be chosen, except those the database sets
 * @param moved the columns that changed in the database again since the merge was first shown
 */
public record Resolution(RecordMerge merge, Map<String, Choice> choices, Map<String, Moved> moved) {

    public Resolution {
        choices = Map.copyOf(choices);
        moved = Map.copyOf(moved);
    }

    /** Nothing decided: decisions start undecided, nothing is preselected. */
    public static Resolution of(RecordMerge merge) {
        return new Resolution(merge, Map.of(), Map.of());
    }

    /**
     * Returns this resolution with one column chosen.
     *
     * @throws IllegalArgumentException for a column that is not in the merge or that the database sets
     */
    public Resolution choose(String column, Choice choice) {
        boolean choosable = merge.field(column)
                .filter(field -> field.change() != Change.SET_BY_DATABASE)
                .isPresent();
        if (!choosable) {
            throw new IllegalArgumentException("Not to be chosen: " + column);
        }
        Map<String, Choice> chosen = new HashMap<>(choices);
        chosen.put(column, choice);
        return new Resolution(merge, chosen, moved);
    }

    /** Returns this resolution with one column's choice taken back: a decision is undecided again. */
    public Resolution without(String column) {
        Map<String, Choice> chosen = new HashMap<>(choices);
        chosen.remove(column);
        return new Resolution(merge, chosen, moved);
    }

    /** Returns this resolution with the other's choices where they were made between the same three values. */
    public Resolution resume(Resolution kept) {
        Resolution resumed = this;
        for (FieldMerge field : merge.fields()) {
            Optional<Choice> choice =
                    kept.merge.field(field.name()).filter(field::equals).flatMap(f -> kept.choice(f.name()));
            if (choice.isPresent()) {
                resumed = resumed.choose(field.name(), choice.get());
            }
        }
        return resumed;
    }

    /** What was chosen for a column, if anything was. */
    public Optional<Choice> choice(String column) {
        return Optional.ofNullable(choices.get(column));
    }

    /** The value a column will have; empty while undecided. */
    public Optional<Value> result(FieldMerge field) {
        return choice(field.name()).map(choice -> choice.in(field)).orElseGet(field::settled);
    }

    /** Why a column has the value it has, or has none yet. */
    public Origin origin(FieldMerge field) {
        return choice(field.name())
                .<Origin>map(choice -> switch (choice) {
                    case Choice.Typed _ -> new Origin.Typed();
                    case Choice.InParts _ when result(field).isEmpty() -> new Origin.Undecided();
                    default -> new Origin.Chosen(choice);
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
        Draft draft = Draft.of(merge.theirs());
        for (FieldMerge field : merge.fields()) {
            Value result = result(field).orElseThrow(() -> new IllegalStateException("Undecided: " + field.name()));
            if (!result.equals(field.theirs())) {
                draft = summed(field) ? draft.adding(field.name(), result) : draft.with(field.name(), result);
            }
        }
        return draft;
    }

    /** Whether the result is both changes of a quantity, so that it is written as one to be added. */
    private boolean summed(FieldMerge field) {
        return switch (origin(field)) {
            case Origin.ByRule(Rule rule) -> rule == Rule.QUANTITY;
            case Origin.Chosen(Choice choice) -> choice instanceof Choice.Sum;
            default -> false;
        };
    }

    /**
     * The same decisions against an even newer row. A decision whose database value stood still is kept. One whose
     * value moved is reopened: its base becomes the database's value it was made against, and its edit becomes the
     * result chosen; where the result chosen <em>was</em> that database value, the person's own edit stays instead,
     * so that nothing seen so far is out of sight. What was reopened stays open until it is chosen. A column
     * nobody chose is compared again.
     */
    public Resolution rebase(Snapshot newer) {
        RecordMerge fresh = RecordMerge.of(merge.table(), merge.mine(), newer, madeByDatabase(), merge.rules());
        List<FieldMerge> fields = new ArrayList<>();
        Map<String, Choice> kept = new HashMap<>();
        Map<String, Moved> marks = new HashMap<>(moved);
        for (FieldMerge now : fresh.fields()) {
            FieldMerge before = merge.field(now.name()).orElse(now);
            Optional<Choice> choice = choice(now.name());
            if (before.theirs().equals(now.theirs())) {
                fields.add(before);
                choice.ifPresent(chosen -> kept.put(now.name(), chosen));
            } else if (before.change() == Change.SET_BY_DATABASE) {
                fields.add(now);
            } else if (choice.isPresent()) {
                fields.add(before.reopened(choice.get().in(before).orElse(before.mine()), now.theirs()));
                marks.put(
                        now.name(),
                        new Moved(newer.readAt(), Optional.of(merge.theirs().readAt())));
            } else {
                boolean reopened =
                        before.change() == Change.DECISION && seenAt(now.name()).isPresent();
                fields.add(
                        reopened
                                ? before.stillOpen(now.theirs())
                                : before.against(now.theirs(), merge.rules().of(now.column())));
                marks.put(now.name(), new Moved(newer.readAt(), seenAt(now.name())));
            }
        }
        return new Resolution(new RecordMerge(merge.table(), merge.mine(), newer, merge.rules(), fields), kept, marks);
    }

    private Optional<Instant> seenAt(String column) {
        return Optional.ofNullable(moved.get(column)).flatMap(Moved::baseSeenAt);
    }

    private Set<String> madeByDatabase() {
        return merge.having(Change.SET_BY_DATABASE).stream()
                .map(FieldMerge::name)
                .collect(Collectors.toUnmodifiableSet());
    }
}
