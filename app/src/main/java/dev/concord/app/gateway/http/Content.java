package dev.concord.app.gateway.http;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** The content of an answer. */
public sealed interface Content {
    /** No content. */
    Content NOTHING = new Nothing();

    /** Returns a text as UTF-8. */
    static Content text(String text) {
        return new Bytes(text.getBytes(StandardCharsets.UTF_8));
    }

    /** No content. */
    record Nothing() implements Content {}

    /**
     * Content that is in memory, so that its length is known before it is sent.
     *
     * @param bytes not copied; not to be changed by anybody afterwards
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Bytes(byte[] bytes) implements Content {}

    /**
     * Content that is made while it is sent, so that its size does not matter to the memory.
     *
     * @param writer called once, after the status and the headers were sent
     */
    record Streamed(Writer writer) implements Content {}

    /** Makes content while it is sent. */
    @FunctionalInterface
    interface Writer {
        /**
         * Writes the content. When it throws, the connection is closed in the middle of the content, so that the client
         * cannot take it for whole.
         *
         * @param out buffered by the adapter; need not be closed
         * @throws IOException when the client is gone or takes too long to receive
         */
        void writeTo(OutputStream out) throws IOException;

        /**
         * Gives back what the content holds. Called once when the answer is over, also where nothing of it was sent: to HEAD, and to a
         * client that is gone.
         */
        default void close() {
            // Most content holds nothing.
        }
    }
}
