package dev.concord.app;

import dev.concord.app.command.CommandKind;
import dev.concord.app.command.Commands;
import dev.concord.app.command.ExitCode;
import dev.concord.app.command.Logs;
import dev.concord.app.command.Terminal;
import dev.concord.app.command.Window;
import dev.concord.app.handover.MeetingPlace;
import dev.concord.app.handover.Sender;
import dev.concord.app.settings.AppFolders;
import dev.concord.app.settings.SettingsFile;
import dev.concord.app.task.Toolkit;
import dev.concord.ui.text.Texts;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/** The main class of the program. It does not extend Application, so that the program also runs from the class path. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        AppFolders folders = AppFolders.current();
        // First, because a program that is already running has loaded everything.
        OptionalInt handedOver = handOver(folders, arguments);
        System.exit(handedOver.orElseGet(() -> run(folders, arguments).code()));
    }

    private static OptionalInt handOver(AppFolders folders, String... arguments) {
        Optional<MeetingPlace> place = MeetingPlace.of(System.getenv(), System.getProperty("os.name", ""), folders);
        return place.isPresent()
                ? new Sender(place.get(), Sender.PATIENCE).send(Terminal.system(), arguments)
                : OptionalInt.empty();
    }

    private static ExitCode run(AppFolders folders, String... arguments) {
        Terminal terminal = Terminal.system();
        Toolkit toolkit = new Toolkit();
        boolean wanted = terminal.hasDisplay() && CommandKind.askForWindow(arguments);
        if (wanted) {
            // JavaFX takes as long to start as everything else that is done before a window can be shown.
            toolkit.start();
        }
        Logs.toFile();
        Texts texts = Texts.of(Locale.getDefault());
        Startup beginning = new Startup(folders, texts, toolkit);
        if (wanted) {
            beginning.prepare();
        }
        Window window = request -> beginning.open(request) ? ExitCode.OK : ExitCode.NO_DISPLAY;
        return new Commands(terminal, texts, window, database -> new SettingsFile(folders.config(), texts)
                        .load()
                        .settings()
                        .policiesOf(database))
                .run(arguments);
    }
}
