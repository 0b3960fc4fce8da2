package dev.concord.diff;

import com.github.difflib.DiffUtils;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import com.github.difflib.patch.AbstractDelta;
import java.util.List;
import java.util.Optional;

/**
 * Compares two lists of lines or words by Myers' algorithm (An O(ND) Difference Algorithm and Its Variations, 1986) in
 * linear space. Its time grows with the product of the sizes in the worst case, so larger pairs are not compared.
 */
final class Alignment {
    /** The largest product of the two sizes that is compared, without what both lists begin and end with. */
    private static final long MOST_WORK = 1_000_000;

    private Alignment() {}

    /**
     * Returns the runs that differ, in order; empty when the lists are too long and too different to compare quickly.
     */
    static Optional<List<Hunk>> of(List<String> before, List<String> after) {
        int head = commonHead(before, after);
        int tail = commonHead(
                before.subList(head, before.size()).reversed(),
                after.subList(head, after.size()).reversed());
        List<String> left = before.subList(head, before.size() - tail);
        List<String> right = after.subList(head, after.size() - tail);
        if ((long) left.size() * right.size() > MOST_WORK) {
            return Optional.empty();
        }
        var algorithm = new MyersDiffWithLinearSpace<String>();
        List<Hunk> hunks = DiffUtils.diff(left, right, algorithm, null).getDeltas().stream()
                .map(delta -> hunk(delta, head))
                .toList();
        // The linear-space variant returns a replacement as an insertion next to a removal.
        return Optional.of(Hunk.joined(before, hunks, List.of()));
    }

    private static Hunk hunk(AbstractDelta<String> delta, int offset) {
        var source = delta.getSource();
        var target = delta.getTarget();
        return new Hunk(
                source.getPosition() + offset, source.getLines(), target.getPosition() + offset, target.getLines());
    }

    private static int commonHead(List<String> before, List<String> after) {
        int most = Math.min(before.size(), after.size());
        int same = 0;
        while (same < most && before.get(same).equals(after.get(same))) {
            same++;
        }
        return same;
    }
}
