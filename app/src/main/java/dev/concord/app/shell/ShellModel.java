package dev.concord.app.shell;

import dev.concord.app.connect.ConnectModel;
import dev.concord.app.practice.PracticeConflict;
import dev.concord.app.settings.TableRulesModel;
import dev.concord.app.task.Work;
import dev.concord.app.workspace.InitialContents;
import dev.concord.app.workspace.OpenStore;
import dev.concord.app.workspace.Question;
import dev.concord.app.workspace.QuestionQueue;
import dev.concord.app.workspace.QuestionQueue.Asked;
import dev.concord.app.workspace.WorkspaceModel;
import dev.concord.app.workspace.WorkspaceOwner;
import dev.concord.catalog.TableId;
import dev.concord.merge.MergeRules;
import dev.concord.ui.text.Texts;
import dev.concord.ui.theme.Theme;
import dev.concord.version.Guard;
import dev.concord.version.GuardProposal;
import dev.concord.version.Policies;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;

/** The window: the database open in it, if one is, and its looks. FX thread only. */
public final class ShellModel implements AutoCloseable {
    private final Work work;
    private final Texts texts;
    private final ObjectProperty<Theme> theme = new SimpleObjectProperty<>(this, "theme", Theme.LIGHT);
    private final ReadOnlyObjectWrapper<Optional<Opened>> opened =
            new ReadOnlyObjectWrapper<>(this, "opened", Optional.empty());
    private final ObjectProperty<List<Double>> dividers = new SimpleObjectProperty<>(this, "dividers", List.of());
    private final ReadOnlyObjectWrapper<Optional<Runnable>> allowEditing =
            new ReadOnlyObjectWrapper<>(this, "allowEditing", Optional.empty());
    private final QuestionQueue questions = new QuestionQueue();
    private final QuestionQueue.Source messages = questions.source();

    /**
     * A database open in the window.
     *
     * @param database the database
     * @param workspace its tables, rows and records
     * @param owner told what becomes of its database
     */
    public record Opened(OpenStore database, WorkspaceModel workspace, WorkspaceOwner owner) {}

    public ShellModel(Work work, Texts texts) {
        this.work = work;
        this.texts = texts;
    }

    /**
     * Shows a database. What was open before must have been left.
     *
     * @param table the table to look at first; the first one when empty
     * @param key the record to open, as text
     * @param owner told what becomes of the database
     */
    public void show(OpenStore database, Optional<String> table, Optional<String> key, WorkspaceOwner owner) {
        Work jobs = work.part();
        WorkspaceModel workspace = open(database, owner, jobs);
        jobs.read(texts.get("browse.job.tables"), () -> InitialContents.at(database.store(), table), look -> workspace
                .navigation()
                .start(look, table, key));
    }

    /**
     * Shows a database that has been looked at already, so that its rows are there at once.
     *
     * @param look what was seen of it, with the same table in mind
     */
    public void show(
            OpenStore database,
            InitialContents look,
            Optional<String> table,
            Optional<String> key,
            WorkspaceOwner owner) {
        open(database, owner, work.part()).navigation().start(look, table, key);
    }

    private WorkspaceModel open(OpenStore database, WorkspaceOwner owner, Work jobs) {
        opened.get().map(Opened::workspace).ifPresent(WorkspaceModel::close);
        WorkspaceModel workspace = new WorkspaceModel(database, owner::released, questions, jobs, texts);
        opened.set(Optional.of(new Opened(database, workspace, owner)));
        return workspace;
    }

    /** Closes the workspace shown, if there is one, and asks and tells no more. */
    @Override
    public void close() {
        opened.get().map(Opened::workspace).ifPresent(WorkspaceModel::close);
        opened.set(Optional.empty());
        messages.close();
    }

    /** Runs a task that closes what is open, after asking about unsaved records. */
    public void leave(Runnable then) {
        leave(then, () -> {});
    }

