package dev.concord.app.gateway.document;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** Writes documents: the members that each of them has, and around them what the caller writes. */
public final class Documents {
    /** Virtual threads end with their request, so buffers kept by thread would be of no use. */
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .recyclerPool(JsonRecyclerPools.sharedConcurrentDequePool())
            .build();

    private static final JsonMapper MAPPER = JsonMapper.builder(FACTORY)
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();
    private static final int SERVER_FAULTS = 500;

    private Documents() {}

    /** Writes members of an object that is begun and ended by somebody else. */
    @FunctionalInterface
    public interface Members {
        void writeTo(JsonGenerator json) throws IOException;
    }

    /** Writes a document to a stream, which it flushes and does not close. */
    public static void write(OutputStream out, Members members) throws IOException {
        try (JsonGenerator json = MAPPER.createGenerator(out)) {
            json.writeStartObject();
            json.writeObjectFieldStart("jsonapi");
            json.writeStringField("version", JsonApi.VERSION);
            json.writeEndObject();
            members.writeTo(json);
            json.writeEndObject();
        }
    }

    /** Returns a document that fits into memory. */
    public static byte[] bytes(Members members) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            write(out, members);
        } catch (IOException impossible) {
            throw new UncheckedIOException("A document in memory could not be written", impossible);
        }
        return out.toByteArray();
    }

    /** Returns an object that is to be part of a document; its numbers are kept exactly. */
    public static ObjectNode tree(Members members) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (JsonGenerator json = MAPPER.createGenerator(out)) {
            json.writeStartObject();
            members.writeTo(json);
            json.writeEndObject();
            json.flush();
            return (ObjectNode) MAPPER.readTree(out.toByteArray());
        } catch (IOException impossible) {
            throw new UncheckedIOException("An object in memory could not be written", impossible);
        }
    }

    /** Returns a document of errors; at least one. */
    public static byte[] ofErrors(List<ApiError> errors) {
        return bytes(json -> {
            json.writeArrayFieldStart("errors");
            for (ApiError error : errors) {
                write(json, error);
            }
            json.writeEndArray();
        });
    }

    /** Returns the status of an answer with several errors: theirs where they agree, or else the class's general one. */
    public static int status(List<ApiError> errors) {
        List<Integer> different =
                errors.stream().map(ApiError::status).distinct().toList();
        if (different.size() == 1) {
            return different.getFirst();
        }
        return different.stream().anyMatch(status -> status >= SERVER_FAULTS) ? SERVER_FAULTS : 400;
    }

    private static void write(JsonGenerator json, ApiError error) throws IOException {
        json.writeStartObject();
        json.writeStringField("status", Integer.toString(error.status()));
        json.writeStringField("code", error.code());
        json.writeStringField("title", error.title());
        json.writeStringField("detail", error.detail());
        write(json, error.source());
        if (!error.meta().isEmpty()) {
            json.writeFieldName("meta");
            json.writeTree(error.meta());
        }
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, ErrorSource source) throws IOException {
        switch (source) {
            case ErrorSource.None _ -> {}
            case ErrorSource.Pointer(String pointer) -> writeSource(json, "pointer", pointer);
            case ErrorSource.Parameter(String name) -> writeSource(json, "parameter", name);
            case ErrorSource.Header(String name) -> writeSource(json, "header", name);
        }
    }

    private static void writeSource(JsonGenerator json, String kind, String what) throws IOException {
        json.writeObjectFieldStart("source");
        json.writeStringField(kind, what);
        json.writeEndObject();
    }
}
