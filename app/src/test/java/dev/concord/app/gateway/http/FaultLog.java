package dev.concord.app.gateway.http;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** The faults that the gateway writes to the log while a test runs. */
public final class FaultLog extends Handler implements AutoCloseable {
    /** A field, because the framework drops loggers that nothing refers to. */
    private static final Logger GATEWAY = Logger.getLogger("dev.concord.app.gateway");

    private final List<String> messages = new CopyOnWriteArrayList<>();

    /** Begins to listen. */
    public FaultLog() {
        GATEWAY.addHandler(this);
    }

    /** Returns what was written. */
    public List<String> messages() {
        return messages;
    }

    @Override
    public void publish(LogRecord line) {
        if (line.getLevel().intValue() >= Level.SEVERE.intValue()) {
            messages.add(line.getMessage() + " " + List.of(line.getParameters()));
        }
    }

    @Override
    public void flush() {
        // Nothing is kept back.
    }

    @Override
    public void close() {
        GATEWAY.removeHandler(this);
    }
}