    /**
     * Runs a task that closes what is open, after asking about unsaved records.
     *
     * @param stay run when the user stays, or not everything could be saved
     */
    public void leave(Runnable then, Runnable stay) {
        opened.get().ifPresentOrElse(open -> open.workspace().leave(then, stay), then);
    }

    /** Whether nothing is being asked or saved, so that the user can be asked to leave. */
    public boolean isFree() {
        return questions.shown().get().isEmpty()
                && opened.get()
                        .map(Opened::workspace)
                        .map(WorkspaceModel::isFree)
                        .orElse(true);
    }

    /** Plays a colleague against the record being edited. */
    public void practise() {
        opened.get().ifPresent(open -> new PracticeConflict(
                        open.database(),
                        open.workspace().edit(),
                        open.workspace().navigation(),
                        open.workspace()::say,
                        work,
                        texts)
                .start());
    }

    /** Settles how the table shown is guarded: by the version column proposed, or by checksum where none is given. */
    void confirm(Opened open, Optional<GuardProposal> proposal) {
        open.workspace().rows().table().get().ifPresent(table -> {
            Policies policies = open.database().policies();
            Guard guard = proposal.map(GuardProposal::guard)
                    .orElseGet(() -> policies.of(table.id()).guard());
            leave(() -> open.owner()
                    .confirmed(
                            policies.withGuard(table.id(), guard),
                            open.database().merging()));
        });
    }

    /** Asks how changes of the table shown are merged. */
    void askRules(Opened open) {
        open.workspace().rows().table().get().ifPresent(table -> {
            WorkspaceModel workspace = open.workspace();
            workspace.ask(asked -> new Question.Rules(new TableRulesModel(
                    table,
                    open.database().policies().of(table.id()),
                    open.database().merging().of(table.id()),
                    (rules, ignored) -> {
                        asked.answered();
                        leave(() -> confirm(open, table.id(), rules, ignored));
                    },
                    asked::answered)));
        });
    }

    private static void confirm(Opened open, TableId table, MergeRules rules, Set<String> ignored) {
        Policies policies = open.database().policies();
        boolean same = policies.of(table).ignoredColumns().equals(ignored);
        open.owner()
                .confirmed(
                        same ? policies : policies.withIgnored(table, ignored),
                        open.database().merging().with(table, rules));
    }

    /** The database open in the window. */
    public ReadOnlyObjectProperty<Optional<Opened>> opened() {
        return opened.getReadOnlyProperty();
    }

    public ObjectProperty<Theme> theme() {
        return theme;
    }

    /** Where the window's panes are divided, each from 0 to 1; empty for the window's own choice. */
    public ObjectProperty<List<Double>> dividers() {
        return dividers;
    }

    /** Offers to open for editing what was opened for reading only; empty where there is nothing to offer. */
    public void offerEditing(Optional<Runnable> offer) {
        allowEditing.set(offer);
    }

    ReadOnlyObjectProperty<Optional<Runnable>> allowEditing() {
        return allowEditing.getReadOnlyProperty();
    }

    /** Tells the user one sentence that concerns no record. */
    public void tell(String sentence) {
        messages.askOnce(new Question.News(sentence));
    }

    /** Asks which database to open, after what is asked already. */
    public void askDatabase(Function<Asked, ConnectModel> connect) {
        messages.ask(asked -> new Question.Connect(connect.apply(asked)));
    }

    /** What the window asks and tells its user. */
    public QuestionQueue questions() {
        return questions;
    }

    /** The table shown, by its whole name; empty when there is none. */
    public Optional<String> table() {
        return opened.get()
                .flatMap(open -> open.workspace().rows().table().get())
                .map(shown -> shown.id().qualifiedName());
    }

    /** Tells the user that the program has failed; the failure has been logged by then. */
    public void broke(Throwable cause) {
        messages.askOnce(new Question.Fault(
                Optional.ofNullable(cause.getMessage()).orElse(cause.getClass().getSimpleName())));
    }
}
