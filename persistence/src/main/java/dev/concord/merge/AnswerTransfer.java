package dev.concord.merge;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Takes answers from a value's parts to those of a newer one. */
final class AnswerTransfer {
    private AnswerTransfer() {}

    /**
     * Returns the answers whose part is in the newer value as it was, on all three sides. Parts that look alike are told
     * apart by their order, and not at all when there are more or fewer of them than before.
     */
    static Map<Integer, Answer> carried(Parts from, Map<Integer, Answer> answers, Parts to) {
        Map<Integer, Answer> carried = new HashMap<>();
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
