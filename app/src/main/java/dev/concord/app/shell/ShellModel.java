package dev.concord.app.shell;

import dev.concord.app.action.KeyGroup;
import dev.concord.app.connect.ConnectModel;
import dev.concord.app.pending.PendingEdit;
import dev.concord.app.place.InitialContents;
import dev.concord.app.place.OpenStore;
import dev.concord.app.place.Shown;
import dev.concord.app.practice.PracticeConflict;
import dev.concord.app.question.Notice;
import dev.concord.app.question.Question;
import dev.concord.app.question.QuestionQueue;
import dev.concord.app.question.QuestionQueue.Asked;
import dev.concord.app.recovery.OtherDatabase;
import dev.concord.app.recovery.OtherWorkModel;
import dev.concord.app.settings.TableRulesModel;
import dev.concord.app.task.Job;
import dev.concord.app.task.Work;
import dev.concord.app.workspace.WorkspaceModel;
import dev.concord.app.workspace.WorkspaceOwner;
import dev.concord.catalog.TableId;
import dev.concord.merge.MergeRules;
import dev.concord.outcome.ReadOutcome;
import dev.concord.ui.text.Language;
import dev.concord.ui.text.Texts;
import dev.concord.ui.theme.ThemeChoice;
import dev.concord.version.Policies;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;

