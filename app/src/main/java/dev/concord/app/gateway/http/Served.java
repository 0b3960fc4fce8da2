package dev.concord.app.gateway.http;

import java.time.Duration;
import java.util.List;

/**
 * One request that is over, for the log and the figures.
 *
 * @param method as sent; {@code -} where it is not one that is served
 * @param path decoded segments, which may be values of records; empty where it could not be read
 * @param status of the answer; 0 where none was sent
 * @param bytes of the answer's content that were sent
 * @param time from the request's headers to the end of the answer
 * @param whole false when the client left or was too slow before it had the whole answer
 */
public record Served(String method, List<String> path, int status, long bytes, Duration time, boolean whole) {}
