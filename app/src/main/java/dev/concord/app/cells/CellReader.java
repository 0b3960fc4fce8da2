package dev.concord.app.cells;

import dev.concord.app.cells.CellRectangle.EveryRow;
import dev.concord.app.cells.CellRectangle.RowRange;
import dev.concord.app.pending.EditId;
import dev.concord.app.pending.EditState;
import dev.concord.catalog.Column;
import dev.concord.catalog.Key;
import dev.concord.catalog.Table;
import dev.concord.catalog.TableId;
import dev.concord.query.Page;
import dev.concord.query.PageRequest;
import dev.concord.record.RecordKey;
import dev.concord.record.Row;
import dev.concord.record.Snapshot;
import dev.concord.record.Value;
import dev.concord.store.RecordStore;
import dev.concord.transfer.CellBlock;
import dev.concord.transfer.HtmlTable;
import dev.concord.transfer.JsonRows;
import dev.concord.transfer.MarkdownTable;
import dev.concord.transfer.SeparatedText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads cells to be copied, and writes them as text: those the grid has as it shows them, with what is edited; the other rows, and
 * values of which the grid has a part, from the database. In the background only.
 */
final class CellReader {
    /** The most cells that are copied at once. */
    static final int MOST_CELLS = 1_000_000;

    /** The most characters that are copied at once. */
    static final int MOST_CHARACTERS = 20_000_000;

    private static final int PAGE = 1_000;

    private final RecordStore store;
    private final CopySource source;
    private final CopyForm form;
    private final int mostCells;
    private final int mostCharacters;
    private final List<Column> columns;
    private final List<String> names;

    CellReader(RecordStore store, CopySource source, CopyForm form) {
        this(store, source, form, MOST_CELLS, MOST_CHARACTERS);
    }

    /** For tests with few cells. */
    CellReader(RecordStore store, CopySource source, CopyForm form, int mostCells, int mostCharacters) {
        this.store = store;
        this.source = source;
        this.form = form;
        this.mostCells = mostCells;
        this.mostCharacters = mostCharacters;
        this.columns = source.cells().columns();
        this.names = columns.stream().map(Column::name).toList();
    }

    CopyOutcome read() {
        long mostRows = Math.max(1, mostCells / columns.size());
        Optional<Table> table = store.catalog().table(source.pages().table());
        List<String> key = table.flatMap(Table::rowKey).map(Key::columns).orElse(List.of());
        return switch (source.cells().rows()) {
            case RowRange range when range.count().orElse(0) > mostRows -> new CopyOutcome.TooMany(mostRows);
            case RowRange range when range.complete() -> write(range.loaded(), key);
            case RowRange _ when key.isEmpty() -> new CopyOutcome.Unkeyed();
            case RowRange range
            when range.last().key().flatMap(EditId.New::of).isPresent() ->
                further(range.first().key(), Optional.empty(), fresh(range.loaded()), key, mostRows);
            case RowRange range -> further(range.first().key(), range.last().key(), List.of(), key, mostRows);
            case EveryRow _ ->
                further(Optional.empty(), Optional.empty(), fresh(source.edits().keySet()), key, mostRows);
        };
    }

    /**
     * Reads rows page by page.
     *
     * @param first the first one; empty for the first there is
     * @param last the last one; empty for the last there is
     * @param more rows that are known already and come after these
     */
    private CopyOutcome further(
            Optional<RecordKey> first, Optional<RecordKey> last, List<Row> more, List<String> key, long mostRows) {
        List<Row> rows = new ArrayList<>();
        boolean found = last.isEmpty();
        Optional<PageRequest> next = Optional.of(source.pages().limit(PAGE));
        while (next.isPresent()) {
            Page page = store.page(next.get());
            List<RecordKey> keys =
                    page.rows().stream().map(row -> key(row, key)).toList();
            // A place is found by the beginning of long texts, so that other rows may come before it.
            int from = first.map(keys::indexOf).orElse(-1);
            if (from > 0) {
                rows.clear();
            }
            int to = last.map(keys::indexOf).orElse(-1);
            rows.addAll(page.rows().subList(Math.max(0, from), to < 0 ? keys.size() : Math.max(to + 1, from)));
            found |= to >= 0;
            if (rows.size() > mostRows) {
                return new CopyOutcome.TooMany(mostRows);
            }
            PageRequest here = next.get();
            next = (last.isPresent() && found) || page.rows().isEmpty()
                    ? Optional.empty()
                    : page.next().map(here::after);
        }
        rows.addAll(more);
        return found ? write(rows, key) : new CopyOutcome.Moved();
    }

    /** The rows of new records, in the order of the grid. */
    private static List<Row> fresh(Set<RecordKey> edited) {
        return edited.stream()
                .filter(key -> EditId.New.of(key).isPresent())
                .sorted(Comparator.comparingLong(
                        key -> EditId.New.of(key).orElseThrow().number()))
                .map(RecordKey::columns)
                .toList();
    }

