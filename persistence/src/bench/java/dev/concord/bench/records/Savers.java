package dev.concord.bench.records;

import dev.concord.bench.Report;
import dev.concord.bench.Rounds;
import dev.concord.bench.Selection;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/**
 * How many saves a second several people reach together: each in a row of their own, and all in one row, where a save
 * that is stale is tried again at once or after a pause.
 */
final class Savers {
    private static final String TITLE = "concurrent savers";
    private static final List<Integer> NUMBERS = List.of(1, 2, 4, 8, 16, 32, 64);

    /** More people at once must not make everybody together slower than this part of the best. */
    private static final double LEAST = 0.5;

    private static final int HOT_ROW = Item.ROWS - 1;

    private final Rounds rounds;
    private final Selection selection;
    private final Report report = new Report(
            TITLE, "name", "savers", "ours saves/s", "JDBC saves/s", "ratio", "of our best", "goal", "reached");

    private Savers(Rounds rounds, Selection selection) {
        this.rounds = rounds;
        this.selection = selection;
    }

    static void run(Rounds rounds, Selection selection) {
        Savers savers = new Savers(rounds, selection);
        boolean any = false;
        for (Place place : List.of(Place.H2_FILE, Place.POSTGRESQL)) {
            any |= savers.series(place, SaverKind.CONCORD, false, place.label() + ", each his own row");
            any |= savers.series(place, SaverKind.CONCORD_RETRY, true, place.label() + ", all one row, with retry");
            any |= savers.series(place, SaverKind.CONCORD, true, place.label() + ", all one row, again at once");
        }
        if (any) {
            savers.report.publish(selection.directory());
        }
    }

    private boolean series(Place place, SaverKind way, boolean hot, String name) {
        if (!selection.has(TITLE, name)) {
            return false;
        }
        double best = 0;
        for (int savers : NUMBERS) {
            Map<SaverKind, Double> rates =
                    rounds.medians(List.of(way, SaverKind.JDBC), (who, time) -> crowd(place, who, hot, savers)
                            .rate(Duration.ofMillis(time.convertTo(TimeUnit.MILLISECONDS))));
            double ours = rates.getOrDefault(way, Double.NaN);
            double peer = rates.getOrDefault(SaverKind.JDBC, Double.NaN);
            best = Math.max(best, ours);
            report.add(
                    name,
                    Integer.toString(savers),
                    String.format(Locale.ROOT, "%.0f", ours),
                    String.format(Locale.ROOT, "%.0f", peer),
                    String.format(Locale.ROOT, "%.2f", ours / peer),
                    String.format(Locale.ROOT, "%.2f", ours / best),
                    ">= " + LEAST,
                    ours >= LEAST * best ? "yes" : "no");
        }
        return true;
    }

    private static Crowd crowd(Place place, SaverKind way, boolean hot, int savers) {
        return new Crowd(IntStream.range(0, savers)
                .mapToObj(row -> way.on(place.database(), hot ? HOT_ROW : row))
                .toList());
    }
}
