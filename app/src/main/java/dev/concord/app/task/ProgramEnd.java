package dev.concord.app.task;

import java.util.concurrent.CountDownLatch;

/** The end of a program that runs until it is asked to end, by Ctrl+C or by the system. */
public final class ProgramEnd {
    private ProgramEnd() {}

    /** Blocks until the program is asked to end, and for ever; the task runs then, and the program ends after it. */
    public static void await(Runnable last) {
        Runtime.getRuntime()
                .addShutdownHook(Thread.ofPlatform().name("program-end").unstarted(last));
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
