package dev.concord.bench.records;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Stands between a PostgreSQL driver and its server and counts how often the driver asks for an answer: once with each
 * Sync, Query or Flush message. (Frontend/backend protocol 3: a type byte, a length that counts itself, the rest.)
 */
final class WireProxy implements AutoCloseable {
    private static final int SSL_REQUEST = 80877103;
    private static final int GSS_REQUEST = 80877104;

    private final ServerSocket door;
    private final int serverPort;
    private final AtomicLong asked = new AtomicLong();

    WireProxy(int serverPort) {
        this.serverPort = serverPort;
        try {
            door = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(() -> untilHungUp(this::admit));
    }

    int port() {
        return door.getLocalPort();
    }

    /** How often all drivers together have asked so far. */
    long asked() {
        return asked.get();
    }

    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void admit() throws IOException {
        while (true) {
            Socket client = door.accept();
            Socket server = new Socket(InetAddress.getLoopbackAddress(), serverPort);
            client.setTcpNoDelay(true);
            server.setTcpNoDelay(true);
            Thread.ofVirtual().start(() -> untilHungUp(() -> passQuestions(client, server)));
            Thread.ofVirtual().start(() -> untilHungUp(() -> passAnswers(server, client)));
        }
    }

    private void passQuestions(Socket client, Socket server) throws IOException {
        try (client;
                server) {
            DataInputStream in = new DataInputStream(client.getInputStream());
            DataOutputStream out = new DataOutputStream(server.getOutputStream());
            passStartUp(in, out);
            while (true) {
                byte type = in.readByte();
                out.writeByte(type);
                passRest(in, out, in.readInt());
                if (type == 'S' || type == 'Q' || type == 'H') {
                    asked.incrementAndGet();
                }
            }
        }
    }

    /** The first message has no type; before it the driver may ask whether the server encrypts. */
    private static void passStartUp(DataInputStream in, DataOutputStream out) throws IOException {
        int code;
        do {
            int length = in.readInt();
            code = in.readInt();
            out.writeInt(length);
            out.writeInt(code);
            out.write(in.readNBytes(length - 2 * Integer.BYTES));
        } while (code == SSL_REQUEST || code == GSS_REQUEST);
    }

    private static void passRest(DataInputStream in, DataOutputStream out, int length) throws IOException {
        out.writeInt(length);
        out.write(in.readNBytes(length - Integer.BYTES));
    }

    private static void passAnswers(Socket server, Socket client) throws IOException {
        try (client;
                server) {
            server.getInputStream().transferTo(client.getOutputStream());
        }
    }

    private interface Passing {
        void run() throws IOException;
    }

    private static void untilHungUp(Passing passing) {
        try {
            passing.run();
        } catch (EOFException | SocketException hungUp) {
            // How every connection ends.
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
