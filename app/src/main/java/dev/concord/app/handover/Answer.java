package dev.concord.app.handover;

/**
 * What became of a request.
 *
 * @param code the exit code
 * @param out for the sender's output
 * @param err for the sender's error stream
 */
record Answer(int code, String out, String err) {}
