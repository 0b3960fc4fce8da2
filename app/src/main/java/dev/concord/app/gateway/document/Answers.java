package dev.concord.app.gateway.document;

import dev.concord.app.gateway.http.Answer;
import dev.concord.app.gateway.http.Content;
import java.util.List;

/** Answers that are documents. */
public final class Answers {
    private static final int UNAVAILABLE = 503;

    private Answers() {}

    /** Returns an answer with a document that fits into memory. */
    public static Answer document(int status, Documents.Members members) {
        return bytes(status, JsonApi.MEDIA_TYPE, Documents.bytes(members));
    }

    /** Returns an answer with a document of an extension. */
    public static Answer document(int status, String extension, Documents.Members members) {
        return bytes(status, JsonApi.mediaType(extension), Documents.bytes(members));
    }

    /** Returns an answer with errors; what is unavailable may be asked for again in a second. */
    public static Answer errors(List<ApiError> errors) {
        int status = Documents.status(errors);
        Answer answer = bytes(status, JsonApi.MEDIA_TYPE, Documents.ofErrors(errors));
        return status == UNAVAILABLE ? answer.with("Retry-After", "1") : answer;
    }

    /** Returns an answer with one error. */
    public static Answer error(ApiError error) {
        return errors(List.of(error));
    }

    private static Answer bytes(int status, String mediaType, byte[] document) {
        return Answer.of(status, mediaType, new Content.Bytes(document)).with("Vary", "Accept");
    }
}
