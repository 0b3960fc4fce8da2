package dev.concord.diff;

import dev.concord.diff.Piece.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds words that one side may have moved while the other removed them or moved them elsewhere: both took a word out of
 * the same lines, and one put it into others. The merged text would contain the word although it was removed, or twice.
 * What {@link Moves} does for whole lines, this does for words. Whether a word was moved, or removed by both and typed
 * again by one, cannot be seen in a text; a person knows.
 */
final class MovedWords {
    private final List<MergedRun> runs;
    private final Sides sides;
    /** Words of which both sides have fewer in some lines than the base. */
    private final Set<String> gone = new HashSet<>();

    private MovedWords(List<MergedRun> runs, Sides sides) {
        this.runs = runs;
        this.sides = sides;
    }

    /** Returns the runs; those that contain words moved so are conflicts. */
    static List<MergedRun> opened(List<MergedRun> runs, Sides sides) {
        return new MovedWords(runs, sides).opened();
    }

    private static boolean bothChanged(Kind kind) {
        return kind == Kind.EQUAL || kind == Kind.SPACING || kind == Kind.WORDS;
    }

    private List<MergedRun> opened() {
        List<MergedRun> kept = new ArrayList<>(runs.size());
        for (MergedRun run : runs) {
            kept.add(bothChanged(run.resolution().kind()) && keepsWhatIsGone(run) ? open(run) : run);
        }
        if (gone.isEmpty()) {
            return kept;
        }
        return kept.stream()
                .map(run -> run.resolution().kind() != Kind.UNCHANGED && putsBack(run) ? open(run) : run)
                .toList();
    }

    private static MergedRun open(MergedRun run) {
        return new MergedRun(run.chunk(), RunResolution.conflict());
    }

    /** Notes the words both took out of a run; returns whether it has more of a word than the changes leave. */
    private boolean keepsWhatIsGone(MergedRun run) {
        Map<String, Integer> theirs = words(sides.theirs(run.chunk()));
        Map<String, Integer> mine = words(sides.mine(run.chunk()));
        Map<String, Integer> merged = words(run.resolution().text().orElse(""));
        boolean keeps = false;
        for (var word : words(sides.base(run.chunk())).entrySet()) {
            int their = theirs.getOrDefault(word.getKey(), 0) - word.getValue();
            int my = mine.getOrDefault(word.getKey(), 0) - word.getValue();
            boolean bothFewer = their < 0 && my < 0;
            if (bothFewer) {
                gone.add(word.getKey());
            }
            int most = bothFewer ? Math.min(their, my) : their + my;
            keeps |= merged.getOrDefault(word.getKey(), 0) - word.getValue() > most;
        }
        return keeps;
    }

    /** Whether a word that is gone was put into a run: by one side only, or by each at another place. */
    private boolean putsBack(MergedRun run) {
        Map<String, Integer> base = words(sides.base(run.chunk()));
        Map<String, Integer> theirs = words(sides.theirs(run.chunk()));
        Map<String, Integer> mine = words(sides.mine(run.chunk()));
        Map<String, Integer> merged = words(run.resolution().text().orElse(""));
        return gone.stream().anyMatch(word -> {
            int old = base.getOrDefault(word, 0);
            int both = Math.min(theirs.getOrDefault(word, 0), mine.getOrDefault(word, 0));
            return merged.getOrDefault(word, 0) > Math.max(old, both);
        });
    }

    private static Map<String, Integer> words(String text) {
        Map<String, Integer> words = new HashMap<>();
        Spacing.words(text, word -> words.merge(word, 1, Integer::sum));
        return words;
    }
}
