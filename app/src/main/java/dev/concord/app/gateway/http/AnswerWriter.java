package dev.concord.app.gateway.http;

import com.sun.net.httpserver.HttpExchange;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Set;

/** Sends answers. */
final class AnswerWriter {
    private static final int BUFFER = 16 * 1024;
    /** What the JDK's server takes for an answer without content, and for one whose length is not known. */
    private static final long NO_CONTENT = -1;

    private static final long LENGTH_UNKNOWN = 0;
    private static final Set<Integer> WITHOUT_CONTENT = Set.of(204, 304);

    private final TransferWatch watch;
    private final Duration stall;

    AnswerWriter(TransferWatch watch, Duration stall) {
        this.watch = watch;
        this.stall = stall;
    }

    /** One request's answer on its way. Used by one thread. */
    static final class Sending {
        private final HttpExchange exchange;
        private int status;
        private long bytes;
        private boolean whole;

        Sending(HttpExchange exchange) {
            this.exchange = exchange;
        }

        HttpExchange exchange() {
            return exchange;
        }

        /** As sent, or {@code -} where it is none of HTTP's that are served: a client may write anything there. */
        String method() {
            String sent = exchange.getRequestMethod();
            return RequestReader.METHODS.contains(sent) ? sent : "-";
        }

        /** Of the answer; 0 as long as none was sent. */
        int status() {
            return status;
        }

        long bytes() {
            return bytes;
        }

        boolean whole() {
            return whole;
        }
    }

    /** What is done between sending an answer and closing its connection. */
    @FunctionalInterface
    interface Afterwards {
        void run() throws IOException;
    }

    /**
     * Sends an answer. What is thrown must reach the JDK's server, which closes the connection then, so that the client
     * does not take half an answer for a whole one.
     *
     * @throws IOException when the client is gone or too slow
     */
    void send(Answer answer, Sending sending) throws IOException {
        send(answer, sending, () -> {});
    }

    /** Sends an answer after which the connection is closed. */
    void sendLast(Answer answer, Sending sending) throws IOException {
        sendLast(answer, sending, () -> {});
    }

    /** Sends an answer after which something is done and the connection is closed. */
    void sendLast(Answer answer, Sending sending, Afterwards afterwards) throws IOException {
        send(answer.with("Connection", "close"), sending, afterwards);
    }

    private void send(Answer answer, Sending sending, Afterwards afterwards) throws IOException {
        try {
            headersAndContent(answer, sending, afterwards);
        } finally {
            if (answer.content() instanceof Content.Streamed(Content.Writer writer)) {
                writer.close();
            }
        }
    }

    private void headersAndContent(Answer answer, Sending sending, Afterwards afterwards) throws IOException {
        HttpExchange exchange = sending.exchange;
        answer.headers().forEach(exchange.getResponseHeaders()::add);
        sending.status = answer.status();
        if (WITHOUT_CONTENT.contains(answer.status())) {
            headersOnly(exchange, answer.status());
        } else if ("HEAD".equals(exchange.getRequestMethod())) {
            if (answer.content() instanceof Content.Bytes(byte[] content)) {
                exchange.getResponseHeaders().set("Content-Length", Integer.toString(content.length));
            }
            headersOnly(exchange, answer.status());
        } else {
            content(answer, sending, afterwards);
        }
        sending.whole = true;
    }

    private void content(Answer answer, Sending sending, Afterwards afterwards) throws IOException {
        switch (answer.content()) {
            case Content.Nothing _ -> headersOnly(sending.exchange, answer.status());
            case Content.Bytes(byte[] bytes) when bytes.length == 0 -> headersOnly(sending.exchange, answer.status());
            case Content.Bytes(byte[] bytes)
            when bytes.length <= WatchedOutput.PIECE -> inOnePiece(sending, answer.status(), bytes, afterwards);
            case Content.Bytes(byte[] bytes) -> {
                headers(sending.exchange, answer.status(), bytes.length);
                write(sending, out -> out.write(bytes), afterwards);
            }
            case Content.Streamed(Content.Writer writer) -> {
                headers(sending.exchange, answer.status(), LENGTH_UNKNOWN);
                write(sending, writer, afterwards);
            }
        }
    }

    /** Most answers are small: what takes part in each of them takes its time a hundred thousand times. */
    private void inOnePiece(Sending sending, int status, byte[] bytes, Afterwards afterwards) throws IOException {
        OutputStream out = watch.within(stall, () -> {
            sending.exchange.sendResponseHeaders(status, bytes.length);
            OutputStream body = sending.exchange.getResponseBody();
            body.write(bytes);
            body.flush();
            return body;
        });
        sending.bytes = bytes.length;
        sending.whole = true;
        afterwards.run();
        // Nothing is left to be sent, so this does not wait for the client.
        out.close();
    }

    private void headersOnly(HttpExchange exchange, int status) throws IOException {
        headers(exchange, status, NO_CONTENT);
        exchange.close();
    }

    private void headers(HttpExchange exchange, int status, long length) throws IOException {
        watch.within(stall, () -> {
            exchange.sendResponseHeaders(status, length);
            return length;
        });
    }

    private void write(Sending sending, Content.Writer writer, Afterwards afterwards) throws IOException {
        WatchedOutput watched = new WatchedOutput(sending.exchange.getResponseBody(), watch, stall);
        try {
            // Not closed when the writer throws: that would end the content as if it were whole.
            OutputStream out = new BufferedOutputStream(watched, BUFFER);
            writer.writeTo(out);
            out.flush();
            sending.whole = true;
            afterwards.run();
            out.close();
        } finally {
            sending.bytes = watched.written();
        }
    }
}
