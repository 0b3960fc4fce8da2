package dev.concord.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Edits of texts whose lines end in different ways. */
class EditedLinesPropertyTest {

    /** A text and what an edit replaces in it: what stands before and after the place is not touched. */
    record Edit(String before, String removed, String after, String typed) {
        String text() {
            return before + removed + after;
        }
    }

    @Property
    void aTextThatIsNotEditedStaysAsItIs(@ForAll("texts") String text) {
        EditedLines lines = EditedLines.of(text);
        assertThat(lines.text()).isEqualTo(text);
        assertThat(lines.changedTo(lines.shown()).text()).isEqualTo(text);
        assertThat(lines.shown()).doesNotContain("\r");
    }

    @Property(tries = 5000)
    void whatAnEditDoesNotTouchStaysAsItIs(@ForAll("edits") Edit edit) {
        EditedLines lines = EditedLines.of(edit.text());
        int start = EditedLines.of(edit.before()).shown().length();
        int end = start + EditedLines.of(edit.removed()).shown().length();
        String edited = lines.replaced(start, end, edit.typed()).text();
        assertThat(edited).startsWith(edit.before()).endsWith(edit.after());
        assertThat(EditedLines.of(edited).shown())
                .isEqualTo(EditedLines.of(edit.before()).shown()
                        + EditedLines.of(edit.typed()).shown()
                        + EditedLines.of(edit.after()).shown());
    }

    @Property(tries = 5000)
    void manyEditsLeaveTheLinesBetweenThemAsTheyAre(@ForAll("edits") Edit first, @ForAll("edits") Edit second) {
        String between = "|\r\n|\n|\r|\u2028|";
        EditedLines lines = EditedLines.of(first.text() + between + second.text());
        int later =
                EditedLines.of(first.text() + between + second.before()).shown().length();
        EditedLines once = lines.replaced(
                later, later + EditedLines.of(second.removed()).shown().length(), second.typed());
        int start = EditedLines.of(first.before()).shown().length();
        EditedLines twice = once.replaced(
                start, start + EditedLines.of(first.removed()).shown().length(), first.typed());
        assertThat(twice.text()).startsWith(first.before()).contains(between).endsWith(second.after());
    }

    @Property
    void anEditWhosePlaceIsNotKnownTouchesNoMoreThanItHasTo(@ForAll("edits") Edit edit) {
        // Marks, so that the replaced part is the only one that differs.
        EditedLines lines = EditedLines.of(edit.before() + "<" + edit.removed() + ">" + edit.after());
        String shown = EditedLines.of(edit.before() + "(" + edit.typed() + ")" + edit.after())
                .shown();
        assertThat(lines.changedTo(shown).text())
                .startsWith(edit.before() + "(")
                .endsWith(")" + edit.after());
    }

    @Example
    void aNewLineEndsLikeTheLineItDivides() {
        EditedLines lines = EditedLines.of("first\r\nsecond\nthird\r\nfourth");
        assertThat(lines.changedTo("first\nsecond\nthird\nfourth!").text())
                .isEqualTo("first\r\nsecond\nthird\r\nfourth!");
        assertThat(lines.replaced(2, 2, "\n").text()).isEqualTo("fi\r\nrst\r\nsecond\nthird\r\nfourth");
        assertThat(lines.replaced(8, 8, "\n").text()).isEqualTo("first\r\nse\ncond\nthird\r\nfourth");
        assertThat(lines.replaced(25, 25, "\n").text()).isEqualTo("first\r\nsecond\nthird\r\nfourth\r\n");
        assertThat(EditedLines.of("").replaced(0, 0, "a\r\nb").text()).isEqualTo("a\nb");
        assertThat(EditedLines.of("a\rb\nc").replaced(2, 3, "").shown()).isEqualTo("a\n\nc");
        assertThat(EditedLines.of("a\rb\nc").replaced(2, 3, "").text()).isEqualTo("a\r\rc");
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of(List.of("a", "b ", "\r\n", "\n", "\r", "\u2028", "\u0085", "é𝄞"))
                .list()
                .ofMaxSize(12)
                .map(parts -> String.join("", parts));
    }

    /** The parts do not end or begin in the middle of a line end. */
    @Provide
    Arbitrary<Edit> edits() {
        Arbitrary<String> whole = texts().map(text -> "[" + text + "]");
        return Combinators.combine(whole, whole, whole, texts()).as(Edit::new);
    }
}
