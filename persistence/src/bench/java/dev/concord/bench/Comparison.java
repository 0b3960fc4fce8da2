package dev.concord.bench;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** A table of contests. */
public record Comparison(String title, Rounds rounds, List<Contest> contests) {
    private static final double NANOS_PER_MICRO = 1000;

    public Comparison {
        contests = List.copyOf(contests);
    }

    /** Runs the contests asked for and publishes the table, if there are any. */
    public void run(Selection selection) {
        List<Contest> chosen = contests.stream()
                .filter(contest -> selection.has(title, contest.name()))
                .toList();
        if (chosen.isEmpty()) {
            return;
        }
        Map<Trial, Double> medians = rounds.times(chosen.stream()
                .flatMap(contest -> Stream.of(contest.ours(), contest.peer()))
                .toList());
        Report report = new Report(title, "name", "ours us", "peer us", "ratio", "goal", "reached");
        for (Contest contest : chosen) {
            double ours = medians.getOrDefault(contest.ours(), Double.NaN);
            double peer = medians.getOrDefault(contest.peer(), Double.NaN);
            double ratio = contest.goal().ratio(ours, peer);
            report.add(
                    contest.name(),
                    micros(ours),
                    micros(peer),
                    String.format(Locale.ROOT, "%.2f", ratio),
                    contest.goal().text(),
                    contest.goal() instanceof Goal.None ? "" : contest.goal().reached(ratio) ? "yes" : "no");
        }
        report.publish(selection.directory());
    }

    private static String micros(double nanos) {
        return String.format(Locale.ROOT, "%.2f", nanos / NANOS_PER_MICRO);
    }
}
