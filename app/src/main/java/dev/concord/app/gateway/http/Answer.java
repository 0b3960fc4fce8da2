package dev.concord.app.gateway.http;

/**
 * One answer.
 *
 * @param status 200 to 599
 * @param headers without Content-Length, Date and Connection, which the adapter sets
 * @param content not sent in answer to HEAD, nor with a status that has none
 */
public record Answer(int status, Headers headers, Content content) {
    /** Returns an answer without content. */
    public static Answer of(int status) {
        return new Answer(status, Headers.NONE, Content.NOTHING);
    }

    /** Returns an answer with content. */
    public static Answer of(int status, String contentType, Content content) {
        return new Answer(status, Headers.of("Content-Type", contentType), content);
    }

    /** Returns this answer with one more header. */
    public Answer with(String name, String value) {
        return new Answer(status, headers.with(name, value), content);
    }
}
