package dev.concord.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.diff.Piece.Kind;
import dev.concord.testing.Length;
import dev.concord.testing.LongRun;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Merges of edits of which the test knows what they did. The same seeds every time: a hundred thousand cases
 * are tried in the long run, and some of them in the ordinary one.
 */
@LongRun
class TextMergeTruthTest {

    /** Kinds of edits, how many of them are tried, and how many of a thousand have to be merged without asking. */
    @SuppressWarnings("ImmutableEnumChecker") // A generator keeps nothing between two calls.
    enum Edits {
        THAT_MEET(EditGenerator::edits, Length.of(2_000, 60_000), 215, 365),
        OF_A_TEXT_WITH_FEW_WORDS(EditGenerator::repetitive, Length.of(600, 20_000), 225, 565),
        OF_A_PARAGRAPH_FILLED_AGAIN(EditGenerator::refilledAgainstDeletion, Length.of(600, 15_000), 250, 995),
        OF_DIFFERENT_PARAGRAPHS(EditGenerator::ordinary, Length.of(300, 5_000), 999, 999);

        private final LongFunction<EditCase> generator;
        private final int cases;
        private final int cleanExactly;
        private final int cleanProse;

        Edits(LongFunction<EditCase> generator, int cases, int cleanExactly, int cleanProse) {
            this.generator = generator;
            this.cases = cases;
            this.cleanExactly = cleanExactly;
            this.cleanProse = cleanProse;
        }
    }

    @ParameterizedTest
    @EnumSource
    void aTextMergedWithoutAskingHasAllChangesOfBothSides(Edits edits, TestReporter reporter) {
        int exactly = 0;
        int prose = 0;
        List<String> wrong = new ArrayList<>();
        for (long seed = 0; seed < edits.cases; seed++) {
            EditCase one = edits.generator.apply(seed);
            for (EditCase each : List.of(one, one.exchanged())) {
                exactly += judged(seed, each, true, wrong);
                prose += judged(seed, each, false, wrong);
            }
        }
        reporter.publishEntry("%s: %d cases, %d wrong; clean exactly %d, as prose %d of a thousand"
                .formatted(edits, edits.cases, wrong.size(), share(exactly, edits), share(prose, edits)));
        assertThat(wrong).isEmpty();
        assertThat(share(exactly, edits)).isGreaterThanOrEqualTo(edits.cleanExactly);
        assertThat(share(prose, edits)).isGreaterThanOrEqualTo(edits.cleanProse);
    }

    @ParameterizedTest
    @EnumSource
    void exchangingTheSidesExchangesWhoDidItAndNothingElse(Edits edits) {
        for (long seed = 0; seed < edits.cases / 2; seed++) {
            EditCase one = edits.generator.apply(seed);
            for (boolean exact : List.of(true, false)) {
                assertMirrored(one, merge(one, exact), merge(one.exchanged(), exact), exact, seed);
            }
        }
    }

    /** Where the line ends were converted as a whole, both results are given them before they are compared. */
    @ParameterizedTest
    @EnumSource
    void proseKeepsEverythingThatExactTextKeeps(Edits edits) {
        for (long seed = 0; seed < edits.cases / 2; seed++) {
            EditCase one = edits.generator.apply(seed);
            TextMerge prose = merge(one, false);
            Optional<String> exact = merge(one, true).merged();
            if (exact.isPresent()) {
                String expected =
                        prose.lineEnd().map(end -> end.applied(exact.get())).orElse(exact.get());
                assertThat(prose.merged()).as(described(seed, one)).contains(expected);
            }
        }
    }

    private static int judged(long seed, EditCase edits, boolean exact, List<String> wrong) {
        TextMerge merge = merge(edits, exact);
        MergeJudge.problem(edits, merge, exact)
                .ifPresent(problem -> wrong.add(
                        problem + ", exact " + exact + described(seed, edits) + "\nmerged\n" + merge.text(List.of())));
        return merge.clean() ? 1 : 0;
    }

    /**
     * Only what both sides did to the same white space is as in the database, which is another side when they are
     * exchanged.
     */
    private static void assertMirrored(EditCase edits, TextMerge one, TextMerge other, boolean exact, long seed) {
        assertThat(other.pieces()).as(described(seed, edits)).hasSameSizeAs(one.pieces());
        for (int i = 0; i < one.pieces().size(); i++) {
            Piece piece = one.pieces().get(i);
            Piece mirrored = other.pieces().get(i);
            assertThat(mirrored.kind()).as(described(seed, edits)).isEqualTo(mirrored(piece.kind()));
            assertThat(mirrored.theirs()).isEqualTo(piece.mine());
            assertThat(mirrored.mine()).isEqualTo(piece.theirs());
            boolean spaced = !exact && (piece.kind() == Kind.SPACING || piece.kind() == Kind.WORDS);
            assertThat(mirrored.settled().map(text -> spaced ? Spacing.spaceless(text) : text))
                    .as(described(seed, edits))
                    .isEqualTo(piece.settled().map(text -> spaced ? Spacing.spaceless(text) : text));
        }
    }

    private static Kind mirrored(Kind kind) {
        return switch (kind) {
            case MINE -> Kind.THEIRS;
            case THEIRS -> Kind.MINE;
            case UNCHANGED, EQUAL, SPACING, WORDS, CONFLICT -> kind;
        };
    }

    private static TextMerge merge(EditCase edits, boolean exact) {
        String base = edits.base().text();
        String theirs = edits.theirs().text();
        String mine = edits.mine().text();
        return exact ? TextMerge.exact(base, theirs, mine) : TextMerge.of(base, theirs, mine);
    }

    private static int share(int clean, Edits edits) {
        return Math.toIntExact(1000L * clean / (2L * edits.cases));
    }

    private static String described(long seed, EditCase edits) {
        return ", seed " + seed + "\nbase\n" + edits.base().text() + "\ntheirs\n"
                + edits.theirs().text() + "\nmine\n" + edits.mine().text();
    }
}
