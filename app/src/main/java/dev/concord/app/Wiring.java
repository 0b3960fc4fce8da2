package dev.concord.app;

import dev.concord.app.command.OpenRequest;
import dev.concord.app.connect.ConnectModel;
import dev.concord.app.connect.FailureText;
import dev.concord.app.connect.OpenDatabase;
import dev.concord.app.connect.Opening;
import dev.concord.app.connect.SampleDatabase;
import dev.concord.app.journal.MergedWrites;
import dev.concord.app.settings.Recent;
import dev.concord.app.settings.Settings;
import dev.concord.app.settings.WindowPlace;
import dev.concord.app.shell.OpenStore;
import dev.concord.app.shell.ShellModel;
import dev.concord.app.task.Work;
import dev.concord.database.Database;
import dev.concord.database.DatabaseSettings;
import dev.concord.merge.Merging;
import dev.concord.ui.text.Texts;
import dev.concord.version.Policies;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.Optional;
import javafx.stage.Stage;

/** One window of the program: every part made by hand and connected here. FX thread only. */
final class Wiring {
    private static final System.Logger LOG = System.getLogger(Wiring.class.getName());

    private final Stage stage;
    private final Shared shared;
    private final Texts texts;
    private final Work work = Work.threaded(this::broke);
    private final ShellModel shell;
    private final MainWindow window;
    private OpenRequest request;
    private Optional<OpenDatabase> open = Optional.empty();
    private boolean leaving;

    Wiring(Stage stage, Shared shared, OpenRequest request) {
        this.stage = stage;
        this.shared = shared;
        this.texts = shared.texts();
        this.shell = new ShellModel(work, texts);
        this.window = new MainWindow(stage, shared, shell, work);
        this.request = request;
    }

    /** Shows the window at once; what is in it follows in the background. */
    void start(WindowPlace place) {
        window.show(place, this::connect, this::close);
        openRequested();
    }

    MainWindow window() {
        return window;
    }

    /** Whether the window is about to close, and cannot be kept from it any more. */
    boolean isLeaving() {
        return leaving;
    }

    /** Whether the window can be asked to show something else, with nothing being opened, saved or answered in it. */
    boolean isFree() {
        return open.isPresent() && shell.isFree() && !window.hasDialog();
    }

    /** Shows something else, if the user agrees to leave unsaved records. */
    void show(OpenRequest other) {
        window.raise();
        shell.leave(
                () -> {
                    request = other;
                    openRequested();
                },
                () -> other.target()
                        .map(OpenRequest.Target::database)
                        .ifPresent(unwanted -> closeLater(unwanted.label(), unwanted)));
    }

    private void openRequested() {
        Opening opening = new Opening(this::policiesOf);
        request.target()
                .ifPresentOrElse(
                        target -> showRequested(opening.adopt(target.database(), target.settings())),
                        () -> work.read(texts.get("app.job.sample"), shared.sample()::open, this::showSample));
    }

    private Settings settings() {
        return shared.settings().get();
    }

    private Policies policiesOf(DatabaseSettings database) {
        return request.guarding().over(settings().policiesOf(database));
    }

    private void showSample(Opening.Result result) {
        switch (result) {
            case Opening.Opened opened ->
                showRequested(opened.open()
                        .guardedBy(request.guarding().over(opened.open().policies())));
            case Opening.Failed failed -> shell.tell(FailureText.of(failed.why(), texts));
            case Opening.Tested tested -> throw new IllegalStateException("The sample is opened, not tested");
        }
    }

    private void showRequested(OpenDatabase database) {
        Optional<String> first = database.sample() ? SampleDatabase.FIRST_TABLE : Optional.empty();
        show(database, request.table().or(() -> first), request.key());
        rememberOpened(database);
    }

    private void rememberOpened(OpenDatabase database) {
        if (!database.sample()) {
            shared.remember(work, s -> s.withRecent(Recent.of(database.settings())));
        }
    }

    private void show(OpenDatabase database, Optional<String> table, Optional<String> key) {
        Optional<OpenDatabase> before = open.filter(old -> old.database() != database.database());
        before.ifPresent(old -> work.abandonReads());
        open = Optional.of(database);
        stage.setTitle(texts.get("app.title", database.label()));
        OpenStore store = new OpenStore(
                MergedWrites.keptIn(shared.journal(), database.label(), database.store()),
                database.policies(),
                settings().mergingOf(database.settings()),
                database.label(),
                database.settings().user(),
                database.sample());
        shell.show(store, table, key, (policies, merging) -> confirmed(database, policies, merging));
        boolean readOnly = database.settings().readOnly();
        shell.offerEditing(readOnly ? Optional.of(() -> allowEditing(database)) : Optional.empty());
        before.ifPresent(old -> closeLater(old.label(), old.database()));
    }

    private void confirmed(OpenDatabase database, Policies policies, Merging merging) {
        shared.remember(work, known -> {
            Settings confirmed = known.withMerging(database.settings(), merging);
            for (var table : policies.byTable().entrySet()) {
                confirmed = confirmed.withPolicy(database.settings(), table.getKey(), table.getValue());
            }
            return confirmed;
        });
        show(database.guardedBy(policies), shell.table(), Optional.empty());
    }

    private void allowEditing(OpenDatabase database) {
        Opening opening = new Opening(this::policiesOf);
        work.read(texts.get("app.job.editing", database.label()), () -> opening.forEditing(database), result -> {
            switch (result) {
                case Opening.Opened opened -> {
                    show(opened.open(), shell.table(), Optional.empty());
                    rememberOpened(opened.open());
                }
                case Opening.Failed failed -> shell.tell(FailureText.of(failed.why(), texts));
                case Opening.Tested tested -> throw new IllegalStateException("Opened, not tested");
            }
        });
    }

    /** Asks about unsaved records first: afterwards there is an open database that must not be forgotten. */
    private void connect() {
        shell.leave(this::askWhere);
    }

    private void askWhere() {
        ConnectWindow asking = new ConnectWindow(stage, texts);
        asking.show(new ConnectModel(
                new Opening(this::policiesOf),
                settings().recents().stream().map(Recent::toOpen).toList(),
                work,
                texts,
                new ConnectModel.Listener() {
                    @Override
                    public void opened(OpenDatabase database) {
                        asking.close();
                        show(database, Optional.empty(), Optional.empty());
                        rememberOpened(database);
                    }

                    @Override
                    public void cancelled() {
                        asking.close();
                    }
                }));
    }

    private void closeLater(String label, Database old) {
        work.write(
                texts.get("app.job.close", label),
                () -> {
                    old.close();
                    return old;
                },
                closed -> {});
    }

    private void close() {
        WindowPlace place = window.place();
        Optional<OpenDatabase> last = open;
        leaving = true;
        work.abandonReads();
        work.write(texts.get("app.job.leaving"), () -> end(place, last), ended -> stage.hide());
    }

    /** Whatever goes wrong with the settings, the window closes. */
    private Optional<OpenDatabase> end(WindowPlace place, Optional<OpenDatabase> last) {
        try {
            shared.file().update(s -> s.withWindow(place));
        } catch (IOException e) {
            LOG.log(Level.WARNING, "The window's place could not be kept", e);
        }
        last.ifPresent(OpenDatabase::close);
        return last;
    }

    void tell(String sentence) {
        shell.tell(sentence);
    }

    void tellFault(Throwable cause) {
        shell.broke(cause);
    }

    private void broke(Throwable cause) {
        LOG.log(Level.ERROR, "A task failed: {0}", FaultText.of(cause));
        tellFault(cause);
    }
}
