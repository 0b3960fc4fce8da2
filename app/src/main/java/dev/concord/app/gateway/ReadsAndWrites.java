package dev.concord.app.gateway;

import dev.concord.app.gateway.http.Answer;
import dev.concord.app.gateway.http.Handler;
import dev.concord.app.gateway.http.Request;

/**
 * Hands reads to one handler and everything else to another.
 *
 * @param reads answers GET
 * @param writes answers the other methods
 */
record ReadsAndWrites(Handler reads, Handler writes) implements Handler {

    @Override
    public Answer answer(Request request) {
        return (request.method().equals("GET") ? reads : writes).answer(request);
    }
}
