package dev.concord.app.command;

/** The program's exit codes, documented in the user guide. */
public enum ExitCode {
    OK(0),
    /** A fault in the program itself; the log has it. */
    FAULT(1),
    /** The command line was not understood. */
    USAGE(2),
    /** The database could not be opened. */
    CANNOT_OPEN(3),
    /** There is no display to open a window on. */
    NO_DISPLAY(4),
    /** The table or the row asked for is not there, or cannot be read. */
    NOT_THERE(5);

    private final int code;

    ExitCode(int code) {
        this.code = code;
    }

    /** The number the operating system sees. */
    public int code() {
        return code;
    }
}
