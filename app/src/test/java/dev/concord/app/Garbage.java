package dev.concord.app;

import static dev.concord.app.control.Frames.until;

import dev.concord.app.control.Frames;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;

/** What must become collectable. Not for the FX thread. */
final class Garbage {
    private record Kept(String name, WeakReference<Object> object) {}

    private final List<Kept> expected = new ArrayList<>();

    /** Expects something to be collectable by the time {@link #untilCollected} is called. */
    void expect(String name, Object object) {
        expected.add(new Kept(name, new WeakReference<>(object)));
    }

    /** Returns once everything expected is collected; fails with the names of what is still reachable. */
    void untilCollected() {
        try {
            until(() -> {
                System.gc();
                return expected.stream().allMatch(kept -> kept.object().refersTo(null));
            });
        } catch (TimeoutException e) {
            throw new AssertionError("Still reachable: " + reachable(), e);
        }
        Frames.pass();
    }

    /** The names of what is not collected yet. */
    List<String> reachable() {
        return expected.stream()
                .filter(kept -> !kept.object().refersTo(null))
                .map(Kept::name)
                .toList();
    }
}
