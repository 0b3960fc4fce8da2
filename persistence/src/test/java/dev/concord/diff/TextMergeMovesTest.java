package dev.concord.diff;

import static dev.concord.diff.Piece.Kind.CONFLICT;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Lines that only moved. */
class TextMergeMovesTest {
    private static final String BASE = "move one\nmove two\na\nb\nc\nd\ne\nf\n";
    private static final String MOVED = "a\nb\nc\nd\ne\nmove one\nmove two\nf\n";

    @Test
    void aBlockNobodyElseChangedMoves() {
        TextMerge merge = TextMerge.of(BASE, "move one\nmove two\na\nb\nC\nd\ne\nf\n", MOVED);
        assertThat(merge.merged()).contains("a\nb\nC\nd\ne\nmove one\nmove two\nf\n");
    }

    @Test
    void aBlockBothMovedAlikeMovesOnce() {
        assertThat(TextMerge.of(BASE, MOVED, MOVED).merged()).contains(MOVED);
    }

    @Test
    void aBlockMovedHereAndEditedThereIsDecidedAtBothPlaces() {
        TextMerge merge = TextMerge.of(BASE, "move one\nmove 2\na\nb\nc\nd\ne\nf\n", MOVED);
        assertThat(merge.conflicts()).hasSize(2);
        assertThat(merge.conflicts().getFirst().theirs()).isEqualTo("move one\nmove 2\n");
        assertThat(merge.conflicts().getLast().mine()).isEqualTo("move one\nmove two\n");
    }

    @Test
    void aBlockMovedHereAndRemovedThereIsNotPutBackUnseen() {
        TextMerge merge = TextMerge.of(BASE, "a\nb\nc\nd\ne\nf\n", MOVED);
        assertThat(merge.conflicts()).hasSize(1);
        assertThat(merge.text(conflict -> "")).isEqualTo("a\nb\nc\nd\ne\nf\n");
    }

    @Test
    void aBlockMovedToTwoPlacesIsNotDoubledUnseen() {
        TextMerge merge = TextMerge.of(BASE, "a\nb\nmove one\nmove two\nc\nd\ne\nf\n", MOVED);
        assertThat(merge.conflicts()).hasSize(2);
        assertThat(TextMergeTest.kinds(TextMerge.of(BASE, MOVED, "a\nb\nmove one\nmove two\nc\nd\ne\nf\n")))
                .contains(CONFLICT);
    }

    @Test
    void bracketsDoNotCountAsMoved() {
        String base = "a() {\n1\n}\nx\ny\nz\nw\nv\n";
        String theirs = "x\nb() {\n2\n}\ny\nz\nw\nv\n";
        String mine = "x\ny\nz\nc() {\n3\n}\nw\nv\n";
        assertThat(TextMerge.of(base, theirs, mine).merged()).contains("x\nb() {\n2\n}\ny\nz\nc() {\n3\n}\nw\nv\n");
    }
}
