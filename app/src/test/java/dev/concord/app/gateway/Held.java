package dev.concord.app.gateway;

import com.sun.management.HotSpotDiagnosticMXBean;
import dev.concord.testing.TestDatabase;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;

/**
 * What this process holds at the moment. A leak holds more than before.
 *
 * @param heap bytes of objects that are still referred to
 * @param files files and sockets that are open; 0 where the system does not tell
 * @param platform threads of the system
 * @param virtual threads that are not
 */
record Held(long heap, long files, long platform, long virtual) {
    private static final Path OPEN_FILES = Path.of("/proc/self/fd");

    /** What was closed may take that long to be gone: the other end of each connection has to see it. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    static Held now() throws IOException {
        // Twice, because what is found to be dead by the first may hold on to something by a reference that it clears.
        System.gc();
        System.gc();
        return new Held(
                ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed(),
                openFiles(),
                Thread.getAllStackTraces().size(),
                virtualThreads());
    }

    /** Returns what is held as soon as it is within limits, or what is still held after a while. */
    static Held within(Held most) throws IOException {
        long until = System.nanoTime() + PATIENCE.toNanos();
        Held now = now();
        while (!now.isWithin(most) && System.nanoTime() - until < 0) {
            Thread.onSpinWait();
            now = now();
        }
        return now;
    }

    boolean isWithin(Held most) {
        return heap <= most.heap && files <= most.files && platform <= most.platform && virtual <= most.virtual;
    }

    /** Returns this with some more of each. */
    Held and(long bytes, long more) {
        return new Held(heap + bytes, files + more, platform + more, virtual + more);
    }

    private static long openFiles() throws IOException {
        if (!Files.isDirectory(OPEN_FILES)) {
            return 0;
        }
        try (Stream<Path> open = Files.list(OPEN_FILES)) {
            return open.count();
        }
    }

    private static long virtualThreads() throws IOException {
        Path dump =
                Files.createTempDirectory(TestDatabase.directory(), "threads").resolve("dump.json");
        ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
                .dumpThreads(dump.toString(), HotSpotDiagnosticMXBean.ThreadDumpFormat.JSON);
        try (Stream<String> lines = Files.lines(dump)) {
            return lines.filter(line -> line.contains("\"virtual\": true")).count();
        } finally {
            Files.delete(dump);
        }
    }
}
