package dev.concord.app.handover;

/**
 * The response to a request.
 *
 * @param code the exit code
 * @param out for the sender's output
 * @param err for the sender's error stream
 */
record Response(int code, String out, String err) {}
