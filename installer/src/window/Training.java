package window;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** What somebody does in the window so that the JVM learns what will be needed. */
public record Training(Screen screen, Path home, Path launcher) {
    private static final Duration SOON = Duration.ofSeconds(30);

    public void go(Program program) throws IOException, InterruptedException {
        Hand hand = new Hand(screen);
        hand.window("Concord", SOON);
        TimeUnit.SECONDS.sleep(4);
        hand.press("ctrl+q");
    }
}
