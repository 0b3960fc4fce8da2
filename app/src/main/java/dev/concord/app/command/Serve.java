package dev.concord.app.command;

import dev.concord.app.gateway.Gateway;
import dev.concord.app.gateway.GatewayOptions;
import dev.concord.app.gateway.ServedDatabase;
import dev.concord.dialect.FaultText;
import dev.concord.ui.text.Texts;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.function.Consumer;

/**
 * Serves a database until the program is asked to end.
 *
 * @param untilEnd blocks until the program is asked to end, and runs the task then
 */
record Serve(Terminal terminal, Texts texts, Consumer<Runnable> untilEnd) {
    private static final System.Logger LOG = System.getLogger(Serve.class.getName());

    /** @param closed closes the database */
    ExitCode run(ServedDatabase database, String label, GatewayOptions options, Runnable closed) {
        Gateway gateway;
        try {
            gateway = Gateway.start(database, options, terminal.out()::println);
        } catch (IOException e) {
            LOG.log(Level.WARNING, "The gateway cannot listen: {0}", FaultText.of(e));
            closed.run();
            terminal.err()
                    .println(texts.get(
                            "command.serve.address",
                            options.address().getHostString(),
                            Integer.toString(options.address().getPort())));
            return ExitCode.CANNOT_OPEN;
        }
        terminal.out().println(texts.get("command.serve.serving", label, gateway.address()));
        terminal.out().flush();
        untilEnd.accept(() -> {
            boolean finished = gateway.stop();
            closed.run();
            terminal.out().println(texts.get(finished ? "command.serve.stopped" : "command.serve.cut-off"));
            terminal.out().flush();
        });
        return ExitCode.OK;
    }
}
