package dev.concord.app.workspace;

import dev.concord.catalog.Key;
import dev.concord.catalog.Table;
import dev.concord.query.Page;
import dev.concord.query.PageRequest;
import dev.concord.record.RecordKey;
import dev.concord.store.RecordStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds the records of selected rows of which not all are loaded. In the background only.
 *
 * @param pages asks for the first of the rows and those after it
 * @param first the first record; empty for the first there is
 * @param last the last record; empty for the last there is
 * @param most so many records are wanted at most; one more is found where there are more
 */
record SelectedKeys(Table table, PageRequest pages, Optional<RecordKey> first, Optional<RecordKey> last, int most) {
    private static final int PAGE = 1_000;

    /** Returns the keys in the order of the rows; empty where the last record is not after the first one any more. */
    Optional<List<RecordKey>> in(RecordStore store) {
        List<String> columns = table.rowKey().map(Key::columns).orElse(List.of());
        List<RecordKey> found = new ArrayList<>();
        boolean ended = false;
        Optional<PageRequest> next = Optional.of(pages.limit(PAGE));
        while (next.isPresent() && !ended && found.size() <= most) {
            Page page = store.page(next.get());
            page.rows().forEach(row -> found.add(new RecordKey(table.id(), row.only(columns))));
            // A place is found by the beginning of long texts, so that other rows may come before it.
            first.map(found::indexOf).filter(before -> before > 0).ifPresent(before -> found.subList(0, before)
                    .clear());
            Optional<Integer> end = last.map(found::indexOf).filter(place -> place >= 0);
            end.ifPresent(place -> found.subList(place + 1, found.size()).clear());
            ended = end.isPresent();
            PageRequest here = next.get();
            next = page.rows().isEmpty() ? Optional.empty() : page.next().map(here::after);
        }
        boolean moved = last.isPresent() && !ended && found.size() <= most;
        return moved ? Optional.empty() : Optional.of(List.copyOf(found));
    }
}
