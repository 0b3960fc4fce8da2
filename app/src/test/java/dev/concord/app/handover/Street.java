package dev.concord.app.handover;

import dev.concord.app.command.Terminal;
import dev.concord.app.task.Work;
import dev.concord.database.Secret;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** A meeting place in a folder of its own, with real sockets and threads, and somebody at a terminal who comes by. */
final class Street implements AutoCloseable {
    /** Nobody on this street hangs unless a test says so; then a test does not wait for ever. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** Of the program that is there already. */
    private static final Map<String, String> OWN = Map.of("DISPLAY", ":0", "OPT_LOCKING_ATTR", "own", "HOME", "here");

    final MeetingPlace place;
    final List<Throwable> faults = new CopyOnWriteArrayList<>();
    /** Drops what arrives after its end, as JavaFX does. */
    final ThreadPoolExecutor fx = new ThreadPoolExecutor(
            1, 1, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), new ThreadPoolExecutor.DiscardPolicy());

    final Work work;
    final Map<String, String> environment = new HashMap<>();
    final StringWriter out = new StringWriter();
    final StringWriter err = new StringWriter();
    final List<String> questions = new ArrayList<>();
    Optional<Secret> password = Optional.empty();
    private final Path directory;
    private final ExecutorService background = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Receiver> receivers = new CopyOnWriteArrayList<>();

    /** @param directory where the terminal is, and the meeting place beside it */
    Street(Path directory) {
        this.directory = directory;
        place = new MeetingPlace(directory.resolve("run"), "window");
        work = Work.of(background, fx, faults::add);
    }

    Optional<Receiver> receiver(Receiver.Errand errand) {
        Optional<Receiver> taken = Receiver.at(place, OWN, work, errand);
        taken.ifPresent(receivers::add);
        taken.ifPresent(receiver -> fx.execute(receiver::listen));
        return taken;
    }

    OptionalInt send(String... arguments) {
        return send(PATIENCE, arguments);
    }

    OptionalInt send(Duration patience, String... arguments) {
        return new Sender(place, patience).send(terminal(), arguments);
    }

    private Terminal terminal() {
        return new Terminal(new PrintWriter(out), new PrintWriter(err), environment, directory, prompt -> {
            questions.add(prompt);
            return password;
        });
    }

    /** Hangs up on everybody, as the program does with its last window, and returns when it is done. */
    void stop(Receiver receiver) {
        CompletableFuture.runAsync(receiver::stop, fx).join();
    }

    @Override
    public void close() {
        receivers.forEach(this::stop);
        receivers.forEach(Receiver::close);
        // Answers that have arrived may still start something in the background: it goes last.
        fx.close();
        background.shutdown();
    }
}
