package dev.concord.app.gateway.http;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads a request in two steps, its head and its body, or says why it is none. */
final class RequestReader {
    /** The methods of HTTP that programs use on resources; TRACE and CONNECT are none of them. */
    static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PATCH", "PUT", "DELETE", "OPTIONS");

    private static final int BLOCK = 8 * 1024;

    private static final Pattern HOST = Pattern.compile("([A-Za-z0-9._-]+|\\[[0-9A-Fa-f:.]+])(:[0-9]{1,5})?");

    private final String scheme;
    private final HttpLimits limits;
    private final TransferWatch watch;

    RequestReader(String scheme, HttpLimits limits, TransferWatch watch) {
        this.scheme = scheme;
        this.limits = limits;
        this.watch = watch;
    }

    /** What was sent. */
    sealed interface Sent {}

    /** A request. */
    record Received(Request request) implements Sent {}

    /** Not a request that can be handled, for the reason given. */
    record Refused(int status, String code, String detail) implements Sent {}

    /** Reads the head of what was sent: the body of the request is empty. */
    Sent head(HttpExchange exchange) {
        String method = exchange.getRequestMethod();
        if (!METHODS.contains(method)) {
            return new Refused(405, "unknown-method", "The method of the request is not one that is served.");
        }
        Headers headers = headers(exchange);
        List<String> hosts = headers.all("Host");
        if (hosts.size() != 1 || !HOST.matcher(hosts.getFirst()).matches()) {
            return new Refused(400, "host-missing", "The request must have one Host header that names a host.");
        }
        String host = hosts.getFirst();
        Optional<RequestTarget> target = target(exchange.getRequestURI(), host);
        if (target.isEmpty()) {
            return new Refused(400, "address-unreadable", "The address of the request is not a path in UTF-8.");
        }
        return new Received(new Request(
                "HEAD".equals(method) ? "GET" : method,
                target.get().path(),
                target.get().parameters(),
                headers,
                new byte[0],
                scheme + "://" + host));
    }

    /**
     * Reads the rest of a request.
     *
     * @throws IOException when the client left before all was sent, or took too long
     */
    Sent whole(Request head, HttpExchange exchange) throws IOException {
        if (!head.announcesBody()) {
            return new Received(head);
        }
        return body(exchange, head.headers())
                .<Sent>map(body -> new Received(head.with(body)))
                .orElseGet(() -> new Refused(
                        413,
                        "body-too-large",
                        "The body of a request may have at most " + limits.bodyBytes() + " bytes."));
    }

    private static Headers headers(HttpExchange exchange) {
        List<String> namesAndValues = new ArrayList<>();
        exchange.getRequestHeaders()
                .forEach((name, values) -> values.forEach(value -> {
                    namesAndValues.add(name);
                    namesAndValues.add(value);
                }));
        return Headers.of(namesAndValues.toArray(String[]::new));
    }

    private static Optional<RequestTarget> target(URI uri, String host) {
        String authority = uri.getRawAuthority();
        String path = uri.getRawPath();
        boolean elsewhere = authority != null && !authority.equalsIgnoreCase(host);
        if (elsewhere || path == null || !path.startsWith("/") || uri.getRawFragment() != null) {
            return Optional.empty();
        }
        return RequestTarget.of(path, uri.getRawQuery() == null ? "" : uri.getRawQuery());
    }

    /** Returns the body, or nothing when it is too long. */
    private Optional<byte[]> body(HttpExchange exchange, Headers headers) throws IOException {
        int most = limits.bodyBytes();
        // The JDK has refused what is not a number, or negative.
        if (headers.first("Content-Length").map(Long::parseLong).orElse(0L) > most) {
            return Optional.empty();
        }
        InputStream in = exchange.getRequestBody();
        byte[] body = watch.within(limits.bodyTime(), () -> upTo(most + 1, in));
        return body.length > most ? Optional.empty() : Optional.of(body);
    }

    private static byte[] upTo(int most, InputStream in) throws IOException {
        return ofChunks(() -> in.readNBytes(most));
    }

    /** Reads and forgets, and returns how much. */
    static int passOver(int most, InputStream in) throws IOException {
        return ofChunks(() -> {
            byte[] block = new byte[BLOCK];
            int passed = 0;
            for (int read = 0; read >= 0 && passed < most; read = in.read(block)) {
                passed += read;
            }
            return passed;
        });
    }

    private static <T> T ofChunks(TransferWatch.Call<T> reading) throws IOException {
        try {
            return reading.run();
        } catch (IndexOutOfBoundsException e) {
            // What the JDK's server makes of a chunk whose size is negative.
            throw new IOException("a chunk of the body has no size", e);
        }
    }
}
