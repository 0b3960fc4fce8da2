package dev.concord.bench.records;

import dev.concord.bench.Comparison;
import dev.concord.bench.Contest;
import dev.concord.bench.Goal;
import dev.concord.bench.Rounds;
import dev.concord.bench.Selection;
import dev.concord.bench.Trial;
import dev.concord.bench.merging.RecordMergeBenchmark;
import dev.concord.bench.paging.PageBenchmark;
import dev.concord.bench.text.TextMergeBenchmark;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.runner.options.TimeValue;

/** Runs this module's benchmarks: {@code mvn -Pbench verify}. */
public final class Benchmarks {
    private static final Rounds ROUNDS = new Rounds(TimeValue.seconds(4), TimeValue.milliseconds(700), 5);

    private static final Rounds CROWDS = new Rounds(TimeValue.seconds(1), TimeValue.seconds(1), 3);

    private Benchmarks() {}

    /** Measures and prints; the choice comes with system properties, see {@link Selection}. */
    public static void main(String[] args) {
        System.setProperty("jmh.ignoreLock", "true");
        Selection selection = Selection.given();
        digests().run(selection);
        TextMergeBenchmark.comparison(ROUNDS).run(selection);
        RecordMergeBenchmark.run(ROUNDS, selection);
        saves().run(selection);
        batches("batch of 10000 rows", BatchBenchmark.class).run(selection);
        batches("save of a pasted block of 1000 rows and 10 columns", PastedBlockBenchmark.class)
                .run(selection);
        PageBenchmark.comparison(ROUNDS).run(selection);
        Savers.run(CROWDS, selection);
        RoundTrips.run(selection);
    }

    private static Comparison digests() {
        return new Comparison(
                "digest",
                ROUNDS,
                List.of(
                        digest("row of 20 mixed columns", Sample.ROW, new Goal.ThroughputAtLeast(0.7)),
                        digest("10 MB of text", Sample.ASCII_TEXT, new Goal.ThroughputAtLeast(0.95)),
                        digest("10 MB of text with accents", Sample.ACCENTED_TEXT, new Goal.None()),
                        digest("10 MB of bytes", Sample.BINARY, new Goal.None())));
    }

    private static Contest digest(String name, Sample sample, Goal goal) {
        Map<String, String> parameters = Map.of("sample", sample.name());
        return new Contest(
                name,
                new Trial(DigestBenchmark.class, "concord", parameters),
                new Trial(DigestBenchmark.class, "sha256", parameters),
                goal);
    }

    private static Comparison saves() {
        List<Contest> contests = new ArrayList<>();
        for (Place place : Place.values()) {
            double limit = place == Place.H2_FILE || place == Place.H2_FILE_LATER ? 1.5 : 1.15;
            contests.add(save(
                    place, "versioned save / JDBC", SaverKind.CONCORD, SaverKind.JDBC, new Goal.TimeAtMost(limit)));
            boolean postgres = place == Place.POSTGRESQL || place == Place.POSTGRESQL_ASYNC;
            contests.add(save(
                    place,
                    "digest, moving a version / JDBC by version",
                    SaverKind.CONCORD_BOTH,
                    SaverKind.JDBC,
                    postgres ? new Goal.TimeAtMost(limit) : new Goal.None()));
            contests.add(save(
                    place,
                    "unversioned / versioned save",
                    SaverKind.CONCORD_DIGEST,
                    SaverKind.CONCORD,
                    postgres ? new Goal.TimeAtMost(limit) : new Goal.None()));
            if (postgres) {
                contests.add(save(
                        place,
                        "JDBC computing 20 us beside / JDBC",
                        SaverKind.JDBC_BUSY,
                        SaverKind.JDBC,
                        new Goal.None()));
            }
            contests.add(save(place, "versioned save / jOOQ", SaverKind.CONCORD, SaverKind.JOOQ, new Goal.Faster()));
            contests.add(save(
                    place, "versioned save / Hibernate", SaverKind.CONCORD, SaverKind.HIBERNATE, new Goal.Faster()));
            contests.add(save(
                    place,
                    "unversioned save / jOOQ",
                    SaverKind.CONCORD_DIGEST,
                    SaverKind.JOOQ_COMPARING,
                    new Goal.Faster()));
        }
        return new Comparison("saving one row", ROUNDS, contests);
    }

    private static Comparison batches(String name, Class<?> benchmark) {
        return new Comparison(
                name,
                ROUNDS,
                Arrays.stream(Place.values())
                        .map(place -> new Contest(
                                place.label() + ": guarded / JDBC unguarded",
                                new Trial(benchmark, "concord", Map.of("place", place.name())),
                                new Trial(benchmark, "jdbcUnguarded", Map.of("place", place.name())),
                                new Goal.TimeAtMost(2)))
                        .toList());
    }

    private static Contest save(Place place, String name, SaverKind ours, SaverKind peer, Goal goal) {
        return new Contest(place.label() + ": " + name, save(place, ours), save(place, peer), goal);
    }

    private static Trial save(Place place, SaverKind way) {
        return new Trial(SavingBenchmark.class, "save", Map.of("place", place.name(), "way", way.name()));
    }
}
