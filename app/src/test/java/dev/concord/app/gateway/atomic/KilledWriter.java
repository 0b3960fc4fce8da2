package dev.concord.app.gateway.atomic;

import dev.concord.app.gateway.document.JsonApi;
import dev.concord.app.gateway.http.Answer;
import dev.concord.app.gateway.http.Content;
import dev.concord.app.gateway.http.Handler;
import dev.concord.app.gateway.write.GatewayShop;
import java.nio.file.Path;

/** A program that ends without any warning in the middle of a request with a key, or after its answer. */
final class KilledWriter {
    static final int KILLED = 17;

    private KilledWriter() {}

    public static void main(String[] arguments) {
        boolean answered = arguments[1].equals("answered");
        send(
                Path.of(arguments[0]),
                _ -> {
                    if (!answered) {
                        Runtime.getRuntime().halt(KILLED);
                    }
                    return Answer.of(201, "application/json", Content.text("{\"made\": \"by the other program\"}"));
                },
                arguments[2]);
        Runtime.getRuntime().halt(KILLED);
    }

    static Answer send(Path folder, Handler writes, String body) {
        return GatewayShop.send(
                new IdempotentHandler(new AnswerFolder(folder), "shop", writes),
                "POST",
                "/api/city",
                JsonApi.MEDIA_TYPE,
                body,
                IdempotentHandler.KEY,
                "k");
    }
}
