package dev.concord.app.command;

/** Opens the window. It is passed in, so that the command line does not depend on a toolkit. */
@FunctionalInterface
public interface Window {

    /** Shows the window and returns when it is closed, or as soon as another program has taken over to show it. */
    ExitCode open(OpenRequest request);
}
