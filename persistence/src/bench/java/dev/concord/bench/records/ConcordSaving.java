package dev.concord.bench.records;

import dev.concord.catalog.Catalog;
import dev.concord.catalog.TableId;
import dev.concord.database.Database;
import dev.concord.dialect.Dialect;
import dev.concord.outcome.Outcome;
import dev.concord.outcome.RetryOutcome;
import dev.concord.record.Draft;
import dev.concord.record.RecordKey;
import dev.concord.record.Row;
import dev.concord.record.Snapshot;
import dev.concord.record.Value;
import dev.concord.store.RecordStore;
import dev.concord.store.Retry;
import dev.concord.version.Guard;
import dev.concord.version.Guard.VersionKind;
import dev.concord.version.Policies;
import dev.concord.version.TablePolicy;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Saves with Concord's record store. */
final class ConcordSaving implements Saving {
    /** By the version alone, because every writer of the benchmark moves it. */
    static final Guard ALONE = new Guard.ByColumn("version", VersionKind.INTEGER);

    /** By the digest, and the version is moved for other programs: what a person who is asked gets. */
    static final Guard BOTH = new Guard.ByBoth(new Guard.ByColumn("version", VersionKind.INTEGER));

    /** A program has one store for a database. */
    private static final Map<List<Object>, RecordStore> STORES = new ConcurrentHashMap<>();

    private static final Retry PATIENT = Retry.STANDARD.withTries(Integer.MAX_VALUE);

    private final RecordStore store;
    private Snapshot base;

    ConcordSaving(Database database, String table, Guard versioned, long id) {
        store = STORES.computeIfAbsent(List.of(database, versioned), _ -> store(database, versioned));
        base = store.find(new RecordKey(table(database, table), Row.of("id", Value.of(id))))
                .orElseThrow();
    }

    /** Versioned rows as given, the others by their digest. */
    private static RecordStore store(Database database, Guard versioned) {
        TablePolicy policy = TablePolicy.DEFAULT.withGuard(versioned);
        return new RecordStore(
                database, new Catalog(database), Policies.DEFAULT.with(table(database, Item.VERSIONED), policy));
    }

    private static TableId table(Database database, String name) {
        return new TableId(database.dialect() == Dialect.H2 ? "PUBLIC" : "public", name);
    }

    /** The same person, who reads the row each time and pauses after meeting somebody, as {@code retry} does. */
    Saving pausing() {
        RecordKey key = base.key();
        return () -> switch (store.retry(key, ConcordSaving::onePieceMore, PATIENT)) {
            case RetryOutcome.Saved saved -> saved.snapshot();
            case RetryOutcome.NotSaved not -> throw new IllegalStateException(not.toString());
        };
    }

    private static Draft onePieceMore(Draft draft) {
        BigDecimal stock = ((Value.Exact) draft.get("stock")).number();
        return draft.with("stock", Value.of(stock.add(BigDecimal.ONE)));
    }

    @Override
    public Object again() {
        while (true) {
            switch (store.save(onePieceMore(Draft.of(base)))) {
                case Outcome.Saved saved -> {
                    base = saved.snapshot();
                    return base;
                }
                case Outcome.Stale stale -> base = stale.theirs();
                case Outcome.Gone gone -> throw new IllegalStateException(gone.toString());
                case Outcome.Failure failure -> throw new IllegalStateException(failure.toString());
            }
        }
    }
}
