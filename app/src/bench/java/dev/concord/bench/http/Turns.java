package dev.concord.bench.http;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Lets several kinds of work take turns, so that whatever slows the machine for a while slows all of them.
 *
 * @param warmUp for each kind before the first turn: the compiler of the JVM works beside, on the same processors
 * @param turn for each kind in each round
 * @param rounds the number of rounds
 */
record Turns(Duration warmUp, Duration turn, int rounds) {

    /** Makes what one of several does; they have different numbers. */
    @FunctionalInterface
    interface Worker {
        Step of(int number) throws Exception;
    }

    /** Returns the medians of what a number of workers of each kind do together. */
    Map<String, Rate> medians(Map<String, Worker> kinds, int number) throws Exception {
        Map<String, Crew> crews = new LinkedHashMap<>();
        int next = 1;
        for (Map.Entry<String, Worker> kind : kinds.entrySet()) {
            List<Step> steps = new ArrayList<>();
            for (int i = 0; i < number; i++) {
                steps.add(kind.getValue().of(next++));
            }
            crews.put(kind.getKey(), new Crew(steps));
        }
        try {
            return medians(crews);
        } finally {
            for (Crew crew : crews.values()) {
                crew.close();
            }
        }
    }

    private Map<String, Rate> medians(Map<String, Crew> crews) throws Exception {
        for (Crew crew : crews.values()) {
            crew.work(warmUp);
        }
        Map<String, List<Rate>> turns = new LinkedHashMap<>();
        for (int round = 0; round < rounds; round++) {
            for (Map.Entry<String, Crew> crew : crews.entrySet()) {
                turns.computeIfAbsent(crew.getKey(), _ -> new ArrayList<>())
                        .add(crew.getValue().work(turn));
            }
        }
        Map<String, Rate> medians = new LinkedHashMap<>();
        turns.forEach((kind, rates) -> medians.put(kind, Rate.median(rates)));
        return medians;
    }
}
