package dev.concord.app.gateway.change;

import dev.concord.app.gateway.resource.ResourceType;
import dev.concord.app.gateway.resource.ResourceTypes;
import dev.concord.dialect.FaultText;
import dev.concord.outcome.StoreFault;
import dev.concord.record.Sha256;
import dev.concord.record.Snapshot;
import dev.concord.store.RecordStore;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** One row, which need not exist, and which is gone when its table is. It is read at each look. */
final class WatchedRow implements Watched {
    private static final System.Logger LOG = System.getLogger(WatchedRow.class.getName());
    private static final int NAME_BYTES = 16;

    private final ResourceTypes types;
    private final RecordStore store;
    private final String type;
    private final String id;
    private Optional<String> told = Optional.empty();
    private boolean unavailable;

    WatchedRow(ResourceTypes types, RecordStore store, String type, String id) {
        this.types = types;
        this.store = store;
        this.type = type;
        this.id = id;
    }

    @Override
    public String type() {
        return type;
    }

    /** The row's state is told, unless the client knows it; of a row that never was there is nothing to tell. */
    @Override
    public News begin(Optional<String> lastSeen) {
        told = etag();
        boolean tell = lastSeen.isPresent() ? !lastSeen.get().equals(name()) : told.isPresent();
        return news(tell);
    }

    @Override
    public News next() {
        Optional<String> before = told;
        try {
            told = etag();
        } catch (StoreFault unreadable) {
            if (!unavailable) {
                LOG.log(
                        System.Logger.Level.WARNING,
                        "Changes of a record cannot be looked for at the moment: {0}",
                        FaultText.of(unreadable));
            }
            unavailable = true;
            return new News.Unavailable();
        }
        unavailable = false;
        return news(!told.equals(before));
    }

    private News news(boolean tell) {
        return new News.Told(false, tell ? List.of(new Difference(id, told)) : List.of(), name());
    }

    private Optional<String> etag() {
        Optional<ResourceType> now = types.find(type);
        Optional<Snapshot> row = now.flatMap(known -> known.ids().key(id)).flatMap(store::find);
        // The read may have found out that the table is another one: its rows have other columns.
        return types.find(type).equals(now)
                ? row.map(read -> now.orElseThrow().tags().etag(read))
                : etag();
    }

    /** The same in every gateway and after a restart. */
    private String name() {
        String state = id + '\0' + told.orElse("");
        return HexFormat.of().formatHex(Arrays.copyOf(Sha256.of(state.getBytes(StandardCharsets.UTF_8)), NAME_BYTES));
    }

    @Override
    public void close() {
        // Nothing is kept.
    }
}
