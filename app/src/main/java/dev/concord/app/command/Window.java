package dev.concord.app.command;

/** Opens the window; given by whoever starts the program, so that the command line knows no toolkit. */
@FunctionalInterface
public interface Window {

    /** Shows the window and returns when it is closed, or as soon as another program has taken over to show it. */
    ExitCode open(OpenRequest request);
}
