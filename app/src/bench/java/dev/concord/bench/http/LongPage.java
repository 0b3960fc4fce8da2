package dev.concord.bench.http;

import dev.concord.bench.Report;
import dev.concord.bench.Selection;
import dev.concord.testing.TestDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.util.Locale;

/** How much memory a long page takes while it is on its way. */
final class LongPage {
    private static final String TITLE = "long page over HTTP";
    private static final int SHORT = 100;
    private static final int LONG = Parts.ROWS;
    private static final int LOOKS = 8;
    private static final double MOST = 1.1;
    private static final double MEGABYTE = 1 << 20;

    private LongPage() {}

    static void run(Selection selection) throws Exception {
        if (!selection.has(TITLE, "rows")) {
            return;
        }
        Report report = new Report(TITLE, "name", "live heap MB", "of the short page", "goal", "reached");
        try (Parts parts = new Parts(TestDatabase.freshH2File())) {
            page(parts, LONG);
            double before = page(parts, SHORT);
            double during = page(parts, LONG);
            report.add("page of " + SHORT + " rows", number(before), "", "", "");
            report.add(
                    "page of " + LONG + " rows",
                    number(during),
                    number(during / before),
                    "<= " + MOST,
                    during <= MOST * before ? "yes" : "no");
        }
        report.publish(selection.directory());
    }

    /** Reads a page and returns the most memory that lives while it comes, in megabytes: the server waits for the client. */
    private static double page(Parts parts, int rows) throws IOException {
        URI address = URI.create("http://localhost:" + parts.port() + "/api/part?page%5Blimit%5D=" + rows);
        double most = 0;
        long size = Math.max(1, rows * 900L / LOOKS);
        try (InputStream in = address.toURL().openStream()) {
            do {
                most = Math.max(most, live());
            } while (in.readNBytes((int) size).length == size);
        }
        return most;
    }

    private static double live() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / MEGABYTE;
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }
}
