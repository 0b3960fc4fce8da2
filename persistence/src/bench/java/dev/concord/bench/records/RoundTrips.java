package dev.concord.bench.records;

import dev.concord.bench.DiskPostgres;
import dev.concord.bench.Report;
import dev.concord.bench.Selection;
import dev.concord.database.Database;
import dev.concord.testing.TestDatabase;
import java.util.EnumSet;
import java.util.Locale;
import java.util.stream.IntStream;

/** How often one save waits for PostgreSQL, counted on the wire. */
final class RoundTrips {
    private static final String TITLE = "round trips";
    private static final int WARM_UP = 20;
    private static final int BATCHES = 5;
    private static final int SAVES = 20;
    private static final int ROW = Item.ROWS - 2;

    private RoundTrips() {}

    static void run(Selection selection) {
        if (!selection.has(TITLE, Place.POSTGRESQL.label())) {
            return;
        }
        Report report = new Report(TITLE, "one save on PostgreSQL", "round trips");
        for (SaverKind way : EnumSet.complementOf(EnumSet.of(SaverKind.JDBC_BUSY))) {
            report.add(way.label(), String.format(Locale.ROOT, "%.2f", count(way)));
        }
        report.publish(selection.directory());
    }

    private static double count(SaverKind way) {
        Place.POSTGRESQL.database();
        try (WireProxy proxy = new WireProxy(DiskPostgres.port());
                Database database = TestDatabase.open(DiskPostgres.settings(proxy.port(), DiskPostgres.WAITING))) {
            Saving saving = way.on(database, ROW);
            save(saving, WARM_UP);
            return IntStream.range(0, BATCHES)
                    .mapToDouble(batch -> count(proxy, saving))
                    .min()
                    .orElseThrow();
        }
    }

    /** The pool may open another connection meanwhile, which costs messages too; so the lowest count is the true one. */
    private static double count(WireProxy proxy, Saving saving) {
        long before = proxy.asked();
        save(saving, SAVES);
        return (double) (proxy.asked() - before) / SAVES;
    }

    private static void save(Saving saving, int times) {
        for (int i = 0; i < times; i++) {
            saving.again();
        }
    }
}
