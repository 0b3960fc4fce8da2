package dev.concord.store;

import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Counts what a driver logs about its own work, at a level that is otherwise off. The entries are not stored. */
final class DriverLog {
    private DriverLog() {}

    /** Returns how often a phrase is logged during some work. */
    static long count(String logger, String phrase, Runnable work) {
        AtomicLong count = new AtomicLong();
        Handler counting = new Handler() {
            @Override
            public void publish(LogRecord entry) {
                if (entry.getMessage().contains(phrase)) {
                    count.incrementAndGet();
                }
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        Logger log = Logger.getLogger(logger);
        Level before = log.getLevel();
        log.addHandler(counting);
        log.setUseParentHandlers(false);
        log.setLevel(Level.ALL);
        try {
            work.run();
        } finally {
            log.setLevel(before);
            log.setUseParentHandlers(true);
            log.removeHandler(counting);
        }
        return count.get();
    }
}
