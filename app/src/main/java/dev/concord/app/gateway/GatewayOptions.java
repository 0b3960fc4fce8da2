package dev.concord.app.gateway;

import dev.concord.app.gateway.access.AccessPolicy;
import dev.concord.app.gateway.http.HttpLimits;
import dev.concord.app.gateway.read.PageLimits;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/**
 * How a gateway serves.
 *
 * @param address where it listens
 * @param tls with its key; empty for connections that are not encrypted
 * @param access who may ask
 * @param limits what a client may ask
 * @param pages how many rows an answer has
 * @param patience how long a stop waits for what was begun
 */
public record GatewayOptions(
        InetSocketAddress address,
        Optional<SSLContext> tls,
        AccessPolicy access,
        HttpLimits limits,
        PageLimits pages,
        Duration patience) {
    /** The port where nothing else was said. */
    public static final int PORT = 5656;

    /** How long a stop waits where nothing else was said. */
    public static final Duration PATIENCE = Duration.ofSeconds(10);

    /** Everybody on this computer may ask everything. */
    public static GatewayOptions local(int port) {
        return new GatewayOptions(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), port),
                Optional.empty(),
                AccessPolicy.LOCAL,
                HttpLimits.DEFAULT,
                PageLimits.DEFAULT,
                PATIENCE);
    }
}
