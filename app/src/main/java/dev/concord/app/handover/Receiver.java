package dev.concord.app.handover;

import dev.concord.app.command.ExitCode;
import dev.concord.app.command.Terminal;
import dev.concord.app.task.Deadline;
import dev.concord.app.task.Work;
import dev.concord.dialect.FaultText;
import java.io.Closeable;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.System.Logger.Level;
import java.net.StandardProtocolFamily;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Takes what later starts of the program hand over, in the one program that shows a window. Who may connect is the
 * {@link MeetingPlace}'s to say; what is not a request closes its connection and changes nothing else. Nothing of a
 * request is logged or kept.
 *
 * <p>Made and closed in the background; everything else on the FX thread.
 */
public final class Receiver implements Closeable {
    /** How long a connection may take to send its request after the greeting. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final System.Logger LOG = System.getLogger(Receiver.class.getName());

    private final MeetingPlace place;
    private final FileChannel lock;
    private final ServerSocketChannel server;
    private final Map<String, String> environment;
    private final Work work;
    private final Errand errand;
    private final Set<SocketChannel> connections = new HashSet<>();
    private boolean stopped;

    /** Carries out a command line. */
    @FunctionalInterface
    public interface Errand {
        /**
         * Called in the background; what it asks of the FX thread by {@link Work#onFxThread} is done before the sender is
         * answered. Throws nothing.
         *
         * @param terminal the sender's
         */
        ExitCode run(Terminal terminal, String... arguments);
    }

    private Receiver(
            MeetingPlace place,
            FileChannel lock,
            ServerSocketChannel server,
            Map<String, String> environment,
            Work work,
            Errand errand) {
        this.place = place;
        this.lock = lock;
        this.server = server;
        this.environment = environment;
        this.work = work;
        this.errand = errand;
    }

    /**
     * Locks the place and binds its socket. A socket file left by a program that crashed is replaced.
     *
     * @param environment this program's own; it counts for everything but how to open a database
     * @return empty when another program has it, or when the system or the folder does not allow it: then later starts
     *     find nobody here, and nothing is lost but speed
     */
    public static Optional<Receiver> at(MeetingPlace place, Map<String, String> environment, Work work, Errand errand) {
        try {
            place.makeFolder();
            return place.isOurs() ? locked(place, environment, work, errand) : Optional.empty();
        } catch (IOException | UnsupportedOperationException e) {
            LOG.log(Level.INFO, "Later starts of the program cannot be received: {0}", FaultText.of(e));
            return Optional.empty();
        }
    }

    private static Optional<Receiver> locked(
            MeetingPlace place, Map<String, String> environment, Work work, Errand errand) throws IOException {
        FileChannel lock = FileChannel.open(place.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (lock.tryLock() != null) {
                Files.deleteIfExists(place.socket());
                return Optional.of(new Receiver(place, lock, bind(place), environment, work, errand));
            }
        } catch (OverlappingFileLockException taken) {
            LOG.log(Level.DEBUG, "This program listens already: {0}", FaultText.of(taken));
        } catch (IOException | UnsupportedOperationException e) {
            lock.close();
            throw e;
        }
        lock.close();
        return Optional.empty();
    }

    private static ServerSocketChannel bind(MeetingPlace place) throws IOException {
        ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            return server.bind(place.address());
        } catch (IOException e) {
            server.close();
            throw e;
        }
    }

    /**
     * Accepts connections until it is stopped. The next one is accepted on the FX thread, so a program whose window hangs
     * sends no greeting.
     */
    public void listen() {
        work.aside(this::next, visitor -> visitor.ifPresent(this::receive));
    }

    private void receive(SocketChannel come) {
        if (stopped) {
            // Accepted just before the server socket was closed.
            close(come);
            return;
        }
        connections.add(come);
        work.aside(() -> hear(come), heard -> work.aside(() -> leave(come, heard), gone -> connections.remove(gone)));
        listen();
    }

    private Optional<SocketChannel> next() {
        try {
            return Optional.of(server.accept());
        } catch (IOException closed) {
            LOG.log(Level.DEBUG, "No further program is received: {0}", FaultText.of(closed));
            return Optional.empty();
        }
    }

    private record Heard(Wire wire, Response answer) {}

    private Optional<Heard> hear(SocketChannel visitor) {
        Wire wire = new Wire(visitor);
        try {
            HandoverRequest request;
            try (Deadline _ = Deadline.after(PATIENCE, visitor)) {
                wire.greet();
                request = wire.request();
            }
            return Optional.of(new Heard(wire, answer(request, wire)));
        } catch (IOException foreign) {
            LOG.log(Level.DEBUG, "What was received is not a request: {0}", FaultText.of(foreign));
            return Optional.empty();
        }
    }

    private Response answer(HandoverRequest request, Wire wire) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Terminal terminal = new Terminal(
                new PrintWriter(out), new PrintWriter(err), environment(request), request.directory(), prompt -> {
                    try {
                        return wire.askPassword(prompt);
                    } catch (IOException gone) {
                        LOG.log(
                                Level.DEBUG,
                                "The sender left before it was asked for a password: {0}",
                                FaultText.of(gone));
                        return Optional.empty();
                    }
                });
        ExitCode code = errand.run(terminal, request.arguments().toArray(String[]::new));
        return new Response(code.code(), out.toString(), err.toString());
    }

    /** This program's own, its display among them, with the sender's word on how to open a database. */
    private Map<String, String> environment(HandoverRequest request) {
        Map<String, String> mixed = new HashMap<>(environment);
        mixed.keySet().removeAll(HandoverRequest.VARIABLES);
        mixed.putAll(request.environment());
        return mixed;
    }

    private static SocketChannel leave(SocketChannel visitor, Optional<Heard> heard) {
        try (visitor) {
            if (heard.isPresent()) {
                heard.get().wire().answer(heard.get().answer());
            }
        } catch (IOException gone) {
            LOG.log(Level.DEBUG, "The sender did not wait for its answer: {0}", FaultText.of(gone));
        }
        return visitor;
    }

    /** Accepts no more connections and closes those that are not answered: their programs open a window of their own. */
    public void stop() {
        stopped = true;
        close(server);
        connections.forEach(Receiver::close);
    }

    private static void close(Closeable channel) {
        try {
            channel.close();
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "Closing failed: {0}", FaultText.of(e));
        }
    }

    /** Closes and deletes the socket, and releases the lock. */
    @Override
    public void close() {
        close(server);
        try {
            Files.deleteIfExists(place.socket());
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "The socket could not be deleted: {0}", FaultText.of(e));
        }
        close(lock);
    }
}
