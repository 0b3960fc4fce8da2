package dev.concord.diff;

import java.util.Arrays;

/** Numbers what is left of pieces without their spacing; each different piece is looked at once, when asked for. */
final class SpacelessPieces {
    private final Vocabulary pieces;
    private final Vocabulary essences = new Vocabulary();
    /** By the piece's number: its essence's number plus one, or zero. */
    private int[] known = new int[0];

    SpacelessPieces(Vocabulary pieces) {
        this.pieces = pieces;
    }

    Vocabulary vocabulary() {
        return essences;
    }

    int[] of(int[] numbers) {
        return Arrays.stream(numbers).map(this::of).toArray();
    }

    int of(int number) {
        if (number >= known.length) {
            known = Arrays.copyOf(known, pieces.size());
        }
        if (known[number] == 0) {
            String essence = Spacing.essence(pieces.text(number));
            known[number] = essences.number(essence, 0, essence.length()) + 1;
        }
        return known[number] - 1;
    }
}
