package dev.concord.app.gateway.atomic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.concord.app.gateway.http.Answer;
import dev.concord.app.gateway.http.Content;
import dev.concord.app.gateway.http.Headers;
import dev.concord.dialect.FaultText;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One request and its answer in a locked file: a line of JSON when it is begun, and one when it is answered. A line without its end was being
 * written when the program ended, and counts as not there. For one thread.
 */
final class AnswerFile implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(AnswerFile.class.getName());
    private static final JsonMapper JSON = new JsonMapper();

    /** What is known of a request by its key; switch over it exhaustively. */
    sealed interface Claim {
        /** It is the first one, and is to be carried out now. */
        record First(AnswerFile file) implements Claim {}

        /** It was answered before. */
        record Answered(Answer answer) implements Claim {}

        /** It is being carried out, by this program or by another. */
        record UnderWay() implements Claim {}

        /** The key was used for another request. */
        record OfAnother() implements Claim {}

        /** It was begun, and whoever began it ended before the answer was kept. */
        record Unanswered() implements Claim {}
    }

    private final FileChannel channel;
    private final Runnable closed;

    /** @param closed runs when the file is not used any more */
    AnswerFile(FileChannel channel, Runnable closed) {
        this.channel = channel;
        this.closed = closed;
    }

    /** Reads what the file knows of a request, and notes it as begun where it is the first one or the file is too old. */
    Claim claim(Fingerprint request, Instant now, Duration kept) throws IOException {
        List<String> lines = lines();
        if (lines.isEmpty()) {
            return begun(request, now);
        }
        JsonNode begun = JSON.readTree(lines.getFirst());
        if (Instant.ofEpochMilli(begun.path("at").longValue()).plus(kept).isBefore(now)) {
            return begun(request, now);
        }
        if (!begun.path("request").asText().equals(request.request())) {
            return new Claim.OfAnother();
        }
        return lines.size() > 1 ? new Claim.Answered(answer(lines.get(1))) : new Claim.Unanswered();
    }

    private Claim begun(Fingerprint request, Instant now) throws IOException {
        channel.truncate(0);
        write(JSON.createObjectNode().put("request", request.request()).put("at", now.toEpochMilli()));
        return new Claim.First(this);
    }

    /** Keeps the answer; where that fails the request stays begun, so that it is not carried out again. */
    void keep(Answer answer) {
        try {
            write(json(answer));
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, "An answer was not kept: {0}", FaultText.of(e));
        }
    }

    /** Forgets the request, which may be carried out when it is sent again. */
    void forget() {
        try {
            channel.truncate(0);
            channel.force(true);
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, "A request was not forgotten: {0}", FaultText.of(e));
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, "The lock of an answer was not released: {0}", FaultText.of(e));
        } finally {
            closed.run();
        }
    }

    /** Only whole lines. */
    private List<String> lines() throws IOException {
        channel.position(0);
        byte[] all = Channels.newInputStream(channel).readAllBytes();
        String text = new String(all, StandardCharsets.UTF_8);
        return text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
    }

    private void write(ObjectNode line) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap((JSON.writeValueAsString(line) + "\n").getBytes(StandardCharsets.UTF_8));
        channel.position(channel.size());
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
        channel.force(true);
    }

    private static ObjectNode json(Answer answer) {
        ObjectNode json = JSON.createObjectNode().put("status", answer.status());
        ArrayNode headers = json.putArray("headers");
        answer.headers().forEach((name, value) -> headers.add(name).add(value));
        if (answer.content() instanceof Content.Bytes(byte[] bytes)) {
            json.put("body", bytes);
        } else if (answer.content() instanceof Content.Streamed) {
            throw new IllegalArgumentException("Answers of writes are not streamed");
        }
        return json;
    }

    private static Answer answer(String line) throws IOException {
        JsonNode json = JSON.readTree(line);
        String[] headers =
                json.path("headers").valueStream().map(JsonNode::asText).toArray(String[]::new);
        Optional<byte[]> body = Optional.ofNullable(json.path("body").binaryValue());
        return new Answer(
                json.path("status").intValue(),
                Headers.of(headers),
                body.<Content>map(Content.Bytes::new).orElse(Content.NOTHING));
    }
}
