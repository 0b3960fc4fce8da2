package dev.concord.app.task;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Something that is looked at repeatedly; see {@link Work#watch}. FX thread only. */
public final class Watch {
    private final List<Runnable> waiting = new ArrayList<>();
    private final Runnable cancel;
    private final Progress progress = new Progress();
    private boolean looked;
    private boolean failing;
    /** Read in the background. Released when stopped: a look may be due in half a minute. */
    private volatile Optional<Runnable> look = Optional.empty();

    /** @param cancel cancels the look that is under way in the background */
    Watch(Runnable cancel) {
        this.cancel = cancel;
    }

    /** Stops the watch; a look under way is cancelled, and its result is dropped. */
    public void stop() {
        look = Optional.empty();
        if (progress.stop()) {
            cancel.run();
        }
        runWaiting();
    }

    /** Runs a task as soon as the first look has ended, in whatever way, or the watch is stopped; at once if so already. */
    public void afterFirstLook(Runnable task) {
        waiting.add(task);
        if (looked || progress.stopped()) {
            runWaiting();
        }
    }

    /** What the background does for it. */
    Progress progress() {
        return progress;
    }

    void begin(Runnable task) {
        look = Optional.of(task);
    }

    /** Looks, unless stopped meanwhile. Called in the background. */
    void look() {
        look.ifPresent(Runnable::run);
    }

    /** Records how a look ended, and returns whether that is the first failure since the last look that succeeded. */
    boolean failed(boolean now) {
        boolean news = now && !failing;
        failing = now;
        return news;
    }

    void looked() {
        looked = true;
        runWaiting();
    }

    private void runWaiting() {
        List<Runnable> now = List.copyOf(waiting);
        waiting.clear();
        now.forEach(Runnable::run);
    }
}
