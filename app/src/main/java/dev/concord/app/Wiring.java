package dev.concord.app;

import dev.concord.app.command.OpenRequest;
import dev.concord.app.connect.ConnectModel;
import dev.concord.app.connect.FailureText;
import dev.concord.app.connect.OpenDatabase;
import dev.concord.app.connect.Opening;
import dev.concord.app.connect.SampleDatabase;
import dev.concord.app.journal.MergedWrites;
import dev.concord.app.settings.AppFolders;
import dev.concord.app.settings.Recent;
import dev.concord.app.settings.Settings;
import dev.concord.app.settings.SettingsFile;
import dev.concord.app.settings.WindowPlace;
import dev.concord.app.shell.OpenStore;
import dev.concord.app.shell.ShellModel;
import dev.concord.app.shell.ShellView;
import dev.concord.app.task.Work;
import dev.concord.database.DatabaseSettings;
import dev.concord.drafts.MergeJournal;
import dev.concord.merge.Merging;
import dev.concord.ui.icon.AppIcon;
import dev.concord.ui.text.Texts;
import dev.concord.ui.theme.Theme;
import dev.concord.version.Policies;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.stage.Stage;

/** The program: every part made by hand and connected here. FX thread only. */
final class Wiring {
    private static final double LEAST_WIDTH = 900;
    private static final double LEAST_HEIGHT = 600;
    private static final System.Logger LOG = System.getLogger(Wiring.class.getName());

    private final Stage stage;
    private final OpenRequest request;
    private final Texts texts = Texts.of(Locale.getDefault());
    private final Work work = Work.threaded(this::broke);
    private final ShellModel shell = new ShellModel(work, texts);
    private final SettingsFile settingsFile;
    private final SampleDatabase sample;
    private final MergeJournal journal;
    private Settings settings = Settings.DEFAULT;
    private Optional<OpenDatabase> open = Optional.empty();

    Wiring(Stage stage, AppFolders folders, OpenRequest request) {
        this.stage = stage;
        this.request = request;
        this.settingsFile = new SettingsFile(folders.config(), texts);
        this.sample = new SampleDatabase(folders.data(), texts);
        this.journal = new MergeJournal(folders.merges());
    }

    /** Shows the window as soon as it is known how it was left; everything else follows in the background. */
    void start() {
        work.read(texts.get("app.job.settings"), settingsFile::load, loaded -> {
            settings = loaded.settings();
            showWindow();
            shell.tell(loaded.notice());
            openFirst();
        });
    }

    private void showWindow() {
        WindowPlace place = settings.window();
        shell.theme().set(settings.theme());
        shell.dividers().set(place.dividers());
        ShellView view = new ShellView(shell, work, texts, stage, this::connect);
        Scene scene = new Scene(view.root(), place.width(), place.height());
        view.installKeys(this::connect);
        shell.theme().subscribe(theme -> dress(scene, theme));
        shell.theme().subscribe((was, theme) -> remember(s -> s.withTheme(theme)));
        stage.setScene(scene);
        stage.setTitle(texts.get("app.name"));
        stage.getIcons().setAll(AppIcon.images());
        stage.setMinWidth(LEAST_WIDTH);
        stage.setMinHeight(LEAST_HEIGHT);
        stage.setMaximized(place.maximized());
        stage.setOnCloseRequest(event -> {
            event.consume();
            shell.leave(this::close);
        });
        stage.show();
    }

    private static void dress(Scene scene, Theme theme) {
        Application.setUserAgentStylesheet(theme.userAgentStylesheet());
        scene.getStylesheets().setAll(theme.stylesheets());
    }

    private void openFirst() {
        Opening opening = new Opening(this::policiesOf);
        request.target()
                .ifPresentOrElse(
                        target -> show(opening.adopt(target.database(), target.settings())),
                        () -> work.read(texts.get("app.job.sample"), sample::open, this::showSample));
    }

    private Policies policiesOf(DatabaseSettings database) {
        return request.guarding().over(settings.policiesOf(database));
    }

