package dev.concord.app;

import dev.concord.app.command.OpenRequest;
import dev.concord.app.settings.AppFolders;
import dev.concord.app.task.Ahead;
import dev.concord.app.task.Toolkit;
import dev.concord.ui.text.Texts;
import java.util.Optional;
import javafx.stage.Stage;

/**
 * From the command line to the first window. JavaFX starts, the settings are read and the database is opened at the same
 * time, each as soon as it is known to be wanted. For the thread the program was started on.
 */
final class Beginning {
    private final AppFolders folders;
    private final Shared shared;
    private final Toolkit toolkit;
    private Optional<Ahead<Program>> program = Optional.empty();

    Beginning(AppFolders folders, Texts texts, Toolkit toolkit) {
        this.folders = folders;
        this.shared = Shared.in(folders, texts);
        this.toolkit = toolkit;
    }

    /** Begins to make a window, before it is known what it is to show. */
    void prepare() {
        if (program.isEmpty()) {
            toolkit.start();
            Ahead<Program> made = Ahead.of(this::program);
            toolkit.whenStarted(made, it -> it.prepare(new Stage()));
            program = Optional.of(made);
        }
    }

    /**
     * Shows what is asked for and returns when the last window is closed.
     *
     * @return false when there is no display to show it on
     */
    boolean open(OpenRequest request) {
        prepare();
        Ahead<Program> made = program.orElseThrow();
        Ahead<Arrival> look =
                Ahead.of(() -> Arrival.of(request, () -> made.get().settings(), shared.sample()));
        return toolkit.run(made, it -> it.start(request, look));
    }

    private Program program() {
        return new Program(folders, System.getenv(), shared, shared.file().load(), toolkit::end);
    }
}
