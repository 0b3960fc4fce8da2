package dev.concord.merge;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Transfers answers from the parts of a value to those of a newer one. */
final class AnswerTransfer {
    private AnswerTransfer() {}

    /**
     * Returns the answers whose part is unchanged in the newer value on all three sides. Equal parts are matched by
     * their order; if their number has changed, their answers are not transferred.
     */
    static Map<Integer, PartAnswer> carried(Parts from, Map<Integer, PartAnswer> answers, Parts to) {
        Map<Integer, PartAnswer> carried = new HashMap<>();
        answers.forEach((place, answer) -> {
            Part part = from.all().get(place);
            List<Integer> before = alike(from, part);
            List<Integer> now = alike(to, part);
            if (before.size() == now.size()) {
                carried.put(now.get(before.indexOf(place)), answer);
            }
        });
        return carried;
    }

    private static List<Integer> alike(Parts parts, Part part) {
        return IntStream.range(0, parts.all().size())
                .filter(place -> parts.all().get(place).same(part))
                .boxed()
                .toList();
    }
}
