package dev.concord.app;

import dev.concord.app.command.OpenRequest;
import dev.concord.app.settings.AppFolders;
import dev.concord.app.task.Prefetch;
import dev.concord.app.task.Toolkit;
import dev.concord.ui.text.Texts;
import java.util.Optional;
import javafx.stage.Stage;

/**
 * Starts the program, from the command line to the first window. JavaFX is started, the settings are read and the
 * database is opened at the same time, each as soon as it is known to be needed. Main thread only.
 */
final class Startup {
    private final AppFolders folders;
    private final ProgramState shared;
    private final Toolkit toolkit;
    private Optional<Prefetch<Program>> program = Optional.empty();

    Startup(AppFolders folders, Texts texts, Toolkit toolkit) {
        this.folders = folders;
        this.shared = ProgramState.in(folders, texts);
        this.toolkit = toolkit;
    }

    /** Starts to create a window before its contents are known. */
    void prepare() {
        if (program.isEmpty()) {
            toolkit.start();
            Prefetch<Program> made = Prefetch.of(this::program);
            toolkit.whenStarted(made, it -> it.prepare(new Stage()));
            program = Optional.of(made);
        }
    }

    /**
     * Shows the database requested and returns when the last window is closed.
     *
     * @return false when there is no display to show it on
     */
    boolean open(OpenRequest request) {
        prepare();
        Prefetch<Program> made = program.orElseThrow();
        Prefetch<InitialView> look =
                Prefetch.of(() -> InitialView.of(request, () -> made.get().settings(), shared.sample()));
        return toolkit.run(made, it -> it.start(request, look));
    }

    private Program program() {
        return new Program(folders, System.getenv(), shared, shared.file().load(), toolkit::end);
    }
}
