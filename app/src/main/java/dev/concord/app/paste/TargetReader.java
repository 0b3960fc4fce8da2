package dev.concord.app.paste;

import dev.concord.app.control.RecordTitles;
import dev.concord.app.paste.RowRun.Every;
import dev.concord.app.paste.RowRun.Until;
import dev.concord.app.pending.EditId;
import dev.concord.app.pending.EditState;
import dev.concord.catalog.Key;
import dev.concord.query.Page;
import dev.concord.query.PageRequest;
import dev.concord.query.Position;
import dev.concord.record.RecordKey;
import dev.concord.record.Row;
import dev.concord.record.Snapshot;
import dev.concord.store.RecordStore;
import dev.concord.ui.text.Texts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the rows of a target as the database holds them now: first which they are, further than the grid has them loaded, and then
 * all of them together. In the background only.
 */
final class TargetReader {
    /** The most rows that are changed at once. Each is an edit of its own, with its whole row, in memory and on the disk. */
    static final int MOST_ROWS = 10_000;

    private static final int PAGE = 1_000;

    private final RecordStore store;
    private final PasteTarget target;
    private final Map<RecordKey, EditState> edited;
    private final RecordTitles titles;
    private final String newRow;

    /**
     * @param edited what is edited of the table's records, and not saved
     */
    TargetReader(RecordStore store, PasteTarget target, Map<RecordKey, EditState> edited, Texts texts) {
        this.store = store;
        this.target = target;
        this.edited = edited;
        this.titles = new RecordTitles(store::names, texts);
        this.newRow = texts.get("paste.new-row.begun");
    }

    /**
     * Reads the rows selected.
     *
     * @param atLeast so many rows are read if there are as many, also where fewer are selected
     */
    RowsFound read(int atLeast) {
        RowRun run = target.rows();
        List<RecordKey> keys = new ArrayList<>();
        Map<RecordKey, Row> shown = new HashMap<>();
        run.loaded().forEach(row -> {
            keys.add(row.key());
            shown.put(row.key(), row.row());
        });
        Optional<PageRequest> further = run.further().map(request -> request.limit(PAGE));
        while (further.isPresent() && wants(run, keys, atLeast)) {
            Page page = store.page(further.get());
            page.rows().forEach(row -> keys.add(key(row)));
            Optional<Position> next = page.rows().isEmpty() ? Optional.empty() : page.next();
            further = next.map(further.get()::after);
            // A place is found by the beginning of long texts, so that other rows may come before it.
            run.first().map(keys::indexOf).filter(before -> before > 0).ifPresent(before -> keys.subList(0, before)
                    .clear());
        }
        if (further.isEmpty()) {
            run.fresh().forEach(row -> keys.add(row.key()));
        }
        int selected =
                switch (run.selected()) {
                    case Until(RecordKey last) -> keys.indexOf(last) + 1;
                    case Every _ -> keys.size();
                };
        if (selected > MOST_ROWS || (selected == 0 && keys.size() > MOST_ROWS)) {
            return new RowsFound.TooMany(MOST_ROWS);
        }
        return selected == 0
                ? new RowsFound.Moved()
                : rows(keys.subList(0, Math.min(keys.size(), Math.max(selected, atLeast))), shown, selected);
    }

    private RecordKey key(Row row) {
        return new RecordKey(
                target.table().id(),
                row.only(target.table().rowKey().map(Key::columns).orElse(List.of())));
    }

    private static boolean wants(RowRun run, List<RecordKey> keys, int atLeast) {
        boolean unseen =
                switch (run.selected()) {
                    case Until(RecordKey last) -> !keys.contains(last);
                    case Every _ -> true;
                };
        return keys.size() <= MOST_ROWS && (unseen || keys.size() < atLeast);
    }

    private RowsFound rows(List<RecordKey> keys, Map<RecordKey, Row> shown, int selected) {
        Map<RecordKey, Snapshot> now = store.findAll(
                target.table().id(),
                keys.stream().filter(key -> EditId.New.of(key).isEmpty()).toList());
        Map<Integer, RowToChange> rows = new HashMap<>();
        Map<Integer, String> gone = new HashMap<>();
        for (int i = 0; i < keys.size(); i++) {
            RecordKey key = keys.get(i);
            Optional<Snapshot> row = Optional.ofNullable(now.get(key));
            Optional<EditId.New> fresh = EditId.New.of(key);
            if (fresh.isPresent()) {
                Optional<EditState> state = Optional.ofNullable(edited.get(key));
                rows.put(i, RowToChange.begun(target.table().id(), newRow, fresh.get(), state));
            } else if (row.isPresent()) {
                rows.put(
                        i,
                        RowToChange.of(
                                titles.label(target.table(), row.get()),
                                row.get(),
                                Optional.ofNullable(shown.get(key)),
                                Optional.ofNullable(edited.get(key))));
            } else {
                gone.put(i, key.label());
            }
        }
        return new RowsFound.Rows(rows, gone, keys.size(), selected);
    }
}
