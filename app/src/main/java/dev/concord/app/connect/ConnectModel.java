package dev.concord.app.connect;

import dev.concord.app.task.Job;
import dev.concord.app.task.Work;
import dev.concord.database.DatabaseSettings;
import dev.concord.database.OpenOutcome;
import dev.concord.database.OpenOutcome.Reason;
import dev.concord.ui.text.Texts;
import java.util.List;
import java.util.function.Function;
import javafx.beans.InvalidationListener;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The model of the connect dialog: enter, test and open a database of the user's own. FX thread only. */
public final class ConnectModel {
    private final Opening opening;
    private final List<DatabaseSettings> recents;
    private final Work work;
    private final Texts texts;
    private final Listener listener;
    private final ConnectFields fields = new ConnectFields();
    private final ReadOnlyObjectWrapper<ConnectState> state = new ReadOnlyObjectWrapper<>(new ConnectState.Idle());
    private final ReadOnlyBooleanWrapper slow = new ReadOnlyBooleanWrapper();
    private final BooleanBinding busy =
            Bindings.createBooleanBinding(() -> state.get() instanceof ConnectState.Connecting, state);
    private final BooleanBinding ready = Bindings.createBooleanBinding(
            () -> !fields.address().get().isBlank() && !busy.get(), fields.address(), busy);

    private int attempt;

    /** Receives the result of the dialog, on the FX thread. */
    public interface Listener {
        /** The database is open; the listener closes it. */
        void opened(OpenDatabase database);

        /** The user cancelled the dialog. */
        void cancelled();
    }

    /**
     * An empty dialog.
     *
     * @param recents databases opened before, latest first; their passwords are not used
     */
    public ConnectModel(Opening opening, List<DatabaseSettings> recents, Work work, Texts texts, Listener listener) {
        this.opening = opening;
        this.recents = List.copyOf(recents);
        this.work = work;
        this.texts = texts;
        this.listener = listener;
        InvalidationListener outdated = this::outdated;
        for (Observable input :
                List.of(fields.address(), fields.kind(), fields.user(), fields.password(), fields.readOnly())) {
            input.addListener(outdated);
        }
    }

    /** The values entered. */
    public ConnectFields fields() {
        return fields;
    }

    /** The state to show below the fields. */
    public ReadOnlyObjectProperty<ConnectState> state() {
        return state.getReadOnlyProperty();
    }

    /** Whether a database is being tested or opened. */
    public BooleanBinding busy() {
        return busy;
    }

    /** Whether testing or opening has taken long enough to show progress. */
    public ReadOnlyBooleanProperty slow() {
        return slow.getReadOnlyProperty();
    }

    /** Whether there is anything to test or open. */
    public BooleanBinding ready() {
        return ready;
    }

    /** The captions of the databases opened before, latest first. */
    public List<String> recents() {
        return recents.stream().map(this::caption).toList();
    }

    /** Fills in a database opened before; its password must be typed again. */
    public void chooseRecent(int index) {
        choose(recents.get(index));
    }

    /** Fills in a database; its password must be typed. */
    public void choose(DatabaseSettings recent) {
        fields.user().set("");
        fields.password().set("");
        fields.address().set(recent.address());
        fields.tidy();
        if (!recent.user().isEmpty()) {
            fields.user().set(recent.user());
        }
        fields.readOnly().set(recent.readOnly());
    }

    /** Tests whether the database can be opened, and shows the result. */
    public void test() {
        start(opening::test);
    }

    /** Opens the database and passes it to the listener. */
    public void open() {
        start(opening::open);
    }

    /** Opens the database filled in if it is a file that asks for no user; otherwise there may be a password to type first. */
    public void openWithoutPassword() {
        if (fields.applicable().get()
                && !fields.kind().get().server()
                && fields.user().get().isEmpty()) {
            open();
        }
    }

    /** Whether everything but a password is filled in. */
    boolean needsOnlyPassword() {
        return !fields.address().get().isBlank() && !fields.user().get().isBlank();
    }

    /** Stops waiting; a database that opens later is closed again. */
    public void stopWaiting() {
        attempt++;
        idle();
    }

    /** Stops waiting and notifies the listener that the user has cancelled. */
    public void cancel() {
        stopWaiting();
        listener.cancelled();
    }

    private void start(Function<DatabaseSettings, Opening.Result> task) {
        if (!ready.get()) {
            return;
        }
        fields.tidy();
        DatabaseSettings settings = fields.settings();
        int mine = ++attempt;
        String sentence = texts.get("connect.connecting", settings.safeAddress());
        state.set(new ConnectState.Connecting(sentence));
        // A write, because its result must arrive even after waiting was stopped: an open database must then be closed.
        Job job = work.write(sentence, () -> attempted(task, settings), result -> arrived(mine, result));
        if (busy.get()) {
            slow.bind(job.slow());
        }
    }

    private static Opening.Result attempted(
            Function<DatabaseSettings, Opening.Result> task, DatabaseSettings settings) {
        try {
            return task.apply(settings);
        } catch (RuntimeException e) {
            return new Opening.Failed(
                    new OpenOutcome.Failed(Reason.OTHER, settings.safeAddress(), String.valueOf(e.getMessage())));
        }
    }

    private void arrived(int mine, Opening.Result result) {
        if (mine != attempt) {
            if (result instanceof Opening.Opened opened) {
                close(opened.open());
            }
            return;
        }
        idle();
        switch (result) {
            case Opening.Opened opened -> listener.opened(opened.open());
            case Opening.Tested tested ->
                state.set(new ConnectState.Works(texts.get("connect.works", tested.product(), tested.tables())));
            case Opening.Failed failed ->
                state.set(new ConnectState.Refused(
                        OpenFailureText.of(failed.why(), texts), failed.why().detail()));
        }
    }

    private void close(OpenDatabase unwanted) {
        work.write(texts.get("connect.closing", unwanted.label()), () -> closed(unwanted), label -> {});
    }

    private static String closed(OpenDatabase unwanted) {
        unwanted.close();
        return unwanted.label();
    }

    private void idle() {
        slow.unbind();
        slow.set(false);
        state.set(new ConnectState.Idle());
    }

    private void outdated(Observable changed) {
        if (!busy.get()) {
            state.set(new ConnectState.Idle());
        }
    }

    private String caption(DatabaseSettings recent) {
        String who = recent.user().isEmpty()
                ? recent.safeAddress()
                : texts.get("connect.recent.user", recent.safeAddress(), recent.user());
        return recent.readOnly() ? texts.get("connect.recent.read-only", who) : who;
    }
}
