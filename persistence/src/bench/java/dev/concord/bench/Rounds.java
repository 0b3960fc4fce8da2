package dev.concord.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleBiFunction;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Lets several trials take turns in one JVM, so that whatever slows the machine for a while slows all of them: JMH runs
 * each for a moment and times every call, again and again.
 *
 * @param warmUp before the first round, for each trial
 * @param turn of each trial in each round
 * @param number of rounds
 */
public record Rounds(TimeValue warmUp, TimeValue turn, int number) {
    private static final double NANOS_PER_SECOND = 1e9;

    /** Returns for each trial the median time of a call, in nanoseconds. */
    public Map<Trial, Double> times(List<Trial> trials) {
        return medians(trials, (trial, time) -> run(trial, Mode.SampleTime, 1, time)
                .getStatistics()
                .getPercentile(50));
    }

    /** Returns for each trial the calls of several threads together, in a second. */
    public Map<Trial, Double> throughputs(List<Trial> trials, int threads) {
        return medians(
                trials,
                (trial, time) -> run(trial, Mode.Throughput, threads, time).getScore() * NANOS_PER_SECOND);
    }

    private Map<Trial, Double> medians(List<Trial> trials, ToDoubleBiFunction<Trial, TimeValue> measure) {
        SequencedSet<Trial> all = new LinkedHashSet<>(trials);
        Map<Trial, List<Double>> found = new LinkedHashMap<>();
        for (int round = 0; round <= number; round++) {
            for (Trial trial : round % 2 == 0 ? all : all.reversed()) {
                found.computeIfAbsent(trial, none -> new ArrayList<>())
                        .add(measure.applyAsDouble(trial, round == 0 ? warmUp : turn));
            }
        }
        Map<Trial, Double> medians = new LinkedHashMap<>();
        found.forEach((trial, values) -> medians.put(trial, middle(values.subList(1, values.size()))));
        return medians;
    }

    /** Runs a trial once, on several threads at a time. */
    private static Result<?> run(Trial trial, Mode mode, int threads, TimeValue time) {
        ChainedOptionsBuilder options = new OptionsBuilder()
                .include("^" + trial.benchmark().getName().replace(".", "\\.") + "\\." + trial.method() + "$")
                .mode(mode)
                .threads(threads)
                .forks(0)
                .warmupIterations(0)
                .measurementIterations(1)
                .measurementTime(time)
                .timeUnit(TimeUnit.NANOSECONDS)
                .shouldFailOnError(true)
                .verbosity(VerboseMode.SILENT);
        trial.parameters().forEach(options::param);
        try {
            return new Runner(options.build()).runSingle().getPrimaryResult();
        } catch (RunnerException e) {
            throw new IllegalStateException(trial + " could not be run", e);
        }
    }

    private static double middle(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int half = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(half) : (sorted.get(half - 1) + sorted.get(half)) / 2;
    }
}
