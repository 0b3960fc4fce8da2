package dev.concord.testing;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadLocalRandom;

/**
 * A pooler of PostgreSQL connections in this process: it gives each transaction of its clients the server connection
 * that has been free for the longest time, as PgBouncer does with {@code pool_mode = transaction}. The text of statements
 * is not looked at, so names of prepared statements and settings of sessions are those of the server's connection.
 * (Frontend/backend protocol 3: a type byte, a length that counts itself, the rest.)
 */
public final class TransactionPooler implements AutoCloseable {
    private static final int SSL_REQUEST = 80877103;
    private static final int GSS_REQUEST = 80877104;
    private static final int PROTOCOL = 3 << 16;

    private final ServerSocket entrance;
    private final int target;
    private final String database;
    private final Mode mode;
    private final BlockingQueue<Wire> free = new LinkedBlockingQueue<>();
    private final List<Wire> all = new ArrayList<>();
    private volatile String refused = "";

    /** For how long a client keeps a server's connection. */
    public enum Mode {
        /** For one transaction. */
        TRANSACTION,
        /** For one statement; a transaction of several statements is an error. */
        STATEMENT
    }

    /**
     * A pooler for one database, which the user {@code postgres} may use without a password.
     *
     * @param target the server's port on this host
     * @param size the number of connections to the server
     */
    public TransactionPooler(int target, String database, Mode mode, int size) {
        this.target = target;
        this.database = database;
        this.mode = mode;
        try {
            this.entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
            for (int i = 0; i < size; i++) {
                free.add(connected());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::accept);
    }

    /** From now on turns away clients that give a parameter at their start. */
    public void refuse(String parameter) {
        refused = parameter;
    }

    /** The port to connect to. */
    public int port() {
        return entrance.getLocalPort();
    }

    private void accept() {
        while (!entrance.isClosed()) {
            try {
                Socket client = entrance.accept();
                Thread.ofVirtual().start(() -> serve(client));
            } catch (IOException _) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (Wire client = new Wire(socket)) {
            welcome(client);
            // Ends with the client's farewell, or with its connection.
            while (transaction(client)) {}
        } catch (IOException _) {
            // The client or the server has gone.
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void welcome(Wire client) throws IOException {
        int code;
        String parameters;
        do {
            int length = client.in.readInt();
            code = client.in.readInt();
            parameters = new String(client.in.readNBytes(length - 2 * Integer.BYTES), StandardCharsets.UTF_8);
            if (code == SSL_REQUEST || code == GSS_REQUEST) {
                client.out.write('N');
                client.out.flush();
            }
        } while (code != PROTOCOL);
        if (!refused.isEmpty() && parameters.contains(refused)) {
            refuse(client, "unsupported startup parameter: " + refused);
        }
        client.send('R', new byte[Integer.BYTES]);
        for (String parameter : List.of(
                "server_version\00018.0",
                "client_encoding\0UTF8",
                "DateStyle\0ISO, MDY",
                "integer_datetimes\0on",
                "standard_conforming_strings\0on")) {
            client.send('S', text(parameter));
        }
        // As PgBouncer does: numbers of its own, which are no process of the server.
        client.send('K', key());
        client.send('Z', new byte[] {'I'});
        client.out.flush();
    }

    /** Ends a client's connection with a reason. */
    private static void refuse(Wire client, String reason) throws IOException {
        client.send('E', text("SFATAL\0C08P01\0M" + reason + "\0"));
        client.out.flush();
        throw new IOException(reason);
    }

    private static byte[] key() {
        byte[] key = new byte[2 * Integer.BYTES];
        ThreadLocalRandom.current().nextBytes(key);
        key[0] = Byte.MAX_VALUE;
        return key;
    }

    /** Carries out what the client sends until the server is in no transaction any more; false once the client has gone. */
    private boolean transaction(Wire client) throws IOException, InterruptedException {
        byte[] request = request(client);
        if (request.length == 0) {
            return false;
        }
        Wire server = free.take();
        boolean over = false;
        try {
            over = carriedOut(client, server, request);
            return over;
        } finally {
            if (over) {
                free.add(server);
            } else {
                // A transaction whose client has gone ends with the server's connection.
                server.close();
                free.add(connected());
            }
        }
    }

    /** Carries out a transaction; false when the client has gone before its end. */
    private boolean carriedOut(Wire client, Wire server, byte[] first) throws IOException {
        char status = answered(client, server, first);
        while (status != 'I') {
            byte[] request = request(client);
            if (request.length == 0) {
                return false;
            }
            status = answered(client, server, request);
        }
        return true;
    }

    /** Reads messages up to the one that asks for an answer; empty when the client says farewell. */
    private static byte[] request(Wire client) throws IOException {
        ByteArrayOutputStream messages = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(messages);
        int type;
        do {
            type = client.in.read();
            if (type < 0 || type == 'X') {
                return new byte[0];
            }
            int length = client.in.readInt();
            out.writeByte(type);
            out.writeInt(length);
            out.write(client.in.readNBytes(length - Integer.BYTES));
        } while (type != 'S' && type != 'Q');
        return messages.toByteArray();
    }

    /** Passes a request on, and its answers up to the one that says that the server is ready, which has its status. */
    private char answered(Wire client, Wire server, byte[] request) throws IOException {
        server.out.write(request);
        server.out.flush();
        int type;
        byte[] body;
        do {
            type = server.in.readByte();
            body = server.in.readNBytes(server.in.readInt() - Integer.BYTES);
            if (type == 'Z' && body[0] != 'I' && mode == Mode.STATEMENT) {
                refuse(client, "transaction blocks not allowed in statement pooling mode");
            }
            client.send(type, body);
        } while (type != 'Z');
        client.out.flush();
        return (char) body[0];
    }

    private Wire connected() throws IOException {
        Wire server = new Wire(new Socket(InetAddress.getLoopbackAddress(), target));
        byte[] parameters = text("user\0postgres\0database\0" + database + "\0client_encoding\0UTF8\0DateStyle\0ISO\0");
        server.out.writeInt(2 * Integer.BYTES + parameters.length);
        server.out.writeInt(PROTOCOL);
        server.out.write(parameters);
        server.out.flush();
        int type;
        do {
            type = server.in.readByte();
            server.in.readNBytes(server.in.readInt() - Integer.BYTES);
            if (type == 'E') {
                throw new IOException("The server refuses the pooler");
            }
        } while (type != 'Z');
        synchronized (all) {
            all.add(server);
        }
        return server;
    }

    private static byte[] text(String text) {
        return (text + "\0").getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        try {
            entrance.close();
            synchronized (all) {
                for (Wire wire : all) {
                    wire.close();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One connection, to a client or to the server. */
    private static final class Wire implements AutoCloseable {
        private final Socket socket;
        private final DataInputStream in;
        private final DataOutputStream out;

        Wire(Socket socket) throws IOException {
            socket.setTcpNoDelay(true);
            this.socket = socket;
            this.in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
            this.out = new DataOutputStream(new BufferedOutputStream(socket.getOutputStream()));
        }

        void send(int type, byte[] body) throws IOException {
            out.writeByte(type);
            out.writeInt(Integer.BYTES + body.length);
            out.write(body);
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
