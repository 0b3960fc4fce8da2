package dev.concord.app.gateway.change;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Writes events as the HTML standard's event streams have them. Each is sent at once. */
final class EventWriter {
    private static final JsonFactory JSON = new JsonFactory();

    private final OutputStream out;
    private final String type;

    /** @param type of the resources the events are about */
    EventWriter(OutputStream out, String type) {
        this.out = out;
        this.type = type;
    }

    /** Sends an event about one row: its id, and its ETag where it exists. */
    void row(String event, String id, Optional<String> etag) throws IOException {
        StringWriter data = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(data)) {
            json.writeStartObject();
            json.writeStringField("type", type);
            json.writeStringField("id", id);
            if (etag.isPresent()) {
                json.writeStringField("etag", etag.get());
            }
            json.writeEndObject();
        }
        // JSON escapes the characters that end a line.
        send("event: " + event + "\ndata: " + data + "\n\n");
    }

    /** Sends an event about the stream. */
    void stream(String event) throws IOException {
        send("event: " + event + "\ndata: {}\n\n");
    }

    /** Sends what clients ignore, to find out whether this one is still there. */
    void alive() throws IOException {
        send(":\n\n");
    }

    private void send(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }
}
