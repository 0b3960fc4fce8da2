package dev.concord.app;

import dev.concord.app.command.Commands;
import dev.concord.app.command.ExitCode;
import dev.concord.app.command.OpenRequest;
import dev.concord.app.command.Terminal;
import dev.concord.app.handover.MeetingPlace;
import dev.concord.app.handover.Receiver;
import dev.concord.app.settings.AppFolders;
import dev.concord.app.settings.Settings;
import dev.concord.app.settings.SettingsFile;
import dev.concord.app.settings.WindowPlace;
import dev.concord.app.task.Prefetch;
import dev.concord.app.task.Work;
import dev.concord.dialect.FaultText;
import dev.concord.ui.theme.Theme;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.stage.Stage;

/** The program: its windows, and what later starts of it ask for. FX thread only. */
final class Program {
    private static final System.Logger LOG = System.getLogger(Program.class.getName());

    private final AppFolders folders;
    private final Map<String, String> environment;
    private final ProgramState shared;
    private final SettingsFile.Loaded loaded;
    private final Runnable end;
    private final Work work = Work.threaded(this::broke);
    /** The one used last comes first. */
    private final List<Wiring> windows = new ArrayList<>();

    private Optional<Wiring> first = Optional.empty();
    private Optional<Receiver> receiver = Optional.empty();

    /**
     * @param environment the environment's variables
     * @param loaded the settings as they are kept
     * @param end run when the last window is closed
     */
    Program(
            AppFolders folders,
            Map<String, String> environment,
            ProgramState shared,
            SettingsFile.Loaded loaded,
            Runnable end) {
        this.folders = folders;
        this.environment = environment;
        this.shared = shared;
        this.loaded = loaded;
        this.end = end;
        shared.settings().set(loaded.settings());
    }

    /** The settings as they were read. On any thread. */
    Settings settings() {
        return loaded.settings();
    }

    /** Creates the first window with the size and dividers it had last time, before it is known what to show in it. */
    void prepare(Stage stage) {
        // Before the first control is made: JavaFX would load a look of its own for it.
        ReadOnlyObjectProperty<Theme> system = SystemTheme.ofThisComputer().theme();
        shared.theme()
                .bind(Bindings.createObjectBinding(
                        () -> shared.settings().get().theme().or(system.get()), shared.settings(), system));
        shared.theme().subscribe(WindowTheme::put);
        first = Optional.of(make(stage, shared.settings().get().window()));
    }

    /**
     * Shows the first window, and accepts the command lines of later starts from then on.
     *
     * @param look what is asked for, as it is found
     */
    void start(OpenRequest request, Prefetch<InitialView> look) {
        Wiring window = first.orElseThrow();
        window.open(request, look);
        if (!loaded.notice().isEmpty()) {
            window.tell(loaded.notice());
        }
        work.aside(this::receiver, taken -> taken.ifPresent(this::receive));
    }

    private void receive(Receiver ready) {
        if (windows.isEmpty()) {
            // The last window was closed meanwhile: a later start must open a window of its own.
            close(ready, () -> {});
        } else {
            receiver = Optional.of(ready);
            ready.listen();
        }
    }

    private Optional<Receiver> receiver() {
        return MeetingPlace.of(environment, System.getProperty("os.name", ""), folders)
                .flatMap(place -> Receiver.at(place, environment, work, this::run));
    }

    /** Runs the command line of a later start. Called in the background. */
    private ExitCode run(Terminal terminal, String... arguments) {
        Commands commands = new Commands(
                terminal,
                shared.texts(),
                request -> {
                    work.onFxThread(() -> open(request));
                    return ExitCode.OK;
                },
                database -> shared.file().load().settings().policiesOf(database));
        return commands.run(arguments);
    }

    /** Shows what is asked for, in the window the request names. */
    void open(OpenRequest request) {
        if (windows.isEmpty()) {
            // The connection of the program that asked was closed with the last window, so it opens a window of its
            // own.
            request.target().ifPresent(this::closeLater);
            return;
        }
        windows.stream()
                .filter(window -> !window.isLeaving())
                .findFirst()
                .ifPresentOrElse(front -> open(front, request), () -> beside(windows.getFirst(), request));
    }

    private void open(Wiring front, OpenRequest request) {
        switch (request.where()) {
            case FRONT -> front.window().raise();
            case NEW -> beside(front, request);
            case SAME -> {
                // A question that is being answered stays where it is.
                if (front.isFree()) {
                    front.show(request);
                } else {
                    beside(front, request);
                }
            }
        }
    }

    private void closeLater(OpenRequest.Target target) {
        work.aside(
                () -> {
                    target.database().close();
                    return target;
                },
                closed -> {});
    }

    private void beside(Wiring front, OpenRequest request) {
        MainWindow before = front.window();
        Wiring window = make(before.beside(), before.place());
        window.open(request);
    }

    private Wiring make(Stage stage, WindowPlace place) {
        WindowLanguage.put(shared.windowTexts());
        Wiring window = new Wiring(stage, shared);
        windows.addFirst(window);
        stage.focusedProperty().subscribe(focused -> {
            if (focused && windows.remove(window)) {
                windows.addFirst(window);
            }
        });
        stage.setOnHidden(hidden -> closed(window));
        window.prepare(place);
        return window;
    }

    private void closed(Wiring window) {
        windows.remove(window);
        if (windows.isEmpty()) {
            receiver.ifPresentOrElse(listening -> close(listening, end), end);
        }
    }

    private void close(Receiver listening, Runnable then) {
        listening.stop();
        work.aside(
                () -> {
                    listening.close();
                    return listening;
                },
                closed -> then.run());
    }

    private void broke(Throwable cause) {
        LOG.log(Level.ERROR, "A task failed: {0}", FaultText.of(cause));
        windows.stream().findFirst().ifPresent(window -> window.tellFault(cause));
    }
}
