package dev.concord.bench.http;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * A connection that is kept, with as little of a client as there can be: it shares the processors with what is measured. Answers must have
 * a length.
 */
final class PlainConnection implements AutoCloseable {
    private static final String OK = "HTTP/1.1 200";
    private static final String LENGTH = "content-length:";
    private static final String TAG = "etag:";

    /** Servers close connections that are not used; those of others are not, while it is their turn. */
    private static final long KEPT = Duration.ofSeconds(5).toNanos();

    private final int port;
    private final byte[] line = new byte[8192];
    private Socket socket = new Socket();
    private InputStream in = InputStream.nullInputStream();
    private OutputStream out = OutputStream.nullOutputStream();
    private long used;
    private String tag = "";

    PlainConnection(int port) throws IOException {
        this.port = port;
        connect();
    }

    private void connect() throws IOException {
        socket.close();
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        out = socket.getOutputStream();
        in = new BufferedInputStream(socket.getInputStream(), 16 * 1024);
    }

    /** Sends a request and reads the answer to its end. */
    void exchange(byte[] request) throws IOException {
        if (System.nanoTime() - used > KEPT) {
            connect();
        }
        out.write(request);
        String status = line();
        if (!status.startsWith(OK)) {
            throw new IOException(status);
        }
        int length = -1;
        for (String header = line(); !header.isEmpty(); header = line()) {
            if (header.regionMatches(true, 0, LENGTH, 0, LENGTH.length())) {
                length = Integer.parseInt(header.substring(LENGTH.length()).strip());
            } else if (header.regionMatches(true, 0, TAG, 0, TAG.length())) {
                tag = header.substring(TAG.length()).strip();
            }
        }
        in.skipNBytes(length);
        used = System.nanoTime();
    }

    /** The ETag of the last answer; empty where it had none. */
    String tag() {
        return tag;
    }

    private String line() throws IOException {
        int length = 0;
        for (int read = in.read(); read != '\n'; read = in.read()) {
            if (read < 0) {
                throw new EOFException();
            }
            line[length++] = (byte) read;
        }
        return new String(line, 0, Math.max(0, length - 1), StandardCharsets.US_ASCII);
    }

    /** Sends the same request again and again. */
    static Step repeating(int port, byte[] request) throws IOException {
        PlainConnection connection = new PlainConnection(port);
        return new Step() {
            @Override
            public void again() throws IOException {
                connection.exchange(request);
            }

            @Override
            public void close() throws IOException {
                connection.close();
            }
        };
    }

    /** Returns a request with a body, which may be empty. */
    static byte[] request(String method, String path, String headers, String body) {
        String length = body.isEmpty()
                ? ""
                : "Content-Type: application/vnd.api+json\r\nContent-Length: " + body.length() + "\r\n";
        return (method + " " + path + " HTTP/1.1\r\nHost: localhost\r\n" + headers + length + "\r\n" + body)
                .getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
