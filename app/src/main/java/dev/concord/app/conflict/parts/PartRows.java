package dev.concord.app.conflict.parts;

import dev.concord.merge.Change;
import dev.concord.merge.Part;
import dev.concord.merge.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * The layout of a value's parts in rows. It is a copy of the decisions at one moment, because long texts are laid out in the
 * background.
 *
 * @param parts the parts and what each will be
 * @param unfolded the unchanged parts to show whole
 * @param editing the part being edited
 */
record PartRows(List<Decided> parts, Set<Integer> unfolded, OptionalInt editing) {
    /** Unchanged lines shown above and below a change. */
    private static final int AROUND = 3;
    /** The least number of lines that are folded. */
    private static final int LEAST_FOLDED = 3;

    /**
     * A part, and what it will be.
     *
     * @param result empty while it is undecided
     */
    record Decided(Part part, Optional<String> result) {}

    PartRows {
        parts = List.copyOf(parts);
        unfolded = Set.copyOf(unfolded);
    }

    static PartRows of(PartsModel model, Set<Integer> unfolded, OptionalInt editing) {
        List<Decided> parts = new ArrayList<>();
        for (int place = 0; place < model.all().size(); place++) {
            Optional<String> result = model.result(place);
            parts.add(new Decided(
                    model.part(place), model.decided(place) ? Optional.of(result.orElse("")) : Optional.empty()));
        }
        return new PartRows(parts, unfolded, editing);
    }

    /** Whether the parts are lines of a text. */
    static boolean ofText(PartsModel model) {
        return model.rule() == Rule.TEXT || model.rule() == Rule.SPACING;
    }

    /** The number of characters to be laid out. */
    long size() {
        return parts.stream()
                .mapToLong(decided -> decided.part().theirs().orElse("").length()
                        + (long) decided.part().mine().orElse("").length())
                .sum();
    }

    /** The lines of the three sides. */
    List<PartRow> lines() {
        List<PartRow> rows = new ArrayList<>();
        int theirs = 1;
        int result = 1;
        int mine = 1;
        for (int place = 0; place < parts.size(); place++) {
            Decided decided = parts.get(place);
            Part part = decided.part();
            if (part.change() == Change.UNCHANGED) {
                rows.addAll(unchanged(place, part.theirs().orElse(""), theirs, result, mine));
            } else {
                rows.add(new PartRow.Heading(place));
                if (editing.equals(OptionalInt.of(place))) {
                    rows.add(new PartRow.Editing(place));
                } else {
                    rows.addAll(changed(place, decided, theirs, result, mine));
                }
            }
            theirs += PartLine.count(part.theirs().orElse(""));
            mine += PartLine.count(part.mine().orElse(""));
            result += PartLine.count(decided.result().orElse(""));
        }
        return rows;
    }

    private List<PartRow> changed(int place, Decided decided, int theirs, int result, int mine) {
        Part part = decided.part();
        String base = part.base().orElse("");
        List<PartLine> database = PartLine.of(base, part.theirs().orElse(""), theirs);
        List<PartLine> merged =
                decided.result().map(text -> PartLine.of(base, text, result)).orElse(List.of());
        List<PartLine> yours = PartLine.of(base, part.mine().orElse(""), mine);
        int height = Math.max(1, Math.max(database.size(), Math.max(merged.size(), yours.size())));
        List<PartRow> rows = new ArrayList<>();
        for (int i = 0; i < height; i++) {
            boolean undecided = i == 0 && decided.result().isEmpty();
            rows.add(new PartRow.Lines(place, at(database, i), at(merged, i), at(yours, i), undecided));
        }
        return rows;
    }

    private List<PartRow> unchanged(int place, String text, int theirs, int result, int mine) {
        int head = place == 0 ? 0 : AROUND;
        int tail = place == parts.size() - 1 ? 0 : AROUND;
        int count = PartLine.count(text);
        boolean folded = count - head - tail >= LEAST_FOLDED && !unfolded.contains(place);
        if (!folded) {
            return same(place, text, theirs, result, mine);
        }
        int hidden = count - head - tail;
        int cut = after(text, head);
        int resume = after(text, head + hidden);
        List<PartRow> rows = new ArrayList<>(same(place, text.substring(0, cut), theirs, result, mine));
        rows.add(new PartRow.Folded(place, hidden));
        int done = head + hidden;
        rows.addAll(same(place, text.substring(resume), theirs + done, result + done, mine + done));
        return rows;
    }

    private static List<PartRow> same(int place, String text, int theirs, int result, int mine) {
        List<PartLine> database = PartLine.of(text, theirs);
        List<PartLine> merged = PartLine.of(text, result);
        List<PartLine> yours = PartLine.of(text, mine);
        List<PartRow> rows = new ArrayList<>();
        for (int i = 0; i < database.size(); i++) {
            rows.add(new PartRow.Lines(place, at(database, i), at(merged, i), at(yours, i), false));
        }
        return rows;
    }

    /** Where the line after so many lines begins. */
    private static int after(String text, int lines) {
        int position = 0;
        for (int i = 0; i < lines; i++) {
            position = text.indexOf('\n', position) + 1;
        }
        return position;
    }

    private static Optional<PartLine> at(List<PartLine> lines, int index) {
        return index < lines.size() ? Optional.of(lines.get(index)) : Optional.empty();
    }
}
