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
    /** Returns for each trial the median time of a call, in nanoseconds. */
    public Map<Trial, Double> times(List<Trial> trials) {
        return medians(trials, Rounds::time);
    }

    private static double time(Trial trial, TimeValue time) {
        try {
            return run(trial, time).getStatistics().getPercentile(50);
        } catch (RunnerException e) {
            throw new IllegalStateException(trial + " failed", e);
        }
    }

    /** Returns for each of those who take turns the median of what is measured in them. */
    public <T> Map<T, Double> medians(List<T> trials, ToDoubleBiFunction<T, TimeValue> measure) {
        SequencedSet<T> all = new LinkedHashSet<>(trials);
        Map<T, List<Double>> found = new LinkedHashMap<>();
        for (int round = 0; round <= number; round++) {
            for (T trial : round % 2 == 0 ? all : all.reversed()) {
                found.computeIfAbsent(trial, none -> new ArrayList<>())
                        .add(measure.applyAsDouble(trial, round == 0 ? warmUp : turn));
            }
        }
        Map<T, Double> medians = new LinkedHashMap<>();
        found.forEach((trial, values) -> medians.put(trial, middle(values.subList(1, values.size()))));
        return medians;
    }

    /** Runs a trial once. */
    private static Result<?> run(Trial trial, TimeValue time) throws RunnerException {
        ChainedOptionsBuilder options = new OptionsBuilder()
                .include("^" + trial.benchmark().getName().replace(".", "\\.") + "\\." + trial.method() + "$")
                .mode(Mode.SampleTime)
                .threads(1)
                .forks(0)
                .warmupIterations(0)
                .measurementIterations(1)
                .measurementTime(time)
                .timeUnit(TimeUnit.NANOSECONDS)
                .shouldFailOnError(true)
                .verbosity(VerboseMode.SILENT);
        trial.parameters().forEach(options::param);
        return new Runner(options.build()).runSingle().getPrimaryResult();
    }

    private static double middle(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int half = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(half) : (sorted.get(half - 1) + sorted.get(half)) / 2;
    }
}
