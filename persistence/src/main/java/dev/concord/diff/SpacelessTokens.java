package dev.concord.diff;

import java.util.Arrays;

/**
 * Gives tokens numbers that are the same when the tokens differ in spacing only. Each different token is examined once,
 * when its number is first asked for.
 */
final class SpacelessTokens {
    private final Vocabulary tokens;
    private final Vocabulary spaceless = new Vocabulary();
    /** By the token's number: its number without spacing plus one, or zero when it is not known yet. */
    private int[] known = new int[0];

    SpacelessTokens(Vocabulary tokens) {
        this.tokens = tokens;
    }

    Vocabulary vocabulary() {
        return spaceless;
    }

    int[] of(int[] numbers) {
        return Arrays.stream(numbers).map(this::of).toArray();
    }

    int of(int number) {
        if (number >= known.length) {
            known = Arrays.copyOf(known, tokens.size());
        }
        if (known[number] == 0) {
            String text = Spacing.spaceless(tokens.text(number));
            known[number] = spaceless.number(text, 0, text.length()) + 1;
        }
        return known[number] - 1;
    }
}
