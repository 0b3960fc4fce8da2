package dev.concord.bench.merging;

import dev.concord.bench.Report;
import dev.concord.bench.Rounds;
import dev.concord.bench.Selection;
import dev.concord.bench.Trial;
import dev.concord.merge.Choice;
import dev.concord.merge.FieldMerge;
import dev.concord.merge.RecordMerge;
import dev.concord.merge.Resolution;
import dev.concord.record.Draft;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** A record of 200 columns that two people changed, merged; see {@link WideRecord}. */
@State(Scope.Benchmark)
public class RecordMergeBenchmark {
    private static final String TITLE = "record merge";
    private static final double LIMIT_MICROS = 1000;
    private static final double NANOS_PER_MICRO = 1000;

    private final WideRecord wide = WideRecord.make();
    private final RecordMerge merge = merged();

    /** Measures against the limit and publishes the table, as far as it was asked for. */
    public static void run(Rounds rounds, Selection selection) {
        Map<String, Trial> asked = new LinkedHashMap<>();
        asked.put("200 columns compared, grouped and looked into", trial("compare"));
        asked.put("200 columns: every decision made, to the draft", trial("decide"));
        asked.keySet().removeIf(name -> !selection.has(TITLE, name));
        if (asked.isEmpty()) {
            return;
        }
        Map<Trial, Double> medians = rounds.times(asked.values().stream().toList());
        Report report = new Report(TITLE, "name", "us", "goal", "reached");
        asked.forEach((name, trial) -> {
            double micros = medians.getOrDefault(trial, Double.NaN) / NANOS_PER_MICRO;
            report.add(
                    name,
                    String.format(Locale.ROOT, "%.1f", micros),
                    String.format(Locale.ROOT, "< %.0f", LIMIT_MICROS),
                    micros < LIMIT_MICROS ? "yes" : "no");
        });
        report.publish(selection.directory());
    }

    private static Trial trial(String method) {
        return new Trial(RecordMergeBenchmark.class, method, Map.of());
    }

    /** From three rows to what happened to each column. */
    @Benchmark
    public Object compare() {
        return merged();
    }

    /** From the comparison to what is saved. */
    @Benchmark
    public Draft decide() {
        Resolution resolution = Resolution.of(merge);
        for (FieldMerge field : merge.decisions()) {
            resolution = resolution.choose(field.name(), new Choice.Mine());
        }
        return resolution.toDraft();
    }

    private RecordMerge merged() {
        return RecordMerge.of(wide.table(), wide.mine(), wide.theirs(), Set.of("version"), wide.rules());
    }
}
