package dev.concord.app.gateway.access;

import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.Set;

/** What a gateway must have before it listens on an address that other computers reach. */
public enum Exposure {
    /** No client has to prove who it is. */
    NO_TOKEN,
    /** What is sent, tokens among it, is not encrypted. */
    NO_TLS,
    /** It listens on every address, and nobody said under which names it may be asked. */
    NO_HOST;

    /**
     * Returns what is missing; empty when the gateway may listen. An address of this computer alone needs nothing.
     *
     * @param tls whether connections are encrypted
     * @param named the names under which it may be asked, besides those of this computer for itself
     */
    public static Optional<Exposure> of(
            InetSocketAddress address, boolean tls, AccessPolicy policy, Set<String> named) {
        if (address.getAddress() != null && address.getAddress().isLoopbackAddress()) {
            return Optional.empty();
        }
        if (policy.tokens().isEmpty()) {
            return Optional.of(NO_TOKEN);
        }
        if (!tls) {
            return Optional.of(NO_TLS);
        }
        return named.isEmpty() ? Optional.of(NO_HOST) : Optional.empty();
    }
}
