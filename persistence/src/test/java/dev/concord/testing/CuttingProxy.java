package dev.concord.testing;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Stands between a driver and its server and cuts the wire once, at the moment that matters: as the client sends a
 * command, before or after the server has carried it out. Later connections pass.
 */
public final class CuttingProxy implements AutoCloseable {
    private static final int CHUNK = 1 << 16;

    private final ServerSocket entrance;
    private final int target;
    private final AtomicReference<Optional<Cut>> armed = new AtomicReference<>(Optional.empty());
    private volatile boolean hidesProcesses;
    private volatile boolean silent;
    private volatile List<String> replacement = List.of();
    private volatile boolean down;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    /** When the wire is cut. */
    public enum When {
        /** The server never sees the command. */
        BEFORE,
        /** The server has the command; what it makes of it, and when, is its own affair. */
        DURING,
        /** The server has carried it out; the client never sees the answer. */
        AFTER
    }

    private record Cut(String command, boolean prepared, When when, Runnable meanwhile, boolean silent) {
        Cut {
            command = command.toLowerCase(Locale.ROOT);
        }
    }

    /** A proxy to a port of this host. */
    public CuttingProxy(int target) {
        this.target = target;
        try {
            this.entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::accept);
    }

    /** The port to connect to. */
    public int port() {
        return entrance.getLocalPort();
    }

    /**
     * Cuts the connection that next sends the command.
     *
     * @param command a word of it, in any case
     * @param meanwhile runs after the server has lost the client and before the client notices
     */
    public void cut(String command, When when, Runnable meanwhile) {
        armed.set(Optional.of(new Cut(command, false, when, meanwhile, silent)));
    }

    /** The same for drivers that send a statement's text first, and have it executed by the next request. */
    public void cutOncePrepared(String command, When when, Runnable meanwhile) {
        armed.set(Optional.of(new Cut(command, true, when, meanwhile, silent)));
    }

    /** From now on a client whose wire is cut is not told: as if the network had died, it only gets no answer any more. */
    public void cutSilently() {
        silent = true;
    }

    /** Tells later clients numbers that are none of the server's processes or sessions, as poolers on the way do. */
    public void hideProcesses() {
        hidesProcesses = true;
    }

    /** Cuts every connection, and lets none through until it is {@link #up}. */
    public void down() {
        down = true;
        open.forEach(CuttingProxy::hangUp);
    }

    /** Lets connections through again. */
    public void up() {
        down = false;
    }

    private static void hangUp(Socket socket) {
        try (socket) {
            socket.setSoLinger(true, 0);
        } catch (IOException _) {
            // It is closed, which was wanted.
        }
    }

    /** Whether the wire was cut since it was last asked for. */
    public boolean hasCut() {
        return armed.get().isEmpty();
    }

    private void accept() {
        while (!entrance.isClosed()) {
            try {
                Socket client = entrance.accept();
                if (down) {
                    client.close();
                    continue;
                }
                Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
                client.setTcpNoDelay(true);
                server.setTcpNoDelay(true);
                open.add(client);
                open.add(server);
                if (down) {
                    open.forEach(CuttingProxy::hangUp);
                }
                Thread.ofVirtual().start(() -> requests(client, server));
            } catch (IOException _) {
                return;
            }
        }
    }

    /** Passes requests on, and the answers from a thread of their own until a cut takes over. */
    private void requests(Socket client, Socket server) {
        AtomicReference<Boolean> silenced = new AtomicReference<>(false);
        Thread answers = Thread.ofVirtual().start(() -> answers(client, server, silenced));
        byte[] chunk = new byte[CHUNK];
        Optional<Cut> prepared = Optional.empty();
        try (client;
                server) {
            for (int n = client.getInputStream().read(chunk);
                    n >= 0;
                    n = client.getInputStream().read(chunk)) {
                Optional<Cut> cut = prepared.isPresent() ? prepared : cutFor(chunk, n);
                if (cut.isEmpty() || (cut.get().prepared() && prepared.isEmpty())) {
                    prepared = cut;
                    server.getOutputStream().write(chunk, 0, n);
                    continue;
                }
                silenced.set(true);
                if (cut.get().when() != When.BEFORE) {
                    server.getOutputStream().write(chunk, 0, n);
                }
                if (cut.get().when() == When.AFTER) {
                    answers.join();
                }
                server.close();
                cut.get().meanwhile().run();
                if (cut.get().silent()) {
                    client.getInputStream().transferTo(OutputStream.nullOutputStream());
                }
                return;
            }
        } catch (IOException _) {
            // Either side has gone; closing both is all there is to do.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            open.remove(client);
            open.remove(server);
        }
    }

    /** Ends with the first answer after the cut, which only shows that the server is done. */
    private void answers(Socket client, Socket server, AtomicReference<Boolean> silenced) {
        byte[] chunk = new byte[CHUNK];
        try {
            for (int n = server.getInputStream().read(chunk);
                    n >= 0;
                    n = server.getInputStream().read(chunk)) {
                if (silenced.get()) {
                    return;
                }
                if (hidesProcesses) {
                    hideProcess(chunk, n);
                }
                client.getOutputStream().write(replacement.isEmpty() ? chunk : replaced(chunk, n), 0, n);
            }
            client.close();
        } catch (IOException _) {
            // Either side has gone; the other loop closes both.
        }
    }

    /**
     * PostgreSQL's BackendKeyData: a letter, its length, then the number and a secret of four bytes each. MariaDB's greeting: its
     * length and number, the protocol's number 10, the version up to a zero, then the session's number of four bytes.
     */
    private static void hideProcess(byte[] chunk, int length) {
        String text = new String(chunk, 0, length, StandardCharsets.ISO_8859_1);
        int key = text.indexOf("K\0\0\0\f");
        if (key >= 0) {
            chunk[key + "K\0\0\0\f".length()] = Byte.MAX_VALUE;
        }
        if (text.matches("(?s)...\0\n\\d+[.].*")) {
            chunk[text.indexOf('\0', "...\0\n".length()) + 3] = Byte.MAX_VALUE;
        }
    }

    /** From now on the server's answers hold another text in the place of that one, so that it looks like another server. */
    public void replace(String text, String other) {
        if (text.length() != other.length()) {
            throw new IllegalArgumentException("Of another length: " + other);
        }
        replacement = List.of(text, other);
    }

    private byte[] replaced(byte[] chunk, int length) {
        return new String(chunk, 0, length, StandardCharsets.ISO_8859_1)
                .replace(replacement.getFirst(), replacement.getLast())
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    private Optional<Cut> cutFor(byte[] chunk, int length) {
        Optional<Cut> cut = armed.get();
        String text = new String(chunk, 0, length, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
        boolean meant = cut.isPresent() && text.contains(cut.get().command());
        return meant && armed.compareAndSet(cut, Optional.empty()) ? cut : Optional.empty();
    }

    @Override
    public void close() {
        try {
            entrance.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