    private void showSample(Opening.Result result) {
        switch (result) {
            case Opening.Opened opened ->
                show(opened.open()
                        .guardedBy(request.guarding().over(opened.open().policies())));
            case Opening.Failed failed -> shell.tell(FailureText.of(failed.why(), texts));
            case Opening.Tested tested -> throw new IllegalStateException("The sample is opened, not tested");
        }
    }

    private void show(OpenDatabase database) {
        boolean first = open.isEmpty();
        Optional<String> table = first ? request.table() : Optional.empty();
        show(database, table.or(() -> first && database.sample() ? SampleDatabase.FIRST_TABLE : Optional.empty()));
        if (!database.sample()) {
            remember(s -> s.withRecent(Recent.of(database.settings())));
        }
    }

    private void show(OpenDatabase database, Optional<String> table) {
        Optional<OpenDatabase> before = open.filter(old -> old.database() != database.database());
        Optional<String> key = open.isEmpty() ? request.key() : Optional.empty();
        open = Optional.of(database);
        stage.setTitle(texts.get("app.title", database.label()));
        OpenStore store = new OpenStore(
                MergedWrites.keptIn(journal, database.label(), database.store()),
                database.policies(),
                settings.mergingOf(database.settings()),
                database.label(),
                database.settings().user(),
                database.sample());
        shell.show(store, table, key, (policies, merging) -> confirmed(database, policies, merging));
        boolean readOnly = database.settings().readOnly();
        shell.offerEditing(readOnly ? Optional.of(() -> allowEditing(database)) : Optional.empty());
        before.ifPresent(this::closeLater);
    }

    private void confirmed(OpenDatabase database, Policies policies, Merging merging) {
        remember(known -> {
            Settings confirmed = known.withMerging(database.settings(), merging);
            for (var table : policies.byTable().entrySet()) {
                confirmed = confirmed.withPolicy(database.settings(), table.getKey(), table.getValue());
            }
            return confirmed;
        });
        show(database.guardedBy(policies), shell.table());
    }

    private void allowEditing(OpenDatabase database) {
        Opening opening = new Opening(this::policiesOf);
        work.read(texts.get("app.job.editing", database.label()), () -> opening.forEditing(database), result -> {
            switch (result) {
                case Opening.Opened opened -> {
                    show(opened.open(), shell.table());
                    remember(s -> s.withRecent(Recent.of(opened.open().settings())));
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
        ConnectWindow window = new ConnectWindow(stage, texts);
        window.show(new ConnectModel(
                new Opening(this::policiesOf),
                settings.recents().stream().map(Recent::toOpen).toList(),
                work,
                texts,
                new ConnectModel.Listener() {
                    @Override
                    public void opened(OpenDatabase database) {
                        window.close();
                        show(database);
                    }

                    @Override
                    public void cancelled() {
                        window.close();
                    }
                }));
    }

    private void remember(UnaryOperator<Settings> change) {
        settings = change.apply(settings);
        work.write(texts.get("app.job.settings"), () -> settingsFile.update(change), saved -> {});
    }

    private void closeLater(OpenDatabase old) {
        work.write(
                texts.get("app.job.close", old.label()),
                () -> {
                    old.close();
                    return old;
                },
                closed -> {});
    }

    private void close() {
        WindowPlace before = settings.window();
        boolean maximized = stage.isMaximized();
        double width = maximized ? before.width() : stage.getScene().getWidth();
        double height = maximized ? before.height() : stage.getScene().getHeight();
        WindowPlace place =
                new WindowPlace(width, height, maximized, shell.dividers().get());
        Optional<OpenDatabase> last = open;
        work.write(texts.get("app.job.leaving"), () -> end(place, last), ended -> stage.hide());
    }

    /** Whatever goes wrong with the settings, the window closes. */
    private Optional<OpenDatabase> end(WindowPlace place, Optional<OpenDatabase> last) {
        try {
            settingsFile.update(s -> s.withWindow(place));
        } catch (IOException e) {
            LOG.log(Level.WARNING, "The window's place could not be kept", e);
        }
        last.ifPresent(OpenDatabase::close);
        return last;
    }

    private void broke(Throwable cause) {
        LOG.log(Level.ERROR, "A task failed: {0}", FaultText.of(cause));
        shell.broke(cause);
    }
}