    private static List<Row> fresh(List<Row> rows) {
        return rows.stream().filter(row -> EditId.New.of(row).isPresent()).toList();
    }

    private RecordKey key(Row row, List<String> key) {
        return EditId.New.of(row)
                .map(fresh -> fresh.rowIn(table()))
                .orElseGet(() -> new RecordKey(table(), row.only(key)));
    }

    /** Whether a row is the one in which a new record is to be begun. */
    private boolean empty(Row row) {
        return EditId.New.of(row)
                .filter(fresh -> !source.edits().containsKey(fresh.rowIn(table())))
                .isPresent();
    }

    private TableId table() {
        return source.pages().table();
    }

    private CopyOutcome write(List<Row> found, List<String> key) {
        List<Row> rows = found.stream().filter(row -> !empty(row)).toList();
        List<Row> whole = new ArrayList<>();
        long characters = 0;
        int gone = 0;
        for (int from = 0; from < rows.size(); from += PAGE) {
            List<Row> some = rows.subList(from, Math.min(rows.size(), from + PAGE));
            List<RecordKey> cut = some.stream()
                    .filter(row -> cut(row, key))
                    .map(row -> key(row, key))
                    .toList();
            if (!cut.isEmpty() && key.isEmpty()) {
                return new CopyOutcome.Unkeyed();
            }
            Map<RecordKey, Snapshot> read = cut.isEmpty() ? Map.of() : store.findAll(table(), cut);
            for (Row row : some) {
                RecordKey record = key(row, key);
                if (cut(row, key) && !read.containsKey(record)) {
                    gone++;
                    continue;
                }
                Row now = edited(
                        Optional.ofNullable(read.get(record)).map(Snapshot::row).orElse(row), record);
                Optional<String> tooLarge = names.stream()
                        .filter(name -> now.get(name) instanceof Value.Large)
                        .findFirst();
                if (tooLarge.isPresent()) {
                    return new CopyOutcome.TooLarge(tooLarge.get());
                }
                characters +=
                        names.stream().mapToLong(name -> length(now.get(name))).sum();
                if (characters > mostCharacters) {
                    return new CopyOutcome.TooLong(mostCharacters);
                }
                whole.add(now);
            }
        }
        CellBlock block = new CellBlock(columns, whole);
        CopiedText text = text(block);
        return text.text().isEmpty() && form == CopyForm.INSERT
                ? new CopyOutcome.Computed()
                : new CopyOutcome.Copied(text, whole.size(), gone);
    }

    private static long length(Value value) {
        return value instanceof Value.Binary binary
                ? 2L * binary.bytes().size()
                : value.text().length();
    }

    /** Whether a row has to be read to have its cells whole. A number in a column of numbers is one, as far as one can see without a key. */
    private boolean cut(Row row, List<String> key) {
        return columns.stream().anyMatch(column -> {
            Value shown = row.get(column.name());
            boolean number = shown instanceof Value.Exact && column.kind().isNumber();
            return store.mayBeCut(column, shown) && !(number && key.isEmpty());
        });
    }

    /** The copied columns of a row, with what is not saved of them; text that is no value yet, where text is wanted. */
    private Row edited(Row row, RecordKey key) {
        Optional<EditState> edit = Optional.ofNullable(source.edits().get(key));
        LinkedHashMap<String, Value> cells = new LinkedHashMap<>();
        for (String name : names) {
            Value saved = row.get(name);
            cells.put(
                    name,
                    edit.filter(state -> state.changed(name))
                            .map(state -> state.unreadable().containsKey(name) && form != CopyForm.INSERT
                                    ? Value.of(state.unreadable().getOrDefault(name, ""))
                                    : state.draft().get(name))
                            .orElse(saved));
        }
        return Row.of(cells);
    }

    private CopiedText text(CellBlock block) {
        boolean single = block.rows().size() == 1 && columns.size() == 1;
        return switch (form) {
            case TABS ->
                single
                        ? new CopiedText(
                                block.rows().getFirst().get(names.getFirst()).text(), Optional.empty())
                        : new CopiedText(SeparatedText.tabs(block, false), Optional.of(HtmlTable.of(block, false)));
            case HEADERS -> new CopiedText(SeparatedText.tabs(block, true), Optional.of(HtmlTable.of(block, true)));
            case CSV -> new CopiedText(SeparatedText.csv(block), Optional.empty());
            case JSON -> new CopiedText(JsonRows.of(block), Optional.empty());
            case MARKDOWN -> new CopiedText(MarkdownTable.of(block), Optional.empty());
            case INSERT -> new CopiedText(store.insertText(table(), names, block.rows()), Optional.empty());
        };
    }
}
