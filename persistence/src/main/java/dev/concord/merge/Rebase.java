package dev.concord.merge;

import dev.concord.record.Draft;
import dev.concord.record.Snapshot;
import dev.concord.record.Value;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Applies the decisions of a merge to a newer row of the database; see {@code Resolution.rebase}. Used once.
 *
 * <p>No decision is dropped without the person seeing it: a column whose choice is dropped is undecided again, unless
 * it has the same value without a choice.
 */
final class Rebase {
    private final RecordMerge before;
    private final Map<String, Choice> choices;
    private final Snapshot newer;
    /** Groups with a column that changed in the database. */
    private final Set<ColumnGroup> reopened;

    private final Map<String, Choice> kept = new HashMap<>();
    private final Map<String, LaterChange> laterChanges;

    Rebase(RecordMerge before, Map<String, Choice> choices, Map<String, LaterChange> laterChanges, Snapshot newer) {
        this.before = before;
        this.choices = choices;
        this.newer = newer;
        this.laterChanges = new HashMap<>(laterChanges);
        this.reopened = before.fields().stream()
                .filter(field -> !field.theirs().equals(newer.row().get(field.name())))
                .flatMap(field -> field.group().stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Compares with the newer row; must be called first, and once.
     *
     * @param split the groups whose columns are decided one by one
     */
    RecordMerge merge(Set<ColumnGroup> split) {
        Set<String> madeByDatabase = before.having(Change.SET_BY_DATABASE).stream()
                .map(FieldMerge::name)
                .collect(Collectors.toUnmodifiableSet());
        RecordMerge fresh = RecordMerge.of(before.table(), before.mine(), newer, madeByDatabase, before.rules());
        List<FieldMerge> fields = fresh.fields().stream()
                .map(now -> rebased(before.field(now.name()).orElse(now), now))
                .toList();
        return new RecordMerge(before.table(), before.mine(), newer, before.rules(), fields).grouped(split);
    }

    /** Returns the choices that are still valid, by column. */
    Map<String, Choice> kept() {
        return kept;
    }

    /** Returns the columns that changed in the database since the merge was first shown. */
    Map<String, LaterChange> laterChanges() {
        return laterChanges;
    }

    private Optional<Choice> choice(FieldMerge field) {
        return Optional.ofNullable(choices.get(field.name()));
    }

    private Optional<Value> result(FieldMerge field) {
        return field.result(choice(field));
    }

    private FieldMerge rebased(FieldMerge was, FieldMerge now) {
        if (was.theirs().equals(now.theirs())) {
            return standing(was);
        }
        if (was.own() == Change.SET_BY_DATABASE) {
            return now;
        }
        laterChanges.put(was.name(), new LaterChange(newer.readAt(), seenAt(was)));
        Optional<Choice> choice = choice(was);
        if (choice.isPresent()) {
            return choice.get() instanceof Choice.InParts chosen
                            && !chosen.answers().isEmpty()
                    ? inParts(was, chosen, now.theirs())
                    : reopened(was, result(was).orElse(was.mine()), now.theirs());
        }
        boolean stays = was.change() == Change.DECISION && seenAt(was).isPresent();
        FieldMerge compared = stays && !editedOn(was)
                ? whole(was, was.base(), now.theirs(), was.mine())
                : compared(was, was.base(), now.theirs(), was.mine());
        return stays ? open(compared) : compared;
    }

    /** A column whose value did not change: its choice is kept, unless another column of its group changed. */
    private FieldMerge standing(FieldMerge was) {
        Optional<Choice> choice = choice(was);
        if (was.group().filter(reopened::contains).isEmpty()) {
            choice.ifPresent(chosen -> kept.put(was.name(), chosen));
            return was;
        }
        return choice.flatMap(_ -> result(was))
                .map(result -> {
                    boolean summed = choice.get() instanceof Choice.Sum;
                    boolean shown = summed || result.equals(was.theirs()) || result.equals(was.base());
                    FieldMerge again = compared(was, was.base(), was.theirs(), shown ? was.mine() : result);
                    return again.settled().filter(result::equals).isPresent() ? again : open(again);
                })
                .orElse(was);
    }

    /**
     * Makes a column undecided again because the database's value it was chosen against has changed. This holds for a
     * person who chose the database's value, too: they chose the value they saw, not the newer one.
     */
    private FieldMerge reopened(FieldMerge was, Value chosen, Value now) {
        laterChanges.put(
                was.name(),
                new LaterChange(newer.readAt(), Optional.of(before.theirs().readAt())));
        // The edit was not based on the chosen value, so there are no parts or sums of the two.
        FieldMerge again = chosen.equals(was.theirs())
                ? whole(was, was.theirs(), now, was.mine())
                : compared(was, was.theirs(), now, chosen);
        return now.equals(chosen) ? again : open(again);
    }

    /**
     * Whether the field's edit was made on its base: the person's edit on the value they opened, or a result on its own
     * base.
     */
    private boolean editedOn(FieldMerge field) {
        Draft mine = before.mine();
        boolean opened = mine.base()
                .filter(base -> base.row().get(field.name()).equals(field.base()))
                .isPresent();
        return opened || !mine.get(field.name()).equals(field.mine());
    }

    /** Keeps the answers of parts that did not change; if one did, the value composed so far becomes the edit. */
    private FieldMerge inParts(FieldMerge was, Choice.InParts chosen, Value now) {
        FieldMerge compared = compared(was, was.base(), now, was.mine());
        Map<Integer, PartAnswer> answers = was.parts()
                .flatMap(old -> compared.parts().map(parts -> AnswerTransfer.carried(old, chosen.answers(), parts)))
                .orElse(Map.of());
        Choice carried = new Choice.InParts(answers);
        Optional<Value> result = result(was);
        if (answers.size() < chosen.answers().size() && result.isPresent()) {
            return reopened(was, result.get(), now);
        }
        boolean all = answers.size() == chosen.answers().size();
        if (all || (!answers.isEmpty() && compared.value(carried).isEmpty())) {
            kept.put(was.name(), carried);
        }
        return open(compared);
    }

    private static FieldMerge whole(FieldMerge was, Value base, Value theirs, Value mine) {
        return FieldMerge.of(was.column(), base, theirs, mine, false, ColumnRule.of(ColumnRule.Form.WHOLE));
    }

    private FieldMerge compared(FieldMerge was, Value base, Value theirs, Value mine) {
        return FieldMerge.of(
                was.column(), base, theirs, mine, false, before.rules().of(was.column()));
    }

    private static FieldMerge open(FieldMerge field) {
        return new FieldMerge(
                field.column(),
                field.base(),
                field.theirs(),
                field.mine(),
                Change.DECISION,
                field.inside(),
                field.group());
    }

    private Optional<Instant> seenAt(FieldMerge field) {
        return Optional.ofNullable(laterChanges.get(field.name())).flatMap(LaterChange::baseSeenAt);
    }
}
