package dev.concord.app.gateway.change;

import java.util.List;

/** What a look at rows has found out for one stream. */
sealed interface News {

    /**
     * The rows can be read.
     *
     * @param anew whether more has changed than is known one by one: the client reads the rows anew
     * @param differences what has changed since the stream was told last, each row once
     * @param name what a client has seen that knows all this; nothing else has that name
     */
    record Told(boolean anew, List<Difference> differences, String name) implements News {
        public Told {
            differences = List.copyOf(differences);
        }
    }

    /** The rows cannot be read at the moment. */
    record Unavailable() implements News {}

    /** There are more rows than can be watched. */
    record TooMany() implements News {}
}
