package dev.concord.app.recovery;

import dev.concord.app.pending.DraftStorage;
import dev.concord.app.pending.PendingEdit;
import dev.concord.app.pending.PendingEdits;
import dev.concord.app.task.Work;
import dev.concord.dialect.FaultText;
import dev.concord.record.RecordKey;
import dev.concord.record.Snapshot;
import dev.concord.ui.text.Texts;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * The unsaved work on a database that windows have left which do not exist any more. Continued, it becomes an ordinary
 * unsaved edit: a stale one is merged when it is saved. FX thread only.
 */
public final class RecoveryModel {
    private static final System.Logger LOG = System.getLogger(RecoveryModel.class.getName());

    private final KeptWork kept;
    private final DraftStorage storage;
    private final PendingEdits pending;
    private final Work work;
    private final Texts texts;
    private final RecoveryText words;
    private final Consumer<List<PendingEdit>> resumed;
    private final ObservableList<Offer> offers = FXCollections.observableArrayList();
    private final ReadOnlyStringWrapper announcement = new ReadOnlyStringWrapper(this, "announcement", "");
    private final ReadOnlyStringWrapper notice = new ReadOnlyStringWrapper(this, "notice", "");
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper(this, "busy");
    private boolean later;

    /**
     * Nothing is looked for yet.
     *
     * @param storage where this window keeps its own edits
     * @param resumed given the edits that are continued, in the order they were changed in
     */
    public RecoveryModel(
            KeptWork kept,
            DraftStorage storage,
            PendingEdits pending,
            Work work,
            Texts texts,
            Consumer<List<PendingEdit>> resumed) {
        this.kept = kept;
        this.storage = storage;
        this.pending = pending;
        this.work = work;
        this.texts = texts;
        this.words = new RecoveryText(texts);
        this.resumed = resumed;
    }

    /** Looks what there is, in the background. */
    public void look() {
        work.read(texts.get("recovery.job"), kept::look, this::show);
    }

    /** The database can be reached again: what could not be compared is. */
    public void reconnected() {
        if (offers.stream().anyMatch(offer -> offer.state() == RowState.UNKNOWN)) {
            look();
        }
    }

    private void show(KeptWork.Seen seen) {
        // What this window itself has taken over meanwhile is not offered.
        offers.setAll(seen.offers().stream()
                .filter(offer -> !pending.has(offer.draft()))
                .toList());
        notice.set(words.unread(seen.unread()));
        announce();
    }

    private void announce() {
        List<Offer> offered =
                offers.stream().filter(offer -> !offer.isDiscarded()).toList();
        String about = words.announcement(offered);
        announcement.set(later ? "" : about.isEmpty() ? notice.get() : (about + " " + notice.get()).strip());
    }

    /** The unsaved work, one sentence, until it is put off; empty when there is none. */
    public ReadOnlyStringProperty announcement() {
        return announcement.getReadOnlyProperty();
    }

    /** Says no more about it in this window, unless its user looks. */
    public void later() {
        later = true;
        announcement.set("");
    }

    /** All there is, changed longest ago first, also what was discarded in the last week. */
    ObservableList<Offer> offers() {
        return FXCollections.unmodifiableObservableList(offers);
    }

    /** Calls a task now, and whenever there is something to look at or nothing any more. */
    public void whenAvailable(Consumer<Boolean> task) {
        offers.subscribe(() -> task.accept(!offers.isEmpty()));
        task.accept(!offers.isEmpty());
    }

    /** What went wrong, one sentence or more; empty when nothing did. */
    ReadOnlyStringProperty notice() {
        return notice.getReadOnlyProperty();
    }

    /** Whether something is being read or written; meanwhile nothing else can be begun. */
    ReadOnlyBooleanProperty busy() {
        return busy.getReadOnlyProperty();
    }

    /** Whether some work can be continued: its table is there, and its record is not being edited. */
    boolean isContinuable(Offer offer) {
        return offer.state().continuable()
                && key(offer).filter(pending::isUnsaved).isEmpty();
    }

    /** Whether the record of some work is being edited in this window. */
    boolean isUnderWay(Offer offer) {
        return key(offer).filter(pending::isUnsaved).isPresent();
    }

    private static Optional<RecordKey> key(Offer offer) {
        return offer.draft().draft().base().map(Snapshot::key);
    }

    /** Continues all that is not discarded and can be continued. */
    void continueAll() {
        resume(offers.stream().filter(this::isContinuedWithAll).toList());
    }

    /** Whether some work is continued together with all other: nobody has to look at it first. */
    boolean isContinuedWithAll(Offer offer) {
        return !offer.isDiscarded() && offer.state().certain() && isContinuable(offer);
    }

    /** Continues some work, discarded or not; of two edits of one record the one changed last. */
    void resume(List<Offer> wanted) {
        List<Offer> ready = new ArrayList<>();
        Set<RecordKey> records = new HashSet<>();
        for (Offer offer : wanted.reversed()) {
            if (isContinuable(offer) && key(offer).map(records::add).orElse(true)) {
                ready.addFirst(offer);
            }
        }
        if (!ready.isEmpty()) {
            write(() -> kept.take(ready, storage.session()), taking -> resumed(ready, taking));
        }
    }

    private void resumed(List<Offer> ready, KeptWork.Taking taking) {
        List<KeptWork.Taken> taken = taking.drafts();
        Set<UUID> here = taken.stream().map(one -> one.draft().id()).collect(Collectors.toSet());
        // What could not be taken over stays; what is not there any more goes.
        offers.removeIf(offer -> taking.problem().isEmpty()
                ? ready.contains(offer)
                : here.contains(offer.draft().id()));
        List<PendingEdit> edits = taken.stream()
                .flatMap(one -> pending.resume(one.table(), one.draft(), one.decisions()).stream())
                .toList();
        notice.set(taking.problem()
                .map(problem -> texts.get(
                        switch (problem) {
                            case DISK -> "recovery.failed";
                            case DATABASE -> "recovery.unreachable";
                        }))
                .orElseGet(() -> taken.size() < ready.size() ? texts.get("recovery.elsewhere") : ""));
        announce();
        if (!edits.isEmpty()) {
            resumed.accept(edits);
        }
    }

    /** Discards some work; it can be restored for a week. */
    void discard(List<Offer> unwanted) {
        List<Offer> offered =
                unwanted.stream().filter(offer -> !offer.isDiscarded()).toList();
        if (!offered.isEmpty()) {
            write(
                    () -> {
                        kept.discard(offered);
                        return kept.look();
                    },
                    this::show);
        }
    }

    /** Something that may fail as files do. */
    @FunctionalInterface
    private interface Step<T> {
        T run() throws IOException;
    }

    private <T> void write(Step<T> step, Consumer<T> then) {
        if (busy.get()) {
            return;
        }
        busy.set(true);
        notice.set("");
        work.write(texts.get("recovery.job"), () -> attempt(step), result -> {
            busy.set(false);
            result.ifPresentOrElse(then, () -> {
                notice.set(texts.get("recovery.failed"));
                announce();
            });
        });
    }

    private static <T> Optional<T> attempt(Step<T> step) {
        try {
            return Optional.of(step.run());
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, "Unsaved work could not be moved: {0}", FaultText.of(e));
            return Optional.empty();
        }
    }
}
