package dev.concord.app;

import dev.concord.app.command.OpenRequest;
import dev.concord.app.connect.ConnectModel;
import dev.concord.app.connect.OpenDatabase;
import dev.concord.app.connect.Opening;
import dev.concord.app.connect.SampleDatabase;
import dev.concord.app.settings.AppFolders;
import dev.concord.app.settings.Recent;
import dev.concord.app.settings.Settings;
import dev.concord.app.settings.SettingsFile;
import dev.concord.app.shell.ShellModel;
import dev.concord.app.shell.ShellView;
import dev.concord.app.task.Work;
import dev.concord.database.DatabaseSettings;
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
    private static final System.Logger LOG = System.getLogger(Wiring.class.getName());

    private final Stage stage;
    private final OpenRequest request;
    private final Texts texts = Texts.of(Locale.getDefault());
    private final Work work = Work.threaded(this::broke);
    private final ShellModel shell = new ShellModel(work, texts);
    private final SettingsFile settingsFile;
    private final SampleDatabase sample;
    private Settings settings = Settings.DEFAULT;
    private Optional<OpenDatabase> open = Optional.empty();

    Wiring(Stage stage, AppFolders folders, OpenRequest request) {
        this.stage = stage;
        this.request = request;
        this.settingsFile = new SettingsFile(folders.config(), texts);
        this.sample = new SampleDatabase(folders.data(), texts);
    }

    /** Shows the window at once; everything else follows in the background. */
    void start() {
        ShellView view = new ShellView(shell, work, texts, stage, this::connect);
        Scene scene = new Scene(
                view.root(), settings.window().width(), settings.window().height());
        view.installKeys(this::connect);
        shell.theme().subscribe(theme -> dress(scene, theme));
        stage.setScene(scene);
        stage.setTitle(texts.get("app.name"));
        stage.setMinWidth(900);
        stage.setMinHeight(600);
        stage.setOnCloseRequest(event -> {
            event.consume();
            shell.leave(this::close);
        });
        stage.show();
        work.read(texts.get("app.job.settings"), settingsFile::load, loaded -> {
            settings = loaded.settings();
            shell.theme().set(settings.theme());
            shell.theme().subscribe((was, theme) -> remember(s -> s.withTheme(theme)));
            openFirst();
        });
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
            case Opening.Failed failed ->
                shell.broke(new IOException(failed.why().detail()));
            case Opening.Tested tested -> throw new IllegalStateException("The sample is opened, not tested");
        }
    }

    private void show(OpenDatabase database) {
        Optional<OpenDatabase> before = open.filter(old -> old.database() != database.database());
        open = Optional.of(database);
        stage.setTitle(texts.get("app.title", database.label()));
        shell.show(
                database.store(),
                database.policies(),
                database.label(),
                database.sample(),
                before.isEmpty() ? request.table() : Optional.empty(),
                before.isEmpty() ? request.key() : Optional.empty(),
                policies -> confirmed(database, policies));
        before.ifPresent(this::closeLater);
        if (!database.sample()) {
            remember(s -> s.withRecent(Recent.of(database.settings())));
        }
    }

    private void confirmed(OpenDatabase database, Policies policies) {
        policies.byTable().forEach((table, policy) -> remember(s -> s.withPolicy(database.settings(), table, policy)));
        show(database.guardedBy(policies));
    }

    private void connect() {
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
                        shell.leave(() -> show(database));
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
        stage.hide();
        open.ifPresent(OpenDatabase::close);
    }

    private void broke(Throwable cause) {
        LOG.log(Level.ERROR, "A task failed", cause);
        shell.broke(cause);
    }
}
