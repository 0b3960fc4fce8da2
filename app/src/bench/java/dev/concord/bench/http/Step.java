package dev.concord.bench.http;

import java.io.IOException;

/** One person's or program's work, done once more each time. For one thread. */
@FunctionalInterface
interface Step extends AutoCloseable {
    void again() throws Exception;

    @Override
    default void close() throws IOException {}
}
