package dev.concord.bench.http;

import dev.concord.bench.Report;
import dev.concord.bench.Selection;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What servers do of which none has anything to do: the same answer each time. */
final class Servers {
    private static final String TITLE = "servers of constants over HTTP";
    private static final List<Integer> CLIENTS = List.of(1, 16, 64);
    private static final Turns TURNS = new Turns(Duration.ofSeconds(5), Duration.ofMillis(700), 5);

    private Servers() {}

    static void run(Selection selection) throws Exception {
        if (!selection.has(TITLE, "servers")) {
            return;
        }
        Report report = new Report(TITLE, "clients", "server", "per second", "p99 ms");
        try (Constants jdk = Constants.jdk();
                Constants javalin = Constants.javalin();
                Constants helidon = Constants.helidon()) {
            Map<String, Turns.Worker> kinds =
                    Map.of("JDK", _ -> jdk.get(), "Javalin (Jetty)", _ -> javalin.get(), "Helidon", _ -> helidon.get());
            for (int clients : CLIENTS) {
                TURNS.medians(kinds, clients)
                        .forEach((server, rate) -> report.add(
                                Integer.toString(clients),
                                server,
                                String.format(Locale.ROOT, "%.0f", rate.perSecond()),
                                String.format(Locale.ROOT, "%.2f", rate.p99())));
            }
        }
        report.publish(selection.directory());
    }
}
