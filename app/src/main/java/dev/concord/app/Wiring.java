package dev.concord.app;

import dev.concord.agreement.GuardAgreement;
import dev.concord.app.command.OpenRequest;
import dev.concord.app.connect.ConnectModel;
import dev.concord.app.connect.OpenDatabase;
import dev.concord.app.connect.OpenFailureText;
import dev.concord.app.connect.Opening;
import dev.concord.app.gateway.ServedDatabase;
import dev.concord.app.gateway.atomic.KeptAnswers;
import dev.concord.app.journal.MergedWrites;
import dev.concord.app.layout.KeptLayouts;
import dev.concord.app.layout.LayoutMemory;
import dev.concord.app.place.OpenStore;
import dev.concord.app.question.Notice;
import dev.concord.app.question.QuestionQueue.Asked;
import dev.concord.app.recovery.OtherWorkModel;
import dev.concord.app.settings.Recent;
import dev.concord.app.settings.Settings;
import dev.concord.app.settings.WindowPlace;
import dev.concord.app.shell.ServingModel;
import dev.concord.app.shell.ShellModel;
import dev.concord.app.task.Job;
import dev.concord.app.task.Prefetch;
import dev.concord.app.task.Work;
import dev.concord.app.workspace.WorkspaceOwner;
import dev.concord.database.Database;
import dev.concord.database.DatabaseSettings;
import dev.concord.database.OpenOutcome;
import dev.concord.database.Secret;
import dev.concord.dialect.FaultText;
import dev.concord.dialect.SqlFaults;
import dev.concord.drafts.DraftFolder;
import dev.concord.drafts.DraftedDatabase;
import dev.concord.merge.Merging;
import dev.concord.store.BatchPolicy;
import dev.concord.ui.text.Texts;
import dev.concord.version.Policies;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.stage.Stage;

/** One window of the program: every part made by hand and connected here. FX thread only. */
final class Wiring {
    private static final System.Logger LOG = System.getLogger(Wiring.class.getName());

    private final Stage stage;
    private final ProgramState shared;
    private final Texts texts;
    private final Work work = Work.threaded(this::broke);
    private final ShellModel shell;
    private final OtherWorkModel others;
    private final MainWindow window;
    private OpenRequest request = OpenRequest.SAMPLE;
    private Optional<OpenDatabase> open = Optional.empty();
    /** The databases that are open, by identity, each with what may serve it. */
    private final IdentityHashMap<Database, Serving> gateways = new IdentityHashMap<>();

    private boolean leaving;

    Wiring(Stage stage, ProgramState shared) {
        this.stage = stage;
        this.shared = shared;
        this.texts = shared.windowTexts();
        this.shell = new ShellModel(work, texts);
        this.others = new OtherWorkModel(shared.drafts(), work, texts, this::openOther);
        shell.offerOthers(others);
        this.window = new MainWindow(stage, shared, shell, work, texts);
    }

    /** Makes the window without showing it yet: what is to be in it may be there before anybody sees it empty. */
    void prepare(WindowPlace place) {
        window.make(place, this::connect, this::close);
    }

    /** Shows the window with what is asked for, or without it where that takes its time. */
    void open(OpenRequest asked) {
        open(asked, Prefetch.of(() -> InitialView.of(asked, this::settings, shared.sample())));
    }

    /** Shows the window with what is asked for, which is being looked at already. */
    void open(OpenRequest asked, Prefetch<InitialView> look) {
        request = asked;
        Job opening = work.read(
                texts.get("app.job.opening"),
                look::get,
                arrival -> arrived(arrival, asked.key()),
                InitialView::putAway);
        appearWhenSlow(opening);
    }

    private void arrived(InitialView arrival, Optional<String> key) {
        switch (arrival) {
            case InitialView.Seen seen -> {
                // The window is made while the rows are read, and shown with them in it.
                show(
                        seen.database(),
                        (store, owner) -> appearAfter(shell.show(store, seen.look(), seen.table(), key, owner)));
                rememberOpened(seen.database());
            }
            case InitialView.Failed(OpenOutcome.Failed why) -> tell(OpenFailureText.of(why, texts));
        }
    }

    /** Nobody waits long for a window, even where there is nothing to be seen in it yet. */
    private void appearWhenSlow(Job job) {
        job.slow().subscribe(slow -> {
            if (slow) {
                window.appear();
            }
        });
    }

