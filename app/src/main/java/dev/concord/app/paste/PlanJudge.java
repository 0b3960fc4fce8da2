package dev.concord.app.paste;

import dev.concord.app.control.ValueText;
import dev.concord.app.paste.PastePlan.PlacedRow;
import dev.concord.app.paste.ReferenceNames.Target;
import dev.concord.app.pending.FieldInput;
import dev.concord.catalog.Column;
import dev.concord.catalog.ForeignKey;
import dev.concord.record.Value;
import dev.concord.ui.text.Texts;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Judges every cell of a plan; as many steps as there are cells. In the background only, because of the names it looks up. */
final class PlanJudge {
    private final CellJudge judge;
    private final ReferenceNames references;
    private final Texts texts;
    private final ValueText values;

    PlanJudge(CellJudge judge, ReferenceNames references, Texts texts) {
        this.judge = judge;
        this.references = references;
        this.texts = texts;
        this.values = new ValueText(texts);
    }

    /** What is to stand in a cell. */
    private sealed interface Asked {}

    private record Typed(String text) implements Asked {}

    private record Exact(FieldInput input) implements Asked {}

    private record Nothing() implements Asked {}

    private record Unfinished() implements Asked {}

    /** How a column refers to another table, and what the texts asked for mean there. */
    private record Reference(ForeignKey key, Map<String, Target> targets) {}

    CellChanges judge(PastePlan plan) {
        List<Optional<Reference>> referring = new ArrayList<>();
        for (int i = 0; i < plan.columns().size(); i++) {
            int cell = i;
            referring.add(references.of(plan.columns().get(i)).map(key -> reference(plan, cell, key)));
        }
        List<CellLine> lines = new ArrayList<>();
        int same = 0;
        for (PlacedRow row : plan.rows()) {
            for (int cell = 0; cell < plan.columns().size(); cell++) {
                Column column = plan.columns().get(cell);
                CellVerdict verdict = judge(row.row(), column, asked(plan, row, cell), referring.get(cell));
                switch (verdict) {
                    case CellVerdict.Same _ -> same++;
                    case CellVerdict.Untouched _ -> {}
                    case CellVerdict.Changes _, CellVerdict.Cannot _ ->
                        lines.add(new CellLine(
                                row.place(),
                                row.row().label(),
                                column,
                                row.row().state().input(column.name()),
                                row.row().isNews(column.name()),
                                verdict));
                }
            }
        }
        return CellChanges.of(lines, plan.rows(), same);
    }

    private CellVerdict judge(RowToChange row, Column column, Asked asked, Optional<Reference> reference) {
        return switch (asked) {
            case Nothing _ -> new CellVerdict.Untouched();
            case Unfinished _ ->
                new CellVerdict.Cannot(
                        CellVerdict.Obstacle.VALUE, "", texts.get("paste.replace.slow"), Optional.empty());
            case Exact(FieldInput input)
            when input.unreadable().isEmpty() ->
                judge.value(row, column, input.value(), values.show(input.value(), column), "");
            case Exact(FieldInput input) -> judge.typed(row, column, input.unreadable());
            case Typed(String text) -> {
                Optional<Target> target =
                        reference.flatMap(to -> Optional.ofNullable(to.targets().get(text)));
                yield target.isPresent()
                        ? judge.reference(
                                row, column, text, reference.orElseThrow().key(), target.get())
                        : judge.typed(row, column, text);
            }
        };
    }

    /** Looks up what texts mean that stand for another value than the one before; the others need no look. */
    private Reference reference(PastePlan plan, int cell, ForeignKey key) {
        Column column = plan.columns().get(cell);
        Set<String> unknown = new HashSet<>();
        for (PlacedRow row : plan.rows()) {
            FieldInput before = row.row().state().input(column.name());
            if (asked(plan, row, cell) instanceof Typed(String text)
                    && !judge.isNull(text, column, before)
                    && !(judge.typed(row.row(), column, text) instanceof CellVerdict.Same)) {
                unknown.add(text);
            }
        }
        return new Reference(key, unknown.isEmpty() ? Map.of() : references.look(column, key, unknown));
    }

    private Asked asked(PastePlan plan, PlacedRow row, int cell) {
        Column column = plan.columns().get(cell);
        return switch (plan.source()) {
            case CellSource.Pasted(var block) ->
                block.text(row.from(), cell).<Asked>map(Typed::new).orElseGet(Nothing::new);
            case CellSource.Same(Optional<String> text) ->
                text.<Asked>map(Typed::new).orElseGet(() -> new Exact(new FieldInput(Value.ofNull(), "")));
            case CellSource.FromFirst _ -> first(plan, row, column);
            case CellSource.Replacing(Replacement replacement) ->
                replaced(replacement, row.row().state().input(column.name()), column);
        };
    }

    /** The first row keeps what it holds; where it was deleted meanwhile, there is nothing to fill the others with. */
    private static Asked first(PastePlan plan, PlacedRow row, Column column) {
        PlacedRow first = plan.rows().getFirst();
        return first.place() > 0 || row.place() == 0
                ? new Nothing()
                : new Exact(first.row().state().input(column.name()));
    }

    private Asked replaced(Replacement replacement, FieldInput before, Column column) {
        if (before.value() instanceof Value.Malformed) {
            return new Nothing();
        }
        boolean readable = before.unreadable().isEmpty();
        String text = readable ? values.edit(before.value(), column) : before.unreadable();
        if (readable
                && (before.value().isNull()
                        || before.value() instanceof Value.Binary
                        || before.value() instanceof Value.Large)) {
            return new Nothing();
        }
        return switch (replacement.in(text)) {
            case Replacement.Replaced(String other) -> new Typed(other);
            case Replacement.Missing _ -> new Nothing();
            case Replacement.Unfinished _ -> new Unfinished();
        };
    }
}
