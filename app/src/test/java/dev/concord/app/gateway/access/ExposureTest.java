package dev.concord.app.gateway.access;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ExposureTest {
    private static final InetSocketAddress EVERYWHERE = new InetSocketAddress("0.0.0.0", 0);
    private static final AccessPolicy WITH_TOKEN = new AccessPolicy(
            List.of(Token.ofSecret("test", "0123456789abcdef", Rights.ALL).orElseThrow()), Set.of(), Set.of(), false);
    private static final Set<String> NAMED = Set.of("records.example");

    @Test
    void thisComputerAloneNeedsNothing() {
        for (String host : List.of("localhost", "127.0.0.1", "127.1.2.3", "::1")) {
            assertEquals(
                    Optional.empty(),
                    Exposure.of(new InetSocketAddress(host, 0), false, AccessPolicy.LOCAL, Set.of()),
                    host);
        }
    }

    @Test
    void otherComputersNeedATokenThenTlsThenAName() {
        for (InetSocketAddress address : List.of(EVERYWHERE, new InetSocketAddress("192.0.2.1", 0))) {
            assertEquals(Optional.of(Exposure.NO_TOKEN), Exposure.of(address, true, AccessPolicy.LOCAL, NAMED));
            assertEquals(Optional.of(Exposure.NO_TLS), Exposure.of(address, false, WITH_TOKEN, NAMED));
            assertEquals(Optional.of(Exposure.NO_HOST), Exposure.of(address, true, WITH_TOKEN, Set.of()));
            assertEquals(Optional.empty(), Exposure.of(address, true, WITH_TOKEN, NAMED));
        }
    }
}