    private void appearAfter(Job reading) {
        appearWhenSlow(reading);
        reading.state().subscribe(state -> {
            if (state != Job.State.RUNNING) {
                window.appear();
            }
        });
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
        return open.isPresent() && shell.isFree();
    }

    /** Shows something else, if the user agrees to leave unsaved records. */
    void show(OpenRequest other) {
        window.raise();
        shell.leave(() -> open(other), () -> other.target()
                .map(OpenRequest.Target::database)
                .ifPresent(unwanted -> closeLater(unwanted.label(), unwanted)));
    }

    private Settings settings() {
        return shared.settings().get();
    }

    private Policies policiesOf(DatabaseSettings database) {
        return request.guarding().over(settings().policiesOf(database));
    }

    private void rememberOpened(OpenDatabase database) {
        if (!database.sample()) {
            Recent recent = Recent.of(database.settings());
            shared.remember(work, s -> s.withRecent(recent));
        }
    }

    private void show(OpenDatabase database, Optional<String> table) {
        show(database, (store, owner) -> shell.show(store, table, Optional.empty(), owner));
    }

    private void show(OpenDatabase asked, BiConsumer<OpenStore, WorkspaceOwner> into) {
        // The sample was opened before it was known in which language its window is.
        OpenDatabase database = asked.sample() ? asked.asSample(texts.get("connect.sample")) : asked;
        // Before the workspace shown is closed: it releases its database, which may be the one that is shown again.
        open = Optional.of(database);
        database.database().whenReplaced(() -> work.onFxThread(() -> offerNewFile(database)));
        stage.setTitle(texts.get("app.title", database.label()));
        OpenStore store = new OpenStore(
                MergedWrites.keptIn(shared.journal(), database.label(), database.store()),
                () -> settings().mergingOf(database.settings()),
                new GuardAgreement(database.database()),
                database.label(),
                database.settings().user(),
                database.sample(),
                drafts(database));
        into.accept(store, ownerOf(database));
        offerServing(database, store);
        boolean readOnly = database.settings().readOnly();
        shell.offerEditing(readOnly ? Optional.of(() -> allowEditing(database)) : Optional.empty());
        others.opened();
    }

    /** A database that is shown again is served as before. */
    private void offerServing(OpenDatabase database, OpenStore store) {
        shell.offerServing(gateways.computeIfAbsent(database.database(), _ -> serving(database, store))
                .model());
    }

    private Serving serving(OpenDatabase database, OpenStore store) {
        KeptAnswers answers =
                new KeptAnswers(shared.answers(), database.settings().safeAddress());
        WindowGateway gateway =
                new WindowGateway(() -> new ServedDatabase(store.writes(), store.merging(), Optional.of(answers)));
        return new Serving(gateway, new ServingModel(gateway, work, texts, shell::say, Wiring::copy));
    }

    private record Serving(WindowGateway gateway, ServingModel model) {}

