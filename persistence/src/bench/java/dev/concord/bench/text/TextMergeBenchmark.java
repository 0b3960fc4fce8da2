package dev.concord.bench.text;

import dev.concord.bench.Comparison;
import dev.concord.bench.Contest;
import dev.concord.bench.Goal;
import dev.concord.bench.Rounds;
import dev.concord.bench.Trial;
import dev.concord.diff.JGitMerge;
import dev.concord.diff.TextMerge;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.eclipse.jgit.diff.RawText;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Three texts of 10,000 lines with 200 edits on each side, which do not meet. */
@State(Scope.Benchmark)
public class TextMergeBenchmark {
    private static final int LINES = 10_000;
    private static final int EDITS = 200;
    /** Two sides' edits are this many lines apart. */
    private static final int APART = LINES / EDITS / 2;

    private String base = "";
    private String theirs = "";
    private String mine = "";
    private RawText rawBase = JGitMerge.raw("");
    private RawText rawTheirs = rawBase;
    private RawText rawMine = rawBase;

    /** The table. */
    public static Comparison comparison(Rounds rounds) {
        return new Comparison(
                "text merge",
                rounds,
                List.of(
                        new Contest(
                                "10,000 lines, 200 edits a side: text to text",
                                trial("concord"),
                                trial("jgit"),
                                new Goal.TimeAtMost(1)),
                        new Contest(
                                "10,000 lines, 200 edits a side: JGit given its lines, no text made",
                                trial("concordPieces"),
                                trial("jgitAlone"),
                                new Goal.None())));
    }

    private static Trial trial(String method) {
        return new Trial(TextMergeBenchmark.class, method, Map.of());
    }

    /** Makes the texts, and checks that both sides merge them to the same. */
    @Setup
    public void prepare() {
        Random random = new Random(4711);
        List<String> lines = IntStream.range(0, LINES)
                .mapToObj(line -> "Line " + line + " has about " + random.nextInt(LINES) + " words or fewer in it.\n")
                .toList();
        base = String.join("", lines);
        theirs = edited(lines, 0, random);
        mine = edited(lines, APART, random);
        rawBase = JGitMerge.raw(base);
        rawTheirs = JGitMerge.raw(theirs);
        rawMine = JGitMerge.raw(mine);
        if (!concord().equals(jgit())) {
            throw new IllegalStateException("The peer merges to another text");
        }
    }

    /** Ours, from three texts to one. */
    @Benchmark
    public String concord() {
        return TextMerge.of(base, theirs, mine).merged().orElseThrow();
    }

    /** JGit, from three texts to one: it works on bytes, so they are encoded and decoded. */
    @Benchmark
    public String jgit() {
        return JGitMerge.merged(base, theirs, mine).orElseThrow();
    }

    /** Ours, from three texts to the pieces. */
    @Benchmark
    public Object concordPieces() {
        return TextMerge.of(base, theirs, mine);
    }

    /** JGit's merge and nothing else: the texts are encoded and cut into lines before. */
    @Benchmark
    public Object jgitAlone() {
        return JGitMerge.of(rawBase, rawTheirs, rawMine);
    }

    /** Every so many lines, one is changed, added or removed in turn. */
    private static String edited(List<String> lines, int first, Random random) {
        List<String> edited = new ArrayList<>(lines);
        for (int edit = EDITS - 1; edit >= 0; edit--) {
            int line = first + 2 * APART * edit + random.nextInt(APART / 2);
            String text = "Edit " + edit + " from " + first + " is this line.\n";
            switch (edit % 3) {
                case 0 -> edited.set(line, text);
                case 1 -> edited.add(line, text);
                default -> edited.remove(line);
            }
        }
        return String.join("", edited);
    }
}
