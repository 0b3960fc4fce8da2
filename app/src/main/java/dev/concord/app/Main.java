package dev.concord.app;

import dev.concord.app.command.Commands;
import dev.concord.app.command.ExitCode;
import dev.concord.app.command.Logs;
import dev.concord.app.command.OpenRequest;
import dev.concord.app.command.Terminal;
import dev.concord.app.settings.AppFolders;
import dev.concord.app.task.Toolkit;
import dev.concord.ui.text.Texts;
import java.util.Locale;

/** Where the program starts. Not an Application itself, so that it runs from the class path too. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        Logs.toFile();
        Terminal terminal = Terminal.system();
        ExitCode code = new Commands(terminal, Texts.of(Locale.getDefault()), Main::openWindow).run(arguments);
        System.exit(code.code());
    }

    private static ExitCode openWindow(OpenRequest request) {
        return Toolkit.show(stage -> new Wiring(stage, AppFolders.current(), request).start())
                ? ExitCode.OK
                : ExitCode.NO_DISPLAY;
    }
}
