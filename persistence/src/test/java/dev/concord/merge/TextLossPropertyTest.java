package dev.concord.merge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.catalog.Column.Generation;
import dev.concord.merge.ColumnRule.Form;
import dev.concord.record.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

class TextLossPropertyTest {
    private static final int LINES = 12;

    /** What one side does to one line. */
    enum Edit {
        KEEP,
        REPLACE,
        REMOVE,
        ADD_BEFORE
    }

    /** Both sides of what both changed are asked for, so every character a side wrote must be there. */
    @Property
    void nothingEitherSideWroteIsLost(
            @ForAll("edits") List<Edit> their,
            @ForAll("edits") List<Edit> my,
            @ForAll("forms") Form form,
            @ForAll boolean lastLineEnds) {
        String base = text(List.of(), "", lastLineEnds);
        String theirs = text(their, "theirs", lastLineEnds);
        String mine = text(my, "mine", lastLineEnds);
        FieldMerge field = FieldMerge.of(
                Rows.column("notes", Generation.NONE),
                Value.of(base),
                Value.of(theirs),
                Value.of(mine),
                false,
                ColumnRule.of(form));
        List<String> merged = both(field).text().lines().toList();
        assertThat(merged).containsAll(written(theirs, "theirs")).containsAll(written(mine, "mine"));
        for (int line = 0; line < LINES; line++) {
            boolean kept = edit(their, line) == Edit.KEEP && edit(my, line) == Edit.KEEP;
            assertThat(!kept || merged.contains("line" + line)).isTrue();
        }
    }

    /** The value with the answer "both" to every question; theirs where it is one value or the other. */
    private static Value both(FieldMerge field) {
        Map<Integer, PartAnswer> answers = new HashMap<>();
        field.parts().ifPresent(parts -> parts.decisions()
                .forEach(place -> answers.put(place, new PartAnswer.TheirsThenMine())));
        return field.parts().map(parts -> parts.value(answers).orElseThrow()).orElseGet(() -> field.settled()
                .orElseThrow());
    }

    private static List<String> written(String text, String side) {
        return text.lines().filter(line -> line.startsWith(side)).toList();
    }

    private static Edit edit(List<Edit> edits, int line) {
        return edits.isEmpty() ? Edit.KEEP : edits.get(line);
    }

    private static String text(List<Edit> edits, String side, boolean lastLineEnds) {
        StringBuilder text = new StringBuilder();
        for (int line = 0; line < LINES; line++) {
            switch (edit(edits, line)) {
                case KEEP -> text.append("line").append(line).append('\n');
                case REPLACE -> text.append(side).append(line).append('\n');
                case REMOVE -> {}
                case ADD_BEFORE ->
                    text.append(side).append(line).append("\nline").append(line).append('\n');
            }
        }
        boolean cut = !lastLineEnds && !text.isEmpty();
        return cut ? text.substring(0, text.length() - 1) : text.toString();
    }

    @Provide
    Arbitrary<List<Edit>> edits() {
        return Arbitraries.frequency(
                        Tuple.of(6, Edit.KEEP),
                        Tuple.of(1, Edit.REPLACE),
                        Tuple.of(1, Edit.REMOVE),
                        Tuple.of(1, Edit.ADD_BEFORE))
                .list()
                .ofSize(LINES);
    }

    @Provide
    Arbitrary<Form> forms() {
        return Arbitraries.of(Form.TEXT, Form.EXACT_TEXT);
    }
}
