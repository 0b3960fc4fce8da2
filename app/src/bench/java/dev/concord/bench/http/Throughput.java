package dev.concord.bench.http;

import dev.concord.bench.DiskPostgres;
import dev.concord.bench.Report;
import dev.concord.bench.Selection;
import dev.concord.database.DatabaseSettings;
import dev.concord.testing.TestDatabase;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads and writes of single rows by 1 to 64 clients at a time, against the store called in process and a server of constants. */
final class Throughput {
    private static final String TITLE = "rows over HTTP";
    private static final List<Integer> CLIENTS = List.of(1, 4, 16, 64);
    private static final Turns TURNS = new Turns(Duration.ofSeconds(3), Duration.ofMillis(700), 5);

    /** The first to run compile the code of all. */
    private static final Turns WARM_UP = new Turns(Duration.ofSeconds(10), Duration.ofMillis(500), 1);

    private static final double OF_STORE = 0.6;
    private static final double OF_CONSTANTS = 0.5;
    private static final String GET = "GET";
    private static final String PATCH = "guarded PATCH";
    private static final String READS = "store reads";
    private static final String SAVES = "store saves";
    private static final String READS_AND_SAVES = "store reads and saves";
    private static final String CONSTANTS = "constants";

    private final Selection selection;
    private final Report report = new Report(
            TITLE,
            "place",
            "clients",
            "ours",
            "per second",
            "p99 ms",
            "peer",
            "per second",
            "p99 ms",
            "ratio",
            "goal",
            "reached");

    private Throughput(Selection selection) {
        this.selection = selection;
    }

    static void run(Selection selection) throws Exception {
        Throughput throughput = new Throughput(selection);
        boolean any = throughput.place("H2 file", TestDatabase.freshH2File());
        any |= throughput.place("PostgreSQL", DiskPostgres.create("http"));
        if (any) {
            throughput.report.publish(selection.directory());
        }
    }

    private boolean place(String name, DatabaseSettings settings) throws Exception {
        if (!selection.has(TITLE, name)) {
            return false;
        }
        try (Parts parts = new Parts(settings);
                Constants constants = Constants.jdk()) {
            Map<String, Turns.Worker> kinds = new LinkedHashMap<>();
            kinds.put(GET, parts::get);
            kinds.put(READS, parts::read);
            kinds.put(CONSTANTS, _ -> constants.get());
            kinds.put(PATCH, parts::patch);
            kinds.put(SAVES, parts::save);
            kinds.put(READS_AND_SAVES, parts::readAndSave);
            WARM_UP.medians(kinds, 8);
            for (int clients : CLIENTS) {
                Map<String, Rate> rates = TURNS.medians(kinds, clients);
                line(name, clients, rates, GET, READS, OF_STORE);
                line(name, clients, rates, GET, CONSTANTS, OF_CONSTANTS);
                line(name, clients, rates, PATCH, SAVES, OF_STORE);
                line(name, clients, rates, PATCH, READS_AND_SAVES, OF_STORE);
            }
        }
        return true;
    }

    private void line(String place, int clients, Map<String, Rate> rates, String ours, String peer, double goal) {
        Rate our = rates.getOrDefault(ours, Rate.NONE);
        Rate their = rates.getOrDefault(peer, Rate.NONE);
        double ratio = our.perSecond() / their.perSecond();
        report.add(
                place,
                Integer.toString(clients),
                ours,
                whole(our.perSecond()),
                fine(our.p99()),
                peer,
                whole(their.perSecond()),
                fine(their.p99()),
                fine(ratio),
                ">= " + goal,
                ratio >= goal ? "yes" : "no");
    }

    private static String whole(double number) {
        return String.format(Locale.ROOT, "%.0f", number);
    }

    private static String fine(double number) {
        return String.format(Locale.ROOT, "%.2f", number);
    }
}
