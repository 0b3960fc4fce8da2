package dev.concord.app.task;

import java.util.ArrayList;
import java.util.List;

/** Something that is looked at again and again; see {@link Work#watch}. FX thread only. */
public final class Watch {
    private final List<Runnable> waiting = new ArrayList<>();
    private boolean looked;
    private boolean stopped;

    /** Looks no more; an answer still under way is dropped. */
    public void stop() {
        stopped = true;
        tell();
    }

    /** Runs a task as soon as the first look is over, however it ended; at once when it is already. */
    public void afterFirstLook(Runnable task) {
        waiting.add(task);
        if (looked || stopped) {
            tell();
        }
    }

    boolean stopped() {
        return stopped;
    }

    void looked() {
        looked = true;
        tell();
    }

    private void tell() {
        List<Runnable> now = List.copyOf(waiting);
        waiting.clear();
        now.forEach(Runnable::run);
    }
}
