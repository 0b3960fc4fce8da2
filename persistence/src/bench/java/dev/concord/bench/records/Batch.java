package dev.concord.bench.records;

import dev.concord.bench.Report;
import dev.concord.bench.Rounds;
import dev.concord.bench.Selection;
import dev.concord.bench.Trial;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What ten thousand rows saved at once cost where nothing is checked: the mark for a guarded batch. */
final class Batch {
    private static final String TITLE = "batch of 10000 rows";
    private static final double NANOS_PER_MILLI = 1e6;

    private Batch() {}

    static void run(Rounds rounds, Selection selection) {
        List<Place> places = List.of(Place.values()).stream()
                .filter(place -> selection.has(TITLE, place.label()))
                .toList();
        if (places.isEmpty()) {
            return;
        }
        Map<Trial, Double> times =
                rounds.times(places.stream().map(Batch::trial).toList());
        Report report = new Report(TITLE, "name", "JDBC, unguarded, ms");
        for (Place place : places) {
            double millis = times.getOrDefault(trial(place), Double.NaN) / NANOS_PER_MILLI;
            report.add(place.label(), String.format(Locale.ROOT, "%.1f", millis));
        }
        report.publish(selection.directory());
    }

    private static Trial trial(Place place) {
        return new Trial(BatchBenchmark.class, "jdbcUnguarded", Map.of("place", place.name()));
    }
}
