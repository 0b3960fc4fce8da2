package dev.concord.app.workspace;

import dev.concord.catalog.Table;
import dev.concord.merge.LastWriter;
import dev.concord.merge.RecordMerge;
import dev.concord.record.Draft;
import dev.concord.record.RecordKey;
import dev.concord.record.Row;
import dev.concord.record.Snapshot;
import dev.concord.record.VersionToken;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.SequencedSet;

/**
 * The rows that the user of this window wrote, so that a merge does not attribute them to a colleague. FX thread only.
 */
final class OwnWrites {
    /** The most writes that are remembered; a merge with an older one names a colleague as its author. */
    private static final int MOST = 1_000;

    private final String user;
    private final SequencedSet<Written> latest = new LinkedHashSet<>();

    private record Written(RecordKey key, VersionToken token) {}

    /**
     * Nothing is written yet.
     *
     * @param user the database's name for the person; empty when it is not known
     */
    OwnWrites(String user) {
        this.user = user;
    }

    /** Remembers a row as it was saved here. */
    void add(Snapshot saved) {
        saved.token().ifPresent(token -> latest.addLast(new Written(saved.key(), token)));
        if (latest.size() > MOST) {
            latest.removeFirst();
        }
    }

    /** Whether the row in the database was written here, or the row itself names the user. */
    boolean made(RecordMerge merge) {
        return made(merge.table(), merge.mine(), merge.theirs());
    }

    /** Whether a row was written here, or itself names the user as its author since an edit was begun. */
    boolean made(Table table, Draft edit, Snapshot theirs) {
        boolean here = theirs.token()
                .filter(token -> latest.contains(new Written(theirs.key(), token)))
                .isPresent();
        return here || names(table, edit.base().map(Snapshot::row).orElse(Row.EMPTY), theirs.row());
    }

    private boolean names(Table table, Row base, Row theirs) {
        Optional<String> who = LastWriter.of(table, base, theirs).flatMap(LastWriter::who);
        return !user.isEmpty() && who.filter(user::equalsIgnoreCase).isPresent();
    }
}