    private static void copy(String text) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }

    private Optional<DraftFolder> drafts(OpenDatabase database) {
        DatabaseSettings settings = database.settings();
        return database.database().identity().map(identity -> shared.drafts()
                .of(new DraftedDatabase(identity, database.label(), settings.safeAddress(), settings.user())));
    }

    private WorkspaceOwner ownerOf(OpenDatabase database) {
        return new WorkspaceOwner() {
            @Override
            public void confirmed(Policies policies, Merging merging) {
                Wiring.this.confirmed(database, policies, merging);
            }

            @Override
            public Optional<BatchPolicy> savingPolicy() {
                return settings().saving();
            }

            @Override
            public void savingBy(BatchPolicy chosen) {
                shared.remember(work, known -> known.withSaving(chosen));
            }

            @Override
            public LayoutMemory layouts() {
                return new KeptLayouts(
                        database.settings().safeAddress(),
                        () -> settings().layouts(),
                        change -> shared.remember(work, known -> known.withLayouts(change.apply(known.layouts()))));
            }

            @Override
            public void released() {
                if (!shows(database)) {
                    closeLater(database.label(), database.database());
                }
            }
        };
    }

    private void confirmed(OpenDatabase database, Policies policies, Merging merging) {
        shared.remember(work, known -> {
            Settings confirmed = known.withMerging(database.settings(), merging);
            for (var table : policies.byTable().entrySet()) {
                confirmed = confirmed.withPolicy(database.settings(), table.getKey(), table.getValue());
            }
            return confirmed;
        });
        database.store().guardBy(policies);
        shell.rulesChanged();
    }

    private void allowEditing(OpenDatabase database) {
        Opening opening = new Opening(this::policiesOf, shared.guard());
        String title = texts.get("app.job.editing", database.label());
        work.read(title, () -> opening.forEditing(database), this::reopened, Opening.Result::putAway);
    }

    /** The file of the database shown is not the one that was opened any more. */
    private void offerNewFile(OpenDatabase old) {
        if (shows(old)) {
            shell.say(new Notice(
                    texts.get("shell.replaced", old.label()),
                    List.of(new Notice.Offer(texts.get("shell.replaced.open"), () -> openNewFile(old)))));
        }
    }

    private boolean shows(OpenDatabase database) {
        return open.filter(shown -> shown.database() == database.database()).isPresent();
    }

    private void openNewFile(OpenDatabase old) {
        Opening opening = new Opening(this::policiesOf, shared.guard());
        work.read(
                texts.get("app.job.opening"),
                () -> opening.replaced(old),
                result -> {
                    switch (result) {
                        case Opening.Opened opened -> show(opened.open(), shell::showAgain);
                        case Opening.Failed failed -> {
                            shell.tell(OpenFailureText.of(failed.why(), texts));
                            offerNewFile(old);
                        }
                        case Opening.Tested _ -> throw new IllegalStateException("Opened, not tested");
                    }
                },
                Opening.Result::putAway);
    }

    private void reopened(Opening.Result result) {
        switch (result) {
            case Opening.Opened opened -> {
                show(opened.open(), shell.table());
                rememberOpened(opened.open());
            }
            case Opening.Failed failed -> shell.tell(OpenFailureText.of(failed.why(), texts));
            case Opening.Tested tested -> throw new IllegalStateException("Opened, not tested");
        }
    }

    /** Asks about unsaved records first: afterwards there is an open database that must not be forgotten. */
    private void connect() {
        shell.leave(() -> shell.askDatabase(this::askDatabase));
    }

    /** Opens a database with unsaved work as one that was opened before. */
    private void openOther(DraftedDatabase database) {
        if (shared.sample().isAt(database.address())) {
            shell.leave(() -> open(OpenRequest.SAMPLE));
            return;
        }
        DatabaseSettings settings = new DatabaseSettings(database.address(), database.user(), Secret.NONE, false);
        shell.leave(() -> shell.askDatabase(asked -> {
                    ConnectModel model = askDatabase(asked);
                    model.choose(settings);
                    return model;
                })
                .openWithoutPassword());
    }

    private ConnectModel askDatabase(Asked asked) {
        return new ConnectModel(
                new Opening(this::policiesOf, shared.guard()),
                settings().recents().stream().map(Recent::toOpen).toList(),
                work,
                texts,
                new ConnectModel.Listener() {
                    @Override
                    public void opened(OpenDatabase database) {
                        asked.answered();
                        show(database, Optional.empty());
                        rememberOpened(database);
                    }

                    @Override
                    public void cancelled() {
                        asked.answered();
                    }
                });
    }

    private void closeLater(String label, Database old) {
        Optional<Serving> serving = Optional.ofNullable(gateways.remove(old));
        work.write(
                texts.get("app.job.close", label),
                () -> {
                    serving.map(Serving::gateway).ifPresent(WindowGateway::stop);
                    old.close();
                    return old;
                },
                closed -> {});
    }

    private void close() {
        WindowPlace place = window.place();
        leaving = true;
        open = Optional.empty();
        work.abandonReads();
        shell.close();
        work.write(texts.get("app.job.leaving"), () -> keep(place), kept -> {});
        // The database is closed by then, also where something failed meanwhile.
        work.whenIdle(stage::hide);
    }

    private WindowPlace keep(WindowPlace place) {
        try {
            shared.file().update(s -> s.withWindow(place));
        } catch (IOException | RuntimeException e) {
            LOG.log(Level.WARNING, "The position of the window could not be saved: {0}", FaultText.of(e));
        }
        return place;
    }

    /** Tells the user one sentence, in the window it concerns: a dialog needs one that is there. */
    void tell(String sentence) {
        window.appear();
        shell.tell(sentence);
    }

    void tellFault(Throwable cause) {
        shell.broke(cause);
    }

    private void broke(Throwable cause) {
        LOG.log(Level.ERROR, "A task failed: {0}", FaultText.of(cause));
        if (SqlFaults.isOfReplacedFile(cause)) {
            // The window has offered to open the new file already.
            return;
        }
        window.appear();
        tellFault(cause);
    }
}
