package dev.concord.app.gateway.write;

import dev.concord.app.gateway.document.ApiError;
import dev.concord.app.gateway.document.RequestRefused;
import dev.concord.app.gateway.http.Answer;
import dev.concord.app.gateway.http.Headers;
import dev.concord.app.gateway.http.Request;
import dev.concord.app.gateway.read.PageLimits;
import dev.concord.app.gateway.read.ReadHandler;
import dev.concord.app.gateway.resource.ResourceType;
import dev.concord.app.gateway.resource.ResourceTypes;
import dev.concord.app.journal.MergedWrites;
import dev.concord.catalog.Table;
import dev.concord.merge.Merging;
import dev.concord.merge.RecordMerge;
import dev.concord.outcome.Outcome;
import dev.concord.outcome.SaveOutcome;
import dev.concord.record.Draft;
import dev.concord.record.RecordKey;
import dev.concord.record.Snapshot;
import dev.concord.store.RecordStore;
import dev.concord.version.LockingMode;
import java.util.Optional;
import java.util.Set;

/**
 * What every write needs: the types, the store, and how rows are merged. Safe to share between threads.
 *
 * <p>The modes of tables are the gateway's to enforce, because a client may prove a row by its checksum or its ETag, whatever the table is
 * guarded by. So rows are read with their tokens in every mode, and the guarded write compares the token of the row whose checksum was
 * compared.
 */
public final class WriteContext {
    private final ResourceTypes types;
    private final MergedWrites merges;
    private final Merging merging;
    private final PageLimits pages;
    private final RecordStore store;

    /**
     * Writes to a database.
     *
     * @param types the types of the store's tables
     * @param merges the store, and where its merges are kept
     * @param merging the merge rules of tables
     */
    public WriteContext(ResourceTypes types, MergedWrites merges, Merging merging) {
        this(types, merges, merging, PageLimits.DEFAULT);
    }

    /**
     * Writes to a database.
     *
     * @param pages how many members of a relationship an answer has
     */
    public WriteContext(ResourceTypes types, MergedWrites merges, Merging merging, PageLimits pages) {
        this.types = types;
        this.merges = merges;
        this.merging = merging;
        this.pages = pages;
        this.store = merges.store().inMode(LockingMode.OPTIONAL);
    }

    /** Returns the store, which reads every row with its token and checks the tokens it is given. */
    public RecordStore store() {
        return store;
    }

    /** Answers a write with what a read of its address answers now. */
    Answer read(Request written) {
        Request read =
                new Request("GET", written.path(), written.parameters(), Headers.NONE, new byte[0], written.origin());
        return new ReadHandler(store, types, pages).answer(read);
    }

    /** Merges a client's change of a row with the row as somebody else has left it. */
    RecordMerge merge(ResourceType type, Draft mine, Snapshot theirs) {
        return RecordMerge.of(
                type.table(),
                mine,
                theirs,
                store.guardOf(type.table())
                        .version()
                        .map(step -> Set.of(step.column().name()))
                        .orElse(Set.of()),
                merging.of(type.table().id()));
    }

    /**
     * Returns a type by its name.
     *
     * @throws RequestRefused with 404 when there is none
     */
    public ResourceType type(String name) {
        return types.find(name).orElseThrow(() -> new RequestRefused(notFound("There are no resources of this type.")));
    }

    /** Returns a type by its name; empty when there is none. */
    public Optional<ResourceType> findType(String name) {
        return types.find(name);
    }

    /**
     * Returns the key that an id names.
     *
     * @throws RequestRefused with 404 when it can name none
     */
    static RecordKey key(ResourceType type, String id) {
        return type.ids().key(id).orElseThrow(() -> new RequestRefused(missing()));
    }

    /**
     * Returns a row as it is.
     *
     * @throws RequestRefused with 404 when it does not exist
     */
    Snapshot row(RecordKey key) {
        return store.find(key).orElseThrow(() -> new RequestRefused(missing()));
    }

    /** Writes a merge to the journal and saves it. */
    SaveOutcome saveMerged(Draft mine, Draft result) {
        Optional<Outcome.Refused> refused = merges.keep(mine, result);
        return refused.isPresent() ? refused.get() : store.save(result);
    }

    /** Returns the error about a row that does not exist. */
    public static ApiError missing() {
        return notFound("There is no resource of this id. It may have been deleted meanwhile.");
    }

    /** Returns the error about a type of rows that cannot be told apart, so that no write of them could be checked. */
    public static ApiError unwritable(ResourceType type) {
        return ApiError.of(
                403,
                "not-permitted",
                "This is not permitted",
                type.table().type() == Table.Type.VIEW
                        ? "Rows of a view are not written; write those of the tables behind it."
                        : "Rows of this table are not written, because no key tells them apart.");
    }

    private static ApiError notFound(String detail) {
        return ApiError.of(404, "not-found", "There is no such resource", detail);
    }
}
