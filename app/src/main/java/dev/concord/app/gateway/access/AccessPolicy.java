package dev.concord.app.gateway.access;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Who may ask.
 *
 * @param tokens one of which every client has to send; empty when everybody who reaches the gateway may do everything
 * @param hosts the names under which the gateway is asked, without ports, in lower case
 * @param origins of web pages that are served elsewhere and may ask, such as {@code https://app.example.org}
 * @param readOnly whether nobody may change records, whatever a token allows
 */
public record AccessPolicy(List<Token> tokens, Set<String> hosts, Set<String> origins, boolean readOnly) {
    /** The names of this computer for itself. */
    private static final List<String> LOOPBACK = List.of("localhost", "127.0.0.1", "[::1]");

    /** Everybody on this computer may do everything. */
    public static final AccessPolicy LOCAL = new AccessPolicy(List.of(), Set.of(), Set.of(), false);

    /** Adds the names of this computer for itself. */
    public AccessPolicy {
        tokens = List.copyOf(tokens);
        Set<String> all = new LinkedHashSet<>(LOOPBACK);
        hosts.forEach(host -> all.add(host.toLowerCase(Locale.ROOT)));
        hosts = Set.copyOf(all);
        origins = Set.copyOf(origins);
    }

    /** Returns the rights of each client, so that what each sees can be made beforehand. */
    public List<Rights> allRights() {
        Stream<Rights> all =
                tokens.isEmpty() ? Stream.of(Rights.ALL) : tokens.stream().map(Token::rights);
        return all.map(this::limited).distinct().toList();
    }

    /** Returns what a secret allows; empty when it is nobody's. */
    Optional<Rights> rightsOf(String secret) {
        return tokens.stream()
                .filter(token -> token.isOf(secret))
                .map(Token::rights)
                .map(this::limited)
                .findFirst();
    }

    /** Returns what a client without a secret may do; empty when it needs one. */
    Optional<Rights> rightsOfNobody() {
        return tokens.isEmpty() ? Optional.of(limited(Rights.ALL)) : Optional.empty();
    }

    private Rights limited(Rights rights) {
        return readOnly ? rights.readOnly() : rights;
    }
}
