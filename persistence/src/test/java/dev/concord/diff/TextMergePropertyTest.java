package dev.concord.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.diff.Piece.Kind;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class TextMergePropertyTest {
    private static final int LINES = 40;

    @Property
    void mergingWithAnUnchangedSideGivesTheOtherExactly(@ForAll("texts") String base, @ForAll("texts") String other) {
        for (Merging merging : List.<Merging>of(TextMerge::of, TextMerge::exact)) {
            assertThat(merging.merge(base, other, base).merged()).contains(other);
            assertThat(merging.merge(base, base, other).merged()).contains(other);
        }
    }

    @Property
    void equalSidesGiveThatSideExactly(@ForAll("texts") String base, @ForAll("texts") String both) {
        assertThat(TextMerge.of(base, both, both).merged()).contains(both);
        assertThat(TextMerge.exact(base, both, both).merged()).contains(both);
    }

    @Property
    void joiningThePiecesGivesEachSideBack(
            @ForAll("texts") String base, @ForAll("texts") String theirs, @ForAll("texts") String mine) {
        for (Merging merging : List.<Merging>of(TextMerge::of, TextMerge::exact)) {
            TextMerge merge = merging.merge(base, theirs, mine);
            assertThat(joined(merge, Piece::base)).isEqualTo(base);
            assertThat(joined(merge, Piece::theirs)).isEqualTo(theirs);
            assertThat(joined(merge, Piece::mine)).isEqualTo(mine);
        }
    }

    @Property
    void aPieceSaysWhereItStands(
            @ForAll("texts") String base, @ForAll("texts") String theirs, @ForAll("texts") String mine) {
        long baseLine = 0;
        long theirsLine = 0;
        long mineLine = 0;
        for (Piece piece : TextMerge.of(base, theirs, mine).pieces()) {
            assertThat(List.of(piece.baseLine(), piece.theirsLine(), piece.mineLine()))
                    .containsExactly((int) baseLine, (int) theirsLine, (int) mineLine);
            baseLine += lines(piece.base());
            theirsLine += lines(piece.theirs());
            mineLine += lines(piece.mine());
        }
    }

    @Property
    void swappingTheSidesSwapsOnlyWhoDidIt(
            @ForAll("texts") String base, @ForAll("texts") String theirs, @ForAll("texts") String mine) {
        for (Merging merging : List.<Merging>of(TextMerge::of, TextMerge::exact)) {
            List<Piece> one = merging.merge(base, theirs, mine).pieces();
            List<Piece> other = merging.merge(base, mine, theirs).pieces();
            assertThat(other).hasSameSizeAs(one);
            for (int i = 0; i < one.size(); i++) {
                assertThat(other.get(i).kind()).isEqualTo(swapped(one.get(i).kind()));
                assertThat(other.get(i).mine()).isEqualTo(one.get(i).theirs());
                // Where both sides changed the spacing only, the database's wins: the one documented difference.
                if (one.get(i).kind() != Kind.SPACING && one.get(i).kind() != Kind.WORDS) {
                    assertThat(other.get(i).settled()).isEqualTo(one.get(i).settled());
                }
            }
        }
    }

    @Property
    void whatIsSettledIsAsTheKindSays(
            @ForAll("texts") String base, @ForAll("texts") String theirs, @ForAll("texts") String mine) {
        for (Piece piece : TextMerge.exact(base, theirs, mine).pieces()) {
            switch (piece.kind()) {
                case UNCHANGED ->
                    assertThat(List.of(piece.theirs(), piece.mine())).containsOnly(piece.base());
                case THEIRS -> {
                    assertThat(piece.mine()).isEqualTo(piece.base());
                    assertThat(piece.settled()).contains(piece.theirs());
                }
                case MINE -> {
                    assertThat(piece.theirs()).isEqualTo(piece.base());
                    assertThat(piece.settled()).contains(piece.mine());
                }
                case EQUAL -> assertThat(piece.settled()).contains(piece.mine()).contains(piece.theirs());
                case WORDS -> assertThat(piece.settled()).isPresent();
                case CONFLICT -> assertThat(piece.settled()).isEmpty();
                case SPACING -> assertThat(piece).as("no rule for spacing here").isNull();
            }
        }
    }

    @Property
    void noEditOfEitherSideIsLost(@ForAll("edits") Set<Integer> theirEdits, @ForAll("edits") Set<Integer> myEdits) {
        TextMerge merge =
                TextMerge.of(numbered(Set.of(), ""), numbered(theirEdits, " theirs"), numbered(myEdits, " mine"));
        String mine = merge.text(i -> merge.conflicts().get(i).mine());
        String theirs = merge.text(i -> merge.conflicts().get(i).theirs());
        assertThat(mine.lines()).containsAll(marked(myEdits, " mine")).hasSize(LINES);
        assertThat(theirs.lines()).containsAll(marked(theirEdits, " theirs")).hasSize(LINES);
        if (apart(theirEdits, myEdits)) {
            assertThat(merge.merged().orElseThrow().lines())
                    .containsAll(marked(myEdits, " mine"))
                    .containsAll(marked(theirEdits, " theirs"));
        }
    }

    @Property
    void theLinesOfTheResultAreWholeLines(
            @ForAll("texts") String base, @ForAll("texts") String theirs, @ForAll("texts") String mine) {
        TextMerge merge = TextMerge.of(base, theirs, mine);
        String merged = merge.text(i -> merge.conflicts().get(i).mine());
        Set<String> words = words(base, theirs, mine);
        assertThat(words).containsAll(words(merged));
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of(
                        "a\n",
                        "b\n",
                        "c\n",
                        " a\n",
                        "a\r\n",
                        "b\r\n",
                        "\n",
                        "  \n",
                        "a b c\n",
                        "a  b c\n",
                        "x b c\n",
                        "a b y\n",
                        "e\u0301\n",
                        "\u00e9\n",
                        "}\n",
                        "a",
                        "b c",
                        " ")
                .list()
                .ofMaxSize(12)
                .map(pieces -> String.join("", pieces));
    }

    @Provide
    Arbitrary<Set<Integer>> edits() {
        return Arbitraries.integers().between(0, LINES - 1).set().ofMaxSize(8);
    }

    private static String numbered(Set<Integer> edited, String mark) {
        return IntStream.range(0, LINES)
                .mapToObj(line -> "line " + line + (edited.contains(line) ? mark : "") + "\n")
                .collect(Collectors.joining());
    }

    private static List<String> marked(Set<Integer> edited, String mark) {
        return edited.stream().map(line -> "line " + line + mark).toList();
    }

    /** Whether no line of one side is a line of the other or next to it. */
    private static boolean apart(Set<Integer> theirs, Set<Integer> mine) {
        return theirs.stream().noneMatch(line -> mine.stream().anyMatch(other -> Math.abs(line - other) <= 1));
    }

    private static Set<String> words(String... texts) {
        return Stream.of(texts)
                .flatMap(text -> Stream.of(text.split("\\s+")))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toSet());
    }

    private static String joined(TextMerge merge, Function<Piece, String> side) {
        return merge.pieces().stream().map(side).collect(Collectors.joining());
    }

    private static long lines(String text) {
        return text.lines().count();
    }

    private static Kind swapped(Kind kind) {
        return switch (kind) {
            case MINE -> Kind.THEIRS;
            case THEIRS -> Kind.MINE;
            case UNCHANGED, EQUAL, SPACING, WORDS, CONFLICT -> kind;
        };
    }

    private interface Merging {
        TextMerge merge(String base, String theirs, String mine);
    }
}
