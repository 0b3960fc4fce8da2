package dev.concord.app.gateway.http;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;

/** The content of one answer on its way to the client: each write within a time, and all bytes counted. */
final class WatchedOutput extends FilterOutputStream {
    /** Bytes that the time is for: a client that is slow and steady receives a long answer. */
    static final int PIECE = 32 * 1024;

    private final TransferWatch watch;
    private final Duration limit;
    private long written;

    WatchedOutput(OutputStream out, TransferWatch watch, Duration limit) {
        super(out);
        this.watch = watch;
        this.limit = limit;
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        for (int at = 0; at < length; at += PIECE) {
            int begin = from + at;
            int size = Math.min(PIECE, length - at);
            watch.within(limit, () -> {
                out.write(bytes, begin, size);
                return size;
            });
            written += size;
        }
    }

    @Override
    public void flush() throws IOException {
        watch.within(limit, () -> {
            out.flush();
            return 0;
        });
    }

    @Override
    public void close() throws IOException {
        watch.within(limit, () -> {
            out.close();
            return 0;
        });
    }

    long written() {
        return written;
    }
}
