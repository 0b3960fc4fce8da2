package dev.concord.bench.http;

import java.util.List;

/**
 * How much work was done in a turn.
 *
 * @param perSecond by all together, in elapsed time
 * @param p99 the time that 99 of 100 pieces of work stayed below, in milliseconds
 */
record Rate(double perSecond, double p99) {
    /** Nothing was measured. */
    static final Rate NONE = new Rate(Double.NaN, Double.NaN);

    /** Returns the medians of several turns. */
    static Rate median(List<Rate> turns) {
        return new Rate(
                median(turns.stream().mapToDouble(Rate::perSecond).sorted().toArray()),
                median(turns.stream().mapToDouble(Rate::p99).sorted().toArray()));
    }

    private static double median(double[] sorted) {
        return (sorted[sorted.length / 2] + sorted[(sorted.length - 1) / 2]) / 2;
    }
}
