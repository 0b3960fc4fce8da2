package dev.concord.app.pending;

import dev.concord.catalog.Table;
import dev.concord.drafts.KeptAnswer;
import dev.concord.drafts.KeptChoice;
import dev.concord.drafts.KeptDecisions;
import dev.concord.merge.Change;
import dev.concord.merge.Choice;
import dev.concord.merge.ColumnGroup;
import dev.concord.merge.FieldMerge;
import dev.concord.merge.MergeRules;
import dev.concord.merge.PartAnswer;
import dev.concord.merge.RecordMerge;
import dev.concord.merge.Resolution;
import dev.concord.record.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What was decided of a merge, as it is kept on the disk with its edit. */
public final class DecisionMemory {
    private DecisionMemory() {}

    /**
     * Returns the decisions as they are kept. Those about columns that changed in the database again while the merge was
     * open are left out: they were made between other values than a later merge has.
     */
    static KeptDecisions of(Resolution decided) {
        Map<String, KeptChoice> choices = new HashMap<>();
        decided.choices().forEach((column, choice) -> {
            if (!decided.moved().containsKey(column)) {
                choices.put(column, of(choice));
            }
        });
        return new KeptDecisions(
                decided.merge().mine(),
                decided.merge().theirs(),
                choices,
                decided.split().stream().map(ColumnGroup::columns).collect(Collectors.toSet()));
    }

    private static KeptChoice of(Choice choice) {
        return switch (choice) {
            case Choice.Base _ -> new KeptChoice("base");
            case Choice.Theirs _ -> new KeptChoice("theirs");
            case Choice.Mine _ -> new KeptChoice("mine");
            case Choice.Sum _ -> new KeptChoice("sum");
            case Choice.Typed(Value value) -> new KeptChoice("typed", Optional.of(value), Map.of());
            case Choice.InParts(Map<Integer, PartAnswer> answers) -> {
                Map<Integer, KeptAnswer> kept = new HashMap<>();
                answers.forEach((place, answer) -> kept.put(place, of(answer)));
                yield new KeptChoice("parts", Optional.empty(), kept);
            }
        };
    }

    private static KeptAnswer of(PartAnswer answer) {
        return switch (answer) {
            case PartAnswer.Base _ -> new KeptAnswer("base", "");
            case PartAnswer.Theirs _ -> new KeptAnswer("theirs", "");
            case PartAnswer.Mine _ -> new KeptAnswer("mine", "");
            case PartAnswer.TheirsThenMine _ -> new KeptAnswer("theirs-mine", "");
            case PartAnswer.MineThenTheirs _ -> new KeptAnswer("mine-theirs", "");
            case PartAnswer.Typed(String text) -> new KeptAnswer("typed", text);
        };
    }

    /**
     * Returns kept decisions as they were made. A choice this program does not know, or about a column that is not to be
     * decided any more, is left out. Takes long for long texts: call it in the background.
     *
     * @param setByDatabase the columns the database makes although the catalog cannot tell
     */
    public static Resolution restored(KeptDecisions kept, Table table, Set<String> setByDatabase, MergeRules rules) {
        Resolution decided = Resolution.of(RecordMerge.of(table, kept.mine(), kept.theirs(), setByDatabase, rules));
        for (List<String> columns : kept.split()) {
            Optional<ColumnGroup> group = decided.merge().fields().stream()
                    .flatMap(field -> field.group().stream())
                    .filter(found -> found.columns().equals(columns) && found.splittable())
                    .findFirst();
            decided = group.isPresent() ? decided.split(group.get()) : decided;
        }
        Map<String, Optional<Choice>> choices = new HashMap<>();
        for (FieldMerge field : decided.merge().fields()) {
            Optional.ofNullable(kept.choices().get(field.name()))
                    .filter(found -> field.change() != Change.SET_BY_DATABASE)
                    .flatMap(found -> choice(found, field))
                    .ifPresent(choice -> choices.put(field.name(), Optional.of(choice)));
        }
        return decided.restored(choices, decided.split());
    }

    private static Optional<Choice> choice(KeptChoice kept, FieldMerge field) {
        return switch (kept.kind()) {
            case "base" -> Optional.of(new Choice.Base());
            case "theirs" -> Optional.of(new Choice.Theirs());
            case "mine" -> Optional.of(new Choice.Mine());
            case "sum" -> field.quantity().map(quantity -> new Choice.Sum());
            case "typed" -> kept.value().map(Choice.Typed::new);
            case "parts" ->
                field.parts()
                        .map(parts ->
                                new Choice.InParts(answers(kept, parts.all().size())));
            default -> Optional.empty();
        };
    }

    private static Map<Integer, PartAnswer> answers(KeptChoice kept, int parts) {
        Map<Integer, PartAnswer> answers = new HashMap<>();
        kept.answers().forEach((place, answer) -> {
            if (place < parts) {
                answer(answer).ifPresent(known -> answers.put(place, known));
            }
        });
        return answers;
    }

    private static Optional<PartAnswer> answer(KeptAnswer kept) {
        return switch (kept.kind()) {
            case "base" -> Optional.of(new PartAnswer.Base());
            case "theirs" -> Optional.of(new PartAnswer.Theirs());
            case "mine" -> Optional.of(new PartAnswer.Mine());
            case "theirs-mine" -> Optional.of(new PartAnswer.TheirsThenMine());
            case "mine-theirs" -> Optional.of(new PartAnswer.MineThenTheirs());
            case "typed" -> Optional.of(new PartAnswer.Typed(kept.text()));
            default -> Optional.empty();
        };
    }
}
