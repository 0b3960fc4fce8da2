package dev.concord.app.connect;

/** What the dialog is telling, below its fields. */
public sealed interface ConnectState {

    /** Nothing yet, or nothing that still holds. */
    record Idle() implements ConnectState {}

    /** Waiting for the database. */
    record Connecting(String sentence) implements ConnectState {}

    /** The test went well. */
    record Works(String sentence) implements ConnectState {}

    /**
     * It did not open.
     *
     * @param sentence why, in plain words
     * @param detail the driver's own words; empty when there are none
     */
    record Refused(String sentence, String detail) implements ConnectState {}
}
