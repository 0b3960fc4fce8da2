package dev.concord.bench.http;

import dev.concord.bench.Selection;

/** Runs the benchmarks of the gateway: {@code mvn -Pbench verify -Dbench='over HTTP'}. */
public final class HttpBenchmarks {
    private HttpBenchmarks() {}

    /** Measures what the system property {@code bench} chooses. */
    public static void main(String[] arguments) throws Exception {
        Selection selection = Selection.given();
        Servers.run(selection);
        Throughput.run(selection);
        LongPage.run(selection);
    }
}
