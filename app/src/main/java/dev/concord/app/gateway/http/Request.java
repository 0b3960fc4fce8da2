package dev.concord.app.gateway.http;

import java.util.List;

/**
 * One request, read whole.
 *
 * @param method in upper case as sent, but GET for HEAD: the adapter leaves out the content of the answer
 * @param path decoded segments; one empty segment at the end, as in {@code /api/Category/1/}, is left out
 * @param parameters the query's
 * @param headers the request's
 * @param body empty where none was sent; not copied, not to be changed
 * @param origin the scheme, host and port as the client wrote them, such as {@code http://localhost:5656}, for links
 */
@SuppressWarnings("ArrayRecordComponent")
public record Request(
        String method, List<String> path, Parameters parameters, Headers headers, byte[] body, String origin) {

    /** Makes the path unchangeable. */
    public Request {
        path = List.copyOf(path);
    }

    /** Returns this request with its body. */
    Request with(byte[] content) {
        return new Request(method, path, parameters, headers, content, origin);
    }

    /** Whether a body follows the headers. */
    boolean announcesBody() {
        return headers.first("Transfer-Encoding").isPresent()
                || headers.first("Content-Length")
                        .filter(length -> !length.equals("0"))
                        .isPresent();
    }

    /** The method alone: addresses and bodies have values of records. */
    @Override
    public String toString() {
        return method;
    }
}
