package dev.concord.app.place;

import dev.concord.app.task.Job;
import dev.concord.app.task.Work;
import dev.concord.catalog.ForeignKey;
import dev.concord.catalog.Table;
import dev.concord.catalog.TableId;
import dev.concord.outcome.ReadOutcome;
import dev.concord.record.RecordKey;
import dev.concord.record.Row;
import dev.concord.record.Snapshot;
import dev.concord.store.RecordStore;
import dev.concord.ui.text.Texts;
import java.util.Optional;
import java.util.function.Consumer;

/** Looks tables and records up in the background. FX thread only. */
public final class RecordLookup {
    private final RecordStore store;
    private final Work work;
    private final Texts texts;

    /** A record and its table, as the database holds them now. */
    public record Found(Table table, Snapshot snapshot) {}

    public RecordLookup(RecordStore store, Work work, Texts texts) {
        this.store = store;
        this.work = work;
        this.texts = texts;
    }

    public Job table(TableId id, Consumer<ReadOutcome<Optional<Table>>> then) {
        return work.read(
                texts.get("shell.job.table", id.name()),
                () -> store.reading(from -> from.catalog().table(id)),
                then);
    }

    public Job record(RecordKey key, Consumer<ReadOutcome<Optional<Found>>> then) {
        return work.read(texts.get("shell.job.record", key.table().name()), () -> store.reading(_ -> find(key)), then);
    }

    /** Finds the record that a reference leads to. */
    Job referred(ForeignKey reference, Row from, Consumer<ReadOutcome<Optional<Found>>> then) {
        return work.read(
                texts.get("shell.job.record", reference.target().name()),
                () -> store.reading(
                        read -> read.references().record(reference, from).flatMap(this::find)),
                then);
    }

    /** Finds the record whose key has the given text. */
    void record(TableId id, String key, Consumer<ReadOutcome<Optional<Found>>> then) {
        work.read(texts.get("shell.job.record", id.name()), () -> store.reading(_ -> find(id, key)), then);
    }

    private Optional<Found> find(RecordKey key) {
        return store.catalog().table(key.table()).flatMap(table -> find(table, key));
    }

    private Optional<Found> find(TableId id, String key) {
        return store.catalog().table(id).flatMap(table -> new KeyText(texts)
                .parse(key, table)
                .flatMap(named -> named.in(store))
                .map(snapshot -> new Found(table, snapshot)));
    }

    private Optional<Found> find(Table table, RecordKey key) {
        return store.find(key).map(snapshot -> new Found(table, snapshot));
    }
}
