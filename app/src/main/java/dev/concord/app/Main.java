package dev.concord.app;

import dev.concord.app.command.Commands;
import dev.concord.app.command.ExitCode;
import dev.concord.app.command.Logs;
import dev.concord.app.command.OpenRequest;
import dev.concord.app.command.Terminal;
import dev.concord.app.settings.AppFolders;
import dev.concord.app.settings.SettingsFile;
import dev.concord.app.task.Toolkit;
import dev.concord.ui.text.Texts;
import java.util.Locale;

/** Where the program starts. Not an Application itself, so that it runs from the class path too. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        Logs.toFile();
        Texts texts = Texts.of(Locale.getDefault());
        SettingsFile settings = new SettingsFile(AppFolders.current().config(), texts);
        ExitCode code = new Commands(Terminal.system(), texts, Main::openWindow, database -> settings.load()
                        .settings()
                        .policiesOf(database))
                .run(arguments);
        System.exit(code.code());
    }

    private static ExitCode openWindow(OpenRequest request) {
        return Toolkit.show(stage -> new Wiring(stage, AppFolders.current(), request).start())
                ? ExitCode.OK
                : ExitCode.NO_DISPLAY;
    }
}
