package dev.concord.app.shell;

import dev.concord.agreement.GuardAgreement;
import dev.concord.app.FxThreadGuard;
import dev.concord.app.connect.SampleDatabase;
import dev.concord.app.journal.MergedWrites;
import dev.concord.app.place.OpenStore;
import dev.concord.app.task.Work;
import dev.concord.app.workspace.WorkspaceOwner;
import dev.concord.catalog.Catalog;
import dev.concord.catalog.TableId;
import dev.concord.database.Database;
import dev.concord.database.DatabaseOpener;
import dev.concord.database.DatabaseSettings;
import dev.concord.database.OpenOutcome;
import dev.concord.database.Scripts;
import dev.concord.drafts.DraftFolder;
import dev.concord.journal.MergeJournal;
import dev.concord.merge.ColumnRule;
import dev.concord.merge.ColumnRule.Adding;
import dev.concord.merge.ColumnRule.Form;
import dev.concord.merge.MergeRules;
import dev.concord.merge.Merging;
import dev.concord.outcome.Outcome;
import dev.concord.record.Draft;
import dev.concord.record.RecordKey;
import dev.concord.record.Row;
import dev.concord.record.Snapshot;
import dev.concord.record.Value;
import dev.concord.store.BatchPolicy;
import dev.concord.store.RecordStore;
import dev.concord.testing.Engine;
import dev.concord.ui.sample.SampleScripts;
import dev.concord.ui.text.Texts;
import dev.concord.ui.theme.Theme;
import dev.concord.version.Policies;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.function.Function;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.stage.Stage;

/** The sample database in memory, the window's model over it, and a colleague who works on the same rows. */
public final class Office implements AutoCloseable {
    public static final Texts TEXTS = Texts.of(Locale.UK);
    public static final RecordKey CUSTOMER =
            new RecordKey(new TableId("PUBLIC", "customer"), Row.of("id", Value.of(1017)));

    public static final RecordKey PRODUCT = new RecordKey(new TableId("PUBLIC", "product"), Row.of("id", Value.of(5)));

    /** What is in stock is counted: what each of two people took out of it is to be taken out. */
    private static final Merging MERGING = Merging.DEFAULT.with(
            PRODUCT.table(),
            MergeRules.DEFAULT.with("stock", ColumnRule.of(Form.WHOLE).adding(Adding.OFFERED)));

    private static int offices;

    final List<Throwable> faults = new ArrayList<>();
    final Database database;
    private final FxThreadGuard guard = new FxThreadGuard();
    public final RecordStore store;
    private final MergedWrites writes;
    private Optional<DraftFolder> drafts = Optional.empty();
    private Merging merging = MERGING;

    public Office() {
        this(MergedWrites::unkept);
    }

    /** An office where merges are kept. */
    public Office(MergeJournal journal) {
        this(store -> MergedWrites.keptIn(journal, "Office", store));
    }