/** The model of the window: its open database, if any, its theme and its language. FX thread only. */
public final class ShellModel implements AutoCloseable {
    private final Work work;
    private final Texts texts;
    private final ObjectProperty<ThemeChoice> theme = new SimpleObjectProperty<>(this, "theme", ThemeChoice.SYSTEM);
    private final ObjectProperty<Language> language = new SimpleObjectProperty<>(this, "language", Language.SYSTEM);
    private final ReadOnlyObjectWrapper<Optional<Opened>> opened =
            new ReadOnlyObjectWrapper<>(this, "opened", Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Runnable>> allowEditing =
            new ReadOnlyObjectWrapper<>(this, "allowEditing", Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<ServingModel>> serving =
            new ReadOnlyObjectWrapper<>(this, "serving", Optional.empty());
    private Optional<OtherWorkModel> others = Optional.empty();
    private final QuestionQueue questions = new QuestionQueue();
    private final QuestionQueue.Source messages = questions.source();

    /**
     * An open database with its workspace.
     *
     * @param database the database
     * @param workspace its tables, rows and records
     * @param owner notified when the rules of the database change and when it may be closed
     */
    public record Opened(OpenStore database, WorkspaceModel workspace, WorkspaceOwner owner) {}

    public ShellModel(Work work, Texts texts) {
        this.work = work;
        this.texts = texts;
    }

    /**
     * Shows a database. The user must have left the previous one.
     *
     * @param table the table to show first; the first one when empty
     * @param key the record to open, as text
     * @param owner notified when the rules of the database change and when it may be closed
     */
    public void show(OpenStore database, Optional<String> table, Optional<String> key, WorkspaceOwner owner) {
        open(database, owner, work.part()).shown().start(table, key);
    }

    /**
     * Shows a database whose first contents are being read already, so that its rows appear sooner.
     *
     * @param look waits for the contents, of the same table
     * @return ends when the contents are shown
     */
    public Job show(
            OpenStore database,
            Supplier<ReadOutcome<InitialContents>> look,
            Optional<String> table,
            Optional<String> key,
            WorkspaceOwner owner) {
        return open(database, owner, work.part()).shown().start(table, key, look);
    }

    /**
     * Shows a database in place of the one shown, which is the same with another file: what is not saved goes on as edits of
     * the new one, each on the row it was made on. The record shown stays open if it has such an edit.
     *
     * @param owner notified when the rules of the database change and when it may be closed
     */
    public void showAgain(OpenStore database, WorkspaceOwner owner) {
        Optional<String> table = table();
        Optional<WorkspaceModel> before = opened.get().map(Opened::workspace);
        Optional<PendingEdit> shown = before.flatMap(old -> old.edit().shown());
        Work jobs = work.part();
        WorkspaceModel workspace = open(database, owner, jobs);
        Map<PendingEdit, PendingEdit> continued = before.map(WorkspaceModel::pending)
                .map(workspace.pending()::takeOver)
                .orElseGet(Map::of);
        jobs.read(texts.get("browse.job.tables"), () -> InitialContents.at(database.store(), table), look -> {
            workspace.shown().navigation().start(look, table, Optional.empty());
            shown.map(continued::get).ifPresent(workspace::open);
        });
    }

    private WorkspaceModel open(OpenStore database, WorkspaceOwner owner, Work jobs) {
        opened.get().map(Opened::workspace).ifPresent(WorkspaceModel::close);
        WorkspaceModel workspace = new WorkspaceModel(database, owner, questions, jobs, texts);
        opened.set(Optional.of(new Opened(database, workspace, owner)));
        return workspace;
    }

    /** Closes the workspace shown, if there is one; no further questions or messages are shown. */
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

    /** Starts the practice conflict with the record being edited. */
    public void practise() {
        opened.get().ifPresent(open -> new PracticeConflict(
                        open.database(),
                        open.workspace().edit(),
                        open.workspace().shown().navigation(),
                        open.workspace().prompt()::say,
                        work,
                        texts)
                .start());
    }

    /** Shows the open record again after the user has changed how its table is guarded or merged. */
    public void rulesChanged() {
        opened.get().map(Opened::workspace).map(WorkspaceModel::shown).ifPresent(Shown::rulesChanged);
    }

    /** Asks how changes of the table shown are merged. */
    void askRules(Opened open) {
        // Rules are kept together with the guard, which must not be decided unseen.
        open.workspace().decideVersion(() -> askDecidedRules(open));
    }

    private static void askDecidedRules(Opened open) {
        open.workspace().rows().table().get().ifPresent(table -> {
            WorkspaceModel workspace = open.workspace();
            workspace
                    .prompt()
                    .ask(asked -> new Question.Rules(new TableRulesModel(
                            table,
                            open.database().policies().of(table.id()),
                            open.database().merging().of(table.id()),
                            (rules, ignored) -> {
                                asked.answered();
                                confirm(open, table.id(), rules, ignored);
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

    /** The look of all windows. */
    public ObjectProperty<ThemeChoice> theme() {
        return theme;
    }

    /** The language of windows opened from now on. */
    public ObjectProperty<Language> language() {
        return language;
    }

    /** Chooses a language and says, in it, when it is seen. */
    void choose(Language chosen) {
        if (chosen != language.get()) {
            language.set(chosen);
            say(new Notice(texts.in(chosen).get("shell.language.chosen")));
        }
    }

    /** Sets the action that opens a read-only database for editing; empty where there is none. */
    public void offerEditing(Optional<Runnable> offer) {
        allowEditing.set(offer);
    }

    ReadOnlyObjectProperty<Optional<Runnable>> allowEditing() {
        return allowEditing.getReadOnlyProperty();
    }

    /** Sets what serves the records of the database shown to other programs. */
    public void offerServing(ServingModel model) {
        serving.set(Optional.of(model));
    }

    ReadOnlyObjectProperty<Optional<ServingModel>> serving() {
        return serving.getReadOnlyProperty();
    }

    /** Sets the unsaved work on other databases that windows opened from now on offer. */
    public void offerOthers(OtherWorkModel model) {
        others = Optional.of(model);
    }

    Optional<OtherWorkModel> others() {
        return others;
    }

    /** Shows the unsaved work on other databases. */
    public void showOthers() {
        others.ifPresent(model -> {
            model.look();
            askOthers(model);
        });
    }

    private void askOthers(OtherWorkModel model) {
        messages.ask(asked -> new Question.OtherWork(
                model, asked::answered, unwanted -> asked.followedBy(discarding(model, unwanted))));
    }

    private Question discarding(OtherWorkModel model, OtherDatabase unwanted) {
        return new Question.DiscardOther(
                unwanted.label(),
                unwanted.records(),
                () -> {
                    model.discard(unwanted);
                    askOthers(model);
                },
                () -> askOthers(model));
    }

    /** Shows a message over the rows of the database shown. */
    public void say(Notice notice) {
        opened.get().ifPresent(open -> open.workspace().prompt().say(notice));
    }

    /** Shows the user a message that concerns no record. */
    public void tell(String sentence) {
        messages.askOnce(new Question.News(sentence));
    }

    /**
     * Asks which database to open, after the questions asked already.
     *
     * @return the model of the question
     */
    public ConnectModel askDatabase(Function<Asked, ConnectModel> connect) {
        Asked question = messages.ask(asked -> new Question.Connect(connect.apply(asked)));
        return ((Question.Connect) question.question()).model();
    }

    /** Shows the page of all keys. */
    void showKeys(List<KeyGroup> groups) {
        messages.ask(asked -> new Question.Keys(groups, asked::answered));
    }

    /** The questions and messages of the window. */
    public QuestionQueue questions() {
        return questions;
    }

    /** The qualified name of the table shown; empty when there is none. */
    public Optional<String> table() {
        return opened.get()
                .flatMap(open -> open.workspace().rows().table().get())
                .map(shown -> shown.id().qualifiedName());
    }

    /** Shows the user an error of the program; the caller has logged it. */
    public void broke(Throwable cause) {
        messages.askOnce(new Question.Fault(
                Optional.ofNullable(cause.getMessage()).orElse(cause.getClass().getSimpleName())));
    }
}
