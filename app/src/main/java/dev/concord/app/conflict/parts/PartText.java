package dev.concord.app.conflict.parts;

import dev.concord.app.conflict.sides.Excerpt;
import dev.concord.app.conflict.sides.FieldState;
import dev.concord.diff.Span;
import dev.concord.merge.Part;
import dev.concord.merge.PartAnswer;
import dev.concord.ui.text.Texts;
import java.util.Optional;
import java.util.stream.Collectors;

/** The texts of the parts of a value. */
final class PartText {
    private final PartsModel model;
    private final Texts texts;

    PartText(PartsModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
    }

    FieldState state(int place) {
        return FieldState.of(model.part(place), model.answer(place));
    }

    /** How a part was merged, or what was chosen for it. */
    String stateText(int place) {
        return model.answer(place).map(this::answer).orElseGet(() -> state(place)
                .text(texts));
    }

    /** Which of the changes it is. */
    String number(int place) {
        return texts.get(
                "conflict.parts.number",
                model.changes().indexOf(place) + 1,
                model.changes().size());
    }

    /** The name of a part; its number among the changes where it has none. */
    String name(String name, int place) {
        return name.isEmpty() ? number(place) : name;
    }

    /** A part for a screen reader. */
    String spoken(int place) {
        Part part = model.part(place);
        String name = name(part.name(), place);
        String result = model.decided(place)
                ? texts.get("conflict.row.result", spoken(model.result(place)))
                : texts.get("conflict.row.undecided");
        return texts.get(
                "conflict.row",
                name,
                stateText(place),
                spoken(part.base()),
                spoken(part.theirs()),
                spoken(part.mine()),
                result);
    }

    /** A row of lines for a screen reader; one text where all sides are the same. */
    String spoken(PartRow.Lines row) {
        String theirs = text(row.theirs());
        String mine = text(row.mine());
        String result = row.undecided() ? texts.get("conflict.row.undecided") : text(row.result());
        return theirs.equals(mine) && mine.equals(result)
                ? spoken(theirs)
                : texts.get("conflict.parts.line", spoken(theirs), spoken(result), spoken(mine));
    }

    private String answer(PartAnswer answer) {
        return switch (answer) {
            case PartAnswer.Base _ -> texts.get("conflict.parts.chosen.base");
            case PartAnswer.Theirs _ -> texts.get("conflict.parts.chosen.theirs");
            case PartAnswer.Mine _ -> texts.get("conflict.parts.chosen.mine");
            case PartAnswer.TheirsThenMine _ -> texts.get("conflict.parts.chosen.theirs-mine");
            case PartAnswer.MineThenTheirs _ -> texts.get("conflict.parts.chosen.mine-theirs");
            case PartAnswer.Typed _ -> texts.get("conflict.state.typed");
        };
    }

    private String spoken(Optional<String> text) {
        return text.map(String::strip).map(this::spoken).orElseGet(() -> texts.get("conflict.parts.absent"));
    }

    private String spoken(String text) {
        return Excerpt.spoken(text, texts);
    }

    private static String text(Optional<PartLine> line) {
        return line.stream()
                .flatMap(shown -> shown.spans().stream())
                .filter(span -> span.kind() != Span.Kind.REMOVED)
                .map(Span::text)
                .collect(Collectors.joining());
    }
}