    /** An office with a server. */
    static Office onPostgres() {
        try (Office sample = new Office()) {
            Office office = new Office(Engine.POSTGRESQL.freshDatabase(), MergedWrites::unkept);
            SampleOnPostgres.copy(sample.database, office.database);
            return office;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private Office(Function<RecordStore, MergedWrites> way) {
        this(DatabaseSettings.of("jdbc:h2:mem:office" + ++offices), way);
        try {
            Scripts.run(database, SampleScripts.inOrder());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private Office(DatabaseSettings settings, Function<RecordStore, MergedWrites> way) {
        database = ((OpenOutcome.Opened) DatabaseOpener.open(settings, guard)).database();
        store = new RecordStore(database, new Catalog(database), SampleDatabase.POLICIES);
        writes = way.apply(store);
    }

    /** Rows are merged in another way from now on. */
    public void mergeBy(Merging other) {
        merging = other;
    }

    /** Unsaved edits are kept on the disk from now on. */
    public void keepDrafts(DraftFolder folder) {
        drafts = Optional.of(folder);
    }

    /** Shows the sample in a shell. */
    public void showIn(ShellModel shell, Optional<String> table, Optional<String> key) {
        shell.show(open(), table, key, (policies, merging) -> {});
    }

    /** Shows the sample in the shell that shows it already; what is not saved goes on. */
    public void showAgainIn(ShellModel shell) {
        shell.showAgain(open(), (policies, merging) -> {});
    }

    private OpenStore open() {
        return new OpenStore(
                writes, () -> merging, new GuardAgreement(database), "Sample database", "Ben", true, drafts);
    }

    /** A shell that works at once, on the calling thread. */
    public ShellModel shellAtOnce(Optional<String> table, Optional<String> key) {
        ShellModel shell = new ShellModel(Work.immediate(), TEXTS);
        showIn(shell, table, key);
        return shell;
    }

    /** The same, with customers, for somebody who has chosen once how many records are saved. */
    public ShellModel shellAtOnce(BatchPolicy chosen) {
        return shellAtOnce(new WorkspaceOwner() {
            @Override
            public void confirmed(Policies policies, Merging others) {}

            @Override
            public Optional<BatchPolicy> savingPolicy() {
                return Optional.of(chosen);
            }
        });
    }

    /** The same, with customers, for somebody who wants to be told of what is decided. */
    public ShellModel shellAtOnce(WorkspaceOwner owner) {
        ShellModel shell = new ShellModel(Work.immediate(), TEXTS);
        shell.show(open(), Optional.of("customer"), Optional.empty(), owner);
        return shell;
    }

    /** A connection of somebody else's program; to be closed by the caller. */
    public Connection connection() throws SQLException {
        return database.dataSource().getConnection();
    }

    /** Puts a window's frame on a stage, in light colours and in the size of a small screen. */
    public static ShellView frameOn(Stage stage, ShellModel shell, Work work) {
        ShellView view = new ShellView(shell, work, TEXTS, stage, () -> {});
        stage.setScene(new Scene(view.root(), 1280, 800));
        Application.setUserAgentStylesheet(Theme.LIGHT.userAgentStylesheet());
        stage.getScene().getStylesheets().setAll(Theme.LIGHT.stylesheets());
        return view;
    }

    /** Work that is done at once, by another thread than the one that asks for it, which waits and deals with the answer. */
    public static Work atOnceInTheBackground() {
        Queue<Runnable> answers = new ConcurrentLinkedQueue<>();
        Executor background = task -> {
            CompletableFuture.runAsync(task, Thread.ofPlatform()::start).join();
            for (Runnable answer = answers.poll(); answer != null; answer = answers.poll()) {
                answer.run();
            }
        };
        return Work.of(background, answers::add, fault -> {
            throw new IllegalStateException(fault);
        });
    }

    public Snapshot row(RecordKey key) {
        return store.find(key).orElseThrow();
    }

    public Value value(RecordKey key, String column) {
        return row(key).row().get(column);
    }

    /** A colleague changes one column and saves. */
    public void colleagueSets(RecordKey key, String column, Value value) {
        Draft draft = Draft.of(row(key)).with(column, value);
        if (!(store.save(draft) instanceof Outcome.Saved)) {
            throw new IllegalStateException("The colleague could not save " + column);
        }
    }

    /** A colleague deletes a record. */
    public void colleagueDeletes(RecordKey key) {
        if (!(store.delete(row(key)) instanceof Outcome.Deleted)) {
            throw new IllegalStateException("The colleague could not delete " + key.label());
        }
    }

    /** A customer without orders, whom anybody may delete. */
    public RecordKey newCustomer() {
        return insert(Draft.newRow(CUSTOMER.table())
                .with("name", Value.of("Teestube Nord"))
                .with("street", Value.of("Hafenweg 3"))
                .with("city", Value.of("Kiel"))
                .with("country_code", Value.of("DE")));
    }

    /** An article that two people work on. */
    RecordKey newArticle(String body) {
        return insert(Draft.newRow(new TableId("PUBLIC", "article"))
                .with("title", Value.of("Packing fragile goods"))
                .with("slug", Value.of("packing-fragile-goods"))
                .with("body", Value.of(body)));
    }

    /** A colleague adds a record. */
    public RecordKey colleagueAdds(Draft draft) {
        return insert(draft);
    }

    private RecordKey insert(Draft draft) {
        return ((Outcome.Saved) store.insert(draft)).snapshot().key();
    }

    @Override
    public void close() {
        database.close();
        guard.assertNeverAsked();
    }
}
