package dev.concord.app.gateway.atomic;

import dev.concord.app.gateway.http.Handler;

/**
 * Where the answers of one database's writes are kept.
 *
 * @param database which database it is, the same after a restart
 */
public record KeptAnswers(AnswerFolder folder, String database) {

    /** Returns a handler that carries out a request with a key once. */
    public Handler around(Handler writes) {
        return new IdempotentHandler(folder, database, writes);
    }
}
