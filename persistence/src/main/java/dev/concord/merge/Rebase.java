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
 * Takes what was decided to an even newer row; see {@link Resolution#rebase}. Used once.
 *
 * <p>What a person decided is never undone unseen: where a choice is dropped, its column waits for another, unless it
 * would come to the same value by itself.
 */
final class Rebase {
    private final Resolution before;
    private final Snapshot newer;
    /** Groups of which a column moved. */
    private final Set<ColumnGroup> reopened;

    private final Map<String, Choice> kept = new HashMap<>();
    private final Map<String, ChangedAgain> marks;

    Rebase(Resolution before, Snapshot newer) {
        this.before = before;
        this.newer = newer;
        this.marks = new HashMap<>(before.moved());
        this.reopened = before.merge().fields().stream()
                .filter(field -> !field.theirs().equals(newer.row().get(field.name())))
                .flatMap(field -> field.group().stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    Resolution resolution() {
        RecordMerge old = before.merge();
        Set<String> madeByDatabase = old.having(Change.SET_BY_DATABASE).stream()
                .map(FieldMerge::name)
                .collect(Collectors.toUnmodifiableSet());
        RecordMerge fresh = RecordMerge.of(old.table(), old.mine(), newer, madeByDatabase, old.rules());
        List<FieldMerge> fields = fresh.fields().stream()
                .map(now -> rebased(old.field(now.name()).orElse(now), now))
                .toList();
        RecordMerge merge =
                new RecordMerge(old.table(), old.mine(), newer, old.rules(), fields).grouped(before.split());
        return new Resolution(merge, kept, marks, before.split());
    }

    private FieldMerge rebased(FieldMerge was, FieldMerge now) {
        if (was.theirs().equals(now.theirs())) {
            return standing(was);
        }
        if (was.own() == Change.SET_BY_DATABASE) {
            return now;
        }
        marks.put(was.name(), new ChangedAgain(newer.readAt(), seenAt(was)));
        Optional<Choice> choice = before.choice(was.name());
        if (choice.isPresent()) {
            return choice.get() instanceof Choice.InParts chosen
                            && !chosen.answers().isEmpty()
                    ? inParts(was, chosen, now.theirs())
                    : reopened(was, before.result(was).orElse(was.mine()), now.theirs());
        }
        boolean stays = was.change() == Change.DECISION && seenAt(was).isPresent();
        FieldMerge compared = stays && !editedOn(was)
                ? whole(was, was.base(), now.theirs(), was.mine())
                : compared(was, was.base(), now.theirs(), was.mine());
        return stays ? open(compared) : compared;
    }

    /** A column whose own value stood still: its choice is kept, unless another column of its group moved. */
    private FieldMerge standing(FieldMerge was) {
        Optional<Choice> choice = before.choice(was.name());
        if (was.group().filter(reopened::contains).isEmpty()) {
            choice.ifPresent(chosen -> kept.put(was.name(), chosen));
            return was;
        }
        return choice.flatMap(_ -> before.result(was))
                .map(result -> {
                    boolean summed = choice.get() instanceof Choice.Sum;
                    boolean shown = summed || result.equals(was.theirs()) || result.equals(was.base());
                    FieldMerge again = compared(was, was.base(), was.theirs(), shown ? was.mine() : result);
                    return again.settled().filter(result::equals).isPresent() ? again : open(again);
                })
                .orElse(was);
    }

    /**
     * Opens a choice again because the database's value it was made against has moved. Comparing is not enough here: who
     * chose the database's value has chosen that value, not whatever comes after it.
     */
    private FieldMerge reopened(FieldMerge was, Value chosen, Value now) {
        marks.put(
                was.name(),
                new ChangedAgain(
                        newer.readAt(), Optional.of(before.merge().theirs().readAt())));
        // The edit was not made on the value chosen: parts and sums between the two would mean nothing.
        FieldMerge again = chosen.equals(was.theirs())
                ? whole(was, was.theirs(), now, was.mine())
                : compared(was, was.theirs(), now, chosen);
        return now.equals(chosen) ? again : open(again);
    }

    /** Whether the field's edit is the person's own on the value they opened, or a result on the value it was made from. */
    private boolean editedOn(FieldMerge field) {
        Draft mine = before.merge().mine();
        boolean opened = mine.base()
                .filter(base -> base.row().get(field.name()).equals(field.base()))
                .isPresent();
        return opened || !mine.get(field.name()).equals(field.mine());
    }

    /** Keeps the answers of parts that stood still; where one did not, what was put together so far becomes the edit. */
    private FieldMerge inParts(FieldMerge was, Choice.InParts chosen, Value now) {
        FieldMerge compared = compared(was, was.base(), now, was.mine());
        Map<Integer, Answer> answers = was.parts()
                .flatMap(old -> compared.parts().map(parts -> Answers.carried(old, chosen.answers(), parts)))
                .orElse(Map.of());
        Choice carried = new Choice.InParts(answers);
        Optional<Value> result = before.result(was);
        if (answers.size() < chosen.answers().size() && result.isPresent()) {
            return reopened(was, result.get(), now);
        }
        boolean all = answers.size() == chosen.answers().size();
        if (all || (!answers.isEmpty() && carried.in(compared).isEmpty())) {
            kept.put(was.name(), carried);
        }
        return open(compared);
    }

    private static FieldMerge whole(FieldMerge was, Value base, Value theirs, Value mine) {
        return FieldMerge.of(was.column(), base, theirs, mine, false, ColumnRule.of(ColumnRule.Form.WHOLE));
    }

    private FieldMerge compared(FieldMerge was, Value base, Value theirs, Value mine) {
        return FieldMerge.of(
                was.column(), base, theirs, mine, false, before.merge().rules().of(was.column()));
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
        return Optional.ofNullable(before.moved().get(field.name())).flatMap(ChangedAgain::baseSeenAt);
    }
}
