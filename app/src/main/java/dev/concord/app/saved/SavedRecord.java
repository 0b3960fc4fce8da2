package dev.concord.app.saved;

import dev.concord.catalog.Column;
import dev.concord.catalog.Table;
import dev.concord.record.Draft;
import dev.concord.record.Snapshot;
import dev.concord.record.Value;
import java.util.Optional;

/**
 * One record as it was saved. Immutable.
 *
 * @param sent the person's own edit: a new record, changes, or a deletion
 * @param now the row as it was saved; empty when it was deleted
 */
public record SavedRecord(Table table, Draft sent, Optional<Snapshot> now) {

    /** Returns what takes the save back; empty where a value is too large to be held in memory. */
    public Optional<Reversal> reversal() {
        return sent.base().isEmpty()
                ? now.map(row -> new Reversal.Delete(table, row))
                : now.isEmpty()
                        ? insertion(sent.base().get())
                        : change(sent.base().get(), now.get());
    }

    /** The row with its own key and all its values, but for what the database computes. */
    private Optional<Reversal> insertion(Snapshot deleted) {
        Draft row = Draft.newRow(table.id());
        for (Column column : table.columns()) {
            Value value = deleted.row().get(column.name());
            if (value instanceof Value.Large) {
                return Optional.empty();
            }
            if (column.writable() && column.rights().insert() && !value.isNull()) {
                row = row.with(column.name(), value);
            }
        }
        return Optional.of(new Reversal.Insert(table, row));
    }

    /**
     * The columns the person changed, as they were before. Where the save was merged with what somebody else had written, the change
     * is taken back from the person's own row, which is stale: saving it merges again, and leaves the other's change.
     */
    private Optional<Reversal> change(Snapshot before, Snapshot saved) {
        boolean asSent = sent.changes().values().entrySet().stream()
                .allMatch(change -> saved.row().get(change.getKey()).equals(change.getValue()));
        Snapshot from = asSent
                ? saved
                : new Snapshot(saved.key(), saved.row().withAll(sent.changes()), before.token(), before.readAt());
        Draft back = Draft.of(from);
        for (String column : sent.changes().values().keySet()) {
            Value value = before.row().get(column);
            if (value instanceof Value.Large) {
                return Optional.empty();
            }
            back = sent.added().contains(column) ? back.adding(column, value) : back.with(column, value);
        }
        return Optional.of(new Reversal.Change(table, from, back));
    }
}
