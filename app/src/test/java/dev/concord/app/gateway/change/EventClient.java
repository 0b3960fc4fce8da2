package dev.concord.app.gateway.change;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.app.gateway.http.Answer;
import dev.concord.app.gateway.http.Content;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Receives the events of a stream that a handler has answered with. */
final class EventClient implements AutoCloseable {
    private final BlockingQueue<String> events = new LinkedBlockingQueue<>();
    private final Content.Writer writer;
    private final Thread thread;
    private volatile boolean gone;

    EventClient(Answer answer) {
        assertThat(answer.status()).isEqualTo(200);
        this.writer = ((Content.Streamed) answer.content()).writer();
        this.thread = Thread.ofVirtual().start(this::receive);
    }

    private void receive() {
        try {
            writer.writeTo(new OutputStream() {
                @Override
                public void write(int one) {
                    throw new AssertionError("Events are written as a whole");
                }

                @Override
                public void write(byte[] bytes, int from, int length) throws IOException {
                    if (gone) {
                        throw new IOException("The client is gone");
                    }
                    events.add(new String(bytes, from, length, StandardCharsets.UTF_8));
                }
            });
            events.add("end");
        } catch (IOException expected) {
            events.add("end");
        } finally {
            writer.close();
        }
    }

    /** Returns the next event: its name and its data, or {@code end}. Signs of life are none. */
    String event() {
        return next().split("\nid: ", -1)[0]
                .replace("event: ", "")
                .replace("\ndata: ", " ")
                .strip();
    }

    /** Returns the id of the next event that has one. */
    String id() {
        while (true) {
            String[] parts = next().split("\nid: ", -1);
            if (parts.length == 2) {
                return parts[1].strip();
            }
        }
    }

    private String next() {
        try {
            String next = events.poll(30, TimeUnit.SECONDS);
            assertThat(next).as("nothing was told").isNotNull();
            return next.startsWith(":") ? next() : next;
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** Leaves, and waits until the stream has found out: when it asks for a sign of life at the latest. */
    @Override
    public void close() {
        gone = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
