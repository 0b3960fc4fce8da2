package dev.concord.app.gateway.http;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;

/** A connection on which a test sends the bytes it wants, whether they are HTTP or not. */
public final class RawClient implements Closeable {
    private final Socket socket;

    /** Connects. */
    public RawClient(int port) throws IOException {
        this.socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(20_000);
    }

    /** Sends characters as single bytes. */
    public RawClient send(String latin1) throws IOException {
        return send(latin1.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Sends bytes. */
    public RawClient send(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
        return this;
    }

    /** Returns the first line of what is sent back, empty when the connection was closed instead. */
    public String line() throws IOException {
        StringBuilder line = new StringBuilder();
        try {
            for (int c = socket.getInputStream().read();
                    c >= 0 && c != '\n';
                    c = socket.getInputStream().read()) {
                line.append((char) c);
            }
        } catch (SocketException reset) {
            // Closed before all that was sent had been read.
            return line.toString().strip();
        }
        return line.toString().strip();
    }

    /** Returns everything that is sent until the connection is closed. */
    public String rest() throws IOException {
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    /**
     * Sends bytes and nothing after them, and returns all that is sent back until the connection is closed: nothing where it is
     * closed at once.
     *
     * @throws java.net.SocketTimeoutException when it stays open
     */
    public String exchange(byte[] bytes) throws IOException {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        try {
            send(bytes);
            socket.shutdownOutput();
        } catch (SocketException closed) {
            // What was answered before can be read.
            answer.reset();
        }
        try {
            socket.getInputStream().transferTo(answer);
        } catch (SocketException reset) {
            return answer.toString(StandardCharsets.UTF_8);
        }
        return answer.toString(StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
