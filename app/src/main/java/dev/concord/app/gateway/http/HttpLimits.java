package dev.concord.app.gateway.http;

import java.time.Duration;

/**
 * What a client may ask of the server.
 *
 * @param bodyBytes longest body of a request
 * @param requests answered at a time; more are answered 503
 * @param bodyTime how long the body of a request may take to arrive
 * @param stall how long a client may take to receive each 32 kB of an answer
 */
public record HttpLimits(int bodyBytes, int requests, Duration bodyTime, Duration stall) {
    /** What holds where nothing was said. */
    public static final HttpLimits DEFAULT =
            new HttpLimits(10 * 1024 * 1024, 256, Duration.ofSeconds(30), Duration.ofSeconds(30));
}
