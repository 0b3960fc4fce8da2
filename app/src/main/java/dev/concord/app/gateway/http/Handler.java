package dev.concord.app.gateway.http;

/** Answers requests. Called on many threads at a time. */
@FunctionalInterface
public interface Handler {
    /**
     * Returns the answer to a request. What is thrown is a fault of the program: the client is answered 500 without a
     * word about it.
     */
    Answer answer(Request request);
}
