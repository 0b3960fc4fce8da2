package dev.concord.app.recovery;

import dev.concord.app.task.Work;
import dev.concord.dialect.FaultText;
import dev.concord.drafts.DraftArchive;
import dev.concord.drafts.DraftArchive.Waiting;
import dev.concord.drafts.DraftedDatabase;
import dev.concord.drafts.FoundDraft;
import dev.concord.drafts.KeptDraft;
import dev.concord.ui.text.Texts;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * The unsaved work on databases that are not open: without it, whoever has forgotten a database would never hear of it.
 * One for each window. FX thread only.
 */
public final class OtherWorkModel {
    private static final System.Logger LOG = System.getLogger(OtherWorkModel.class.getName());

    /** How long a database is open before others are looked for: nothing that is being read is to wait for it. */
    private static final Duration AFTER = Duration.ofSeconds(1);

    private final DraftArchive archive;
    private final Work work;
    private final Texts texts;
    private final Consumer<DraftedDatabase> open;
    private final ObservableList<OtherDatabase> databases = FXCollections.observableArrayList();
    private final ReadOnlyStringWrapper announcement = new ReadOnlyStringWrapper(this, "announcement", "");
    private final ReadOnlyStringWrapper notice = new ReadOnlyStringWrapper(this, "notice", "");
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper(this, "busy");
    /** What was discarded here and can be restored here. */
    private final Set<UUID> discarded = new HashSet<>();

    private boolean later;

    /**
     * Nothing is looked for yet.
     *
     * @param open opens a database in the window, which may ask for a password
     */
    public OtherWorkModel(DraftArchive archive, Work work, Texts texts, Consumer<DraftedDatabase> open) {
        this.archive = archive;
        this.work = work;
        this.texts = texts;
        this.open = open;
    }

    /** Looks a moment after a database was opened what other ones there are. */
    public void opened() {
        work.later(AFTER, this::find, this::show);
    }

    /** Looks now. */
    public void look() {
        work.aside(this::find, this::show);
    }

    /** In the background. Work that cannot be read is no reason to bother anybody who does something else. */
    private List<Waiting> find() {
        try {
            return archive.waiting(Instant.now());
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, "Unsaved work could not be looked for: {0}", FaultText.of(e));
            return List.of();
        }
    }

    private void show(List<Waiting> waiting) {
        databases.setAll(waiting.stream().flatMap(one -> of(one).stream()).toList());
        List<OtherDatabase> offered =
                databases.stream().filter(database -> !database.discarded()).toList();
        announcement.set(
                later || offered.isEmpty()
                        ? ""
                        : texts.get(
                                "recovery.others.announcement",
                                offered.size(),
                                offered.getFirst().label()));
    }

    private Optional<OtherDatabase> of(Waiting waiting) {
        List<KeptDraft> offered = waiting.found().offered();
        boolean any = !offered.isEmpty();
        List<KeptDraft> drafts = any
                ? offered
                : waiting.found().drafts().stream()
                        .map(FoundDraft::draft)
                        .filter(draft -> discarded.contains(draft.id()))
                        .toList();
        return drafts.isEmpty()
                ? Optional.empty()
                : Optional.of(new OtherDatabase(waiting.database(), waiting.folder(), drafts, !any));
    }

    /** The databases with unsaved work, the one changed last first; those whose work was discarded here stay among them. */
    public ObservableList<OtherDatabase> databases() {
        return databases;
    }

    /** Where unsaved work waits, one sentence, until it is put off; empty when there is none. */
    public ReadOnlyStringProperty announcement() {
        return announcement.getReadOnlyProperty();
    }

    /** Says nothing more about it in this window; the work stays where it is. */
    public void later() {
        later = true;
        announcement.set("");
    }

    /** Why the last wish could not be fulfilled, one sentence; empty otherwise. */
    ReadOnlyStringProperty notice() {
        return notice.getReadOnlyProperty();
    }

    /** Whether something is being written; meanwhile nothing else can be begun. */
    ReadOnlyBooleanProperty busy() {
        return busy.getReadOnlyProperty();
    }

    /** Opens a database: its unsaved work is offered there. */
    public void open(OtherDatabase database) {
        open.accept(database.database());
    }

    /** Discards the unsaved work on a database; it can be restored for a week, here or where the database is open. */
    public void discard(OtherDatabase database) {
        List<UUID> ids = database.drafts().stream().map(KeptDraft::id).toList();
        write(() -> {
            List<UUID> done = new ArrayList<>();
            for (UUID id : ids) {
                if (database.folder().discard(id, Instant.now()).isPresent()) {
                    done.add(id);
                }
            }
            return done;
        });
    }

    /** Takes back that the unsaved work on a database was discarded. */
    public void restore(OtherDatabase database) {
        List<UUID> ids = database.drafts().stream().map(KeptDraft::id).toList();
        write(() -> {
            for (UUID id : ids) {
                database.folder().restore(id);
            }
            return List.of();
        });
    }

    /** Something that may fail as files do. */
    @FunctionalInterface
    private interface Step {
        /** Returns what was discarded. */
        List<UUID> run() throws IOException;
    }

    private record Written(Optional<List<UUID>> discarded, List<Waiting> waiting) {}

    private void write(Step step) {
        if (busy.get()) {
            return;
        }
        busy.set(true);
        notice.set("");
        work.write(texts.get("recovery.job"), () -> new Written(attempt(step), find()), written -> {
            busy.set(false);
            written.discarded().ifPresentOrElse(discarded::addAll, () -> notice.set(texts.get("recovery.failed")));
            show(written.waiting());
        });
    }

    private static Optional<List<UUID>> attempt(Step step) {
        try {
            return Optional.of(step.run());
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, "Unsaved work could not be discarded: {0}", FaultText.of(e));
            return Optional.empty();
        }
    }
}
