package dev.concord.diff;

import com.github.difflib.DiffUtils;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Compares two lists of token numbers by Myers' algorithm (An O(ND) Difference Algorithm and Its Variations, 1986). Its
 * time grows with the product of the sizes in the worst case, so larger regions are not compared and differ as a whole.
 */
final class MyersDiff {
    private static final long MOST_WORK = 1_000_000;

    private MyersDiff() {}

    /** Returns what differs in a region, in order. */
    static List<Edit> edits(int[] old, int[] now, Edit region) {
        if ((long) (region.end() - region.start()) * (region.newEnd() - region.newStart()) > MOST_WORK) {
            return List.of(region);
        }
        List<Integer> before = list(old, region.start(), region.end());
        List<Integer> after = list(now, region.newStart(), region.newEnd());
        var deltas = DiffUtils.diff(before, after, new MyersDiffWithLinearSpace<Integer>(), null)
                .getDeltas();
        List<Edit> edits = new ArrayList<>();
        for (AbstractDelta<Integer> delta : deltas) {
            Edit edit = edit(delta, region);
            // The linear-space variant returns a replacement as an insertion next to a removal.
            if (!edits.isEmpty() && touch(edits.getLast(), edit)) {
                Edit last = edits.removeLast();
                edits.add(new Edit(last.start(), edit.end(), last.newStart(), edit.newEnd()));
            } else {
                edits.add(edit);
            }
        }
        return edits;
    }

    private static List<Integer> list(int[] numbers, int from, int to) {
        return Arrays.stream(numbers, from, to).boxed().toList();
    }

    private static Edit edit(AbstractDelta<Integer> delta, Edit region) {
        int start = region.start() + delta.getSource().getPosition();
        int newStart = region.newStart() + delta.getTarget().getPosition();
        return new Edit(
                start,
                start + delta.getSource().size(),
                newStart,
                newStart + delta.getTarget().size());
    }

    private static boolean touch(Edit first, Edit second) {
        return first.end() == second.start() && first.newEnd() == second.newStart();
    }
}
