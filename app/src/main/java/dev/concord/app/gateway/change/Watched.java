package dev.concord.app.gateway.change;

import java.util.Optional;

/** What one stream is about, and how far its client has been told. For one thread at a time. */
interface Watched extends AutoCloseable {

    /** Returns the name of the rows' type. */
    String type();

    /**
     * Begins.
     *
     * @param lastSeen the name of what the client has seen last; empty where it comes for the first time
     * @throws dev.concord.outcome.StoreFault when the database cannot be read
     */
    News begin(Optional<String> lastSeen);

    /** Returns what is new since the stream was told last. */
    News next();

    /** Ends. */
    @Override
    void close();
}
