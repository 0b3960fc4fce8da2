package dev.concord.app.connect;

/** The state that the dialog shows below its fields. */
public sealed interface ConnectState {

    /** There is no result yet, or it is out of date. */
    record Idle() implements ConnectState {}

    /** The database is being tested or opened. */
    record Connecting(String sentence) implements ConnectState {}

    /** The test succeeded. */
    record Works(String sentence) implements ConnectState {}

    /**
     * The database could not be opened.
     *
     * @param sentence why, in plain words
     * @param detail the driver's message; empty when there is none
     */
    record Refused(String sentence, String detail) implements ConnectState {}
}
