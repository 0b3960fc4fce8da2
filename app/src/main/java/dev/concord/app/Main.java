package dev.concord.app;

import dev.concord.app.command.CommandKind;
import dev.concord.app.command.Commands;
import dev.concord.app.command.ExitCode;
import dev.concord.app.command.KeptForServing;
import dev.concord.app.command.Logs;
import dev.concord.app.command.Terminal;
import dev.concord.app.command.Window;
import dev.concord.app.gateway.ServedDatabase;
import dev.concord.app.gateway.atomic.AnswerFolder;
import dev.concord.app.gateway.atomic.KeptAnswers;
import dev.concord.app.handover.MeetingPlace;
import dev.concord.app.handover.Sender;
import dev.concord.app.journal.MergedWrites;
import dev.concord.app.settings.AppFolders;
import dev.concord.app.settings.Settings;
import dev.concord.app.settings.SettingsFile;
import dev.concord.app.task.ProgramEnd;
import dev.concord.app.task.Toolkit;
import dev.concord.journal.MergeJournal;
import dev.concord.ui.text.Texts;
import java.util.Locale;
import java.util.Locale.Category;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;

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
        // Where no window is asked for, no class of JavaFX is loaded: a server need not have it.
        Optional<Toolkit> toolkit = terminal.hasDisplay() && CommandKind.askForWindow(arguments)
                ? Optional.of(new Toolkit())
                : Optional.empty();
        // JavaFX takes as long to start as everything else that is done before a window can be shown.
        toolkit.ifPresent(Toolkit::start);
        Logs.toFile();
        Texts texts = Texts.of(Locale.getDefault(Category.DISPLAY), Locale.getDefault(Category.FORMAT));
        Optional<Startup> startup = toolkit.map(started -> new Startup(folders, texts, started));
        startup.ifPresent(Startup::prepare);
        Window window =
                request -> startup.isPresent() && startup.get().open(request) ? ExitCode.OK : ExitCode.NO_DISPLAY;
        Supplier<Settings> settings =
                () -> new SettingsFile(folders.config(), texts).load().settings();
        KeptForServing kept = (database, store) -> new ServedDatabase(
                MergedWrites.keptIn(new MergeJournal(folders.merges()), database.safeAddress(), store),
                settings.get().mergingOf(database),
                Optional.of(new KeptAnswers(new AnswerFolder(folders.answers()), database.safeAddress())));
        return new Commands(
                        terminal,
                        texts,
                        window,
                        database -> settings.get().policiesOf(database),
                        kept,
                        ProgramEnd::await)
                .run(arguments);
    }
}
