package dev.concord.merge;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.SequencedMap;

/** Merges several lists into one that keeps the order of each. */
final class CommonOrder {
    private CommonOrder() {}

    /**
     * Returns every item once. Where the lists allow several orders, an item of an earlier list comes first. It is
     * Kahn's algorithm (Topological sorting of large networks, 1962); the edges are the neighbours in each list.
     *
     * @param lists each without repetitions
     * @return empty when two lists order the same items differently
     */
    static <T> Optional<List<T>> of(List<List<T>> lists) {
        SequencedMap<T, Integer> waitingFor = new LinkedHashMap<>();
        Map<T, List<T>> followers = new HashMap<>();
        Map<T, Integer> ranks = new HashMap<>();
        for (List<T> list : lists) {
            for (int i = 0; i < list.size(); i++) {
                T item = list.get(i);
                ranks.putIfAbsent(item, ranks.size());
                waitingFor.merge(item, i == 0 ? 0 : 1, Integer::sum);
                if (i > 0) {
                    followers
                            .computeIfAbsent(list.get(i - 1), _ -> new ArrayList<>())
                            .add(item);
                }
            }
        }
        PriorityQueue<T> ready = new PriorityQueue<>(Comparator.comparing(ranks::get));
        waitingFor.forEach((item, count) -> {
            if (count == 0) {
                ready.add(item);
            }
        });
        List<T> ordered = new ArrayList<>();
        while (!ready.isEmpty()) {
            T item = ready.remove();
            ordered.add(item);
            for (T follower : followers.getOrDefault(item, List.of())) {
                if (waitingFor.merge(follower, -1, Integer::sum) == 0) {
                    ready.add(follower);
                }
            }
        }
        return ordered.size() == ranks.size() ? Optional.of(ordered) : Optional.empty();
    }
}
