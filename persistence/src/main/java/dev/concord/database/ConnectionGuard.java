package dev.concord.database;

/**
 * Checks each thread that asks a database's pool for a connection, before it gets one. Tests of the window throw an
 * exception for the thread that must never wait for a database; the program itself allows every thread.
 */
@FunctionalInterface
public interface ConnectionGuard {
    /** Allows every thread. */
    ConnectionGuard NONE = () -> {};

    /** Throws an unchecked exception if the calling thread must not get a connection. */
    void check();
}
