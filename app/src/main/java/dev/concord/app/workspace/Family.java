package dev.concord.app.workspace;

import dev.concord.app.pending.PendingEdit;
import dev.concord.catalog.ForeignKey;
import dev.concord.record.Draft;
import dev.concord.record.Row;
import dev.concord.record.Snapshot;
import dev.concord.record.Value;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A record and rows that refer to it, such as an order with its lines. */
final class Family {
    private Family() {}

    /**
     * Whether some edits are of one family and of nothing else: they are saved together or not at all, because half an order is
     * no order.
     *
     * @param shown the record in the form, whose rows may be edited without it
     */
    static boolean isOne(List<PendingEdit> edits, Optional<PendingEdit> shown) {
        return edits.size() > 1
                && Stream.concat(shown.stream(), edits.stream())
                        .anyMatch(head -> edits.stream().allMatch(edit -> edit.equals(head) || refers(edit, head)));
    }

    private static boolean refers(PendingEdit edit, PendingEdit head) {
        Row row = head.draft().base().map(Snapshot::row).orElse(head.draft().changes());
        return edit.table().foreignKeys().stream()
                .filter(key -> key.target().equals(head.table().id()))
                .anyMatch(key -> leadsTo(key, edit.draft(), row));
    }

    private static boolean leadsTo(ForeignKey key, Draft draft, Row row) {
        return IntStream.range(0, key.columns().size()).allMatch(i -> {
            Value value = draft.get(key.columns().get(i));
            return !value.isNull() && value.equals(row.get(key.targetColumns().get(i)));
        });
    }
}
