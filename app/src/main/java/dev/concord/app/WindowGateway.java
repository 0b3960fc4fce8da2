package dev.concord.app;

import dev.concord.app.gateway.Gateway;
import dev.concord.app.gateway.GatewayOptions;
import dev.concord.app.gateway.ServedDatabase;
import dev.concord.app.gateway.access.AccessPolicy;
import dev.concord.app.gateway.access.Rights;
import dev.concord.app.gateway.access.Token;
import dev.concord.app.shell.ServingModel;
import dev.concord.dialect.FaultText;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Serves the database of a window to programs on this computer that know a secret made for this time: other people may
 * work on the same computer. Blocks; safe to be used by any thread.
 */
final class WindowGateway implements ServingModel.Server {
    private static final int SECRET_BYTES = 16;
    private static final int ANY_PORT = 0;

    private static final System.Logger LOG = System.getLogger(WindowGateway.class.getName());

    private final Supplier<ServedDatabase> database;
    private Optional<Gateway> running = Optional.empty();

    /** @param database the database with its rules as they are when serving starts */
    WindowGateway(Supplier<ServedDatabase> database) {
        this.database = database;
    }

    /** Takes the usual port, or any that is free where another program has it. */
    @Override
    public synchronized Optional<ServingModel.Served> start() {
        byte[] random = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(random);
        String secret = HexFormat.of().formatHex(random);
        running = started(GatewayOptions.PORT, secret).or(() -> started(ANY_PORT, secret));
        return running.map(gateway -> new ServingModel.Served(gateway.address(), secret));
    }

    private Optional<Gateway> started(int port, String secret) {
        Token token = Token.ofSecret("window", secret, Rights.ALL).orElseThrow();
        GatewayOptions local = GatewayOptions.local(port);
        GatewayOptions options = new GatewayOptions(
                local.address(),
                local.tls(),
                new AccessPolicy(List.of(token), Set.of(), Set.of(), false),
                local.limits(),
                local.pages(),
                local.patience());
        try {
            return Optional.of(Gateway.start(database.get(), options, line -> LOG.log(Level.INFO, line)));
        } catch (IOException e) {
            LOG.log(Level.INFO, "The gateway cannot listen on port {0}: {1}", port, FaultText.of(e));
            return Optional.empty();
        }
    }

    @Override
    public synchronized void stop() {
        running.ifPresent(Gateway::stop);
        running = Optional.empty();
    }
}
