package dev.concord.app.paste;

import dev.concord.app.control.ValueText;
import dev.concord.app.paste.PastePlan.PlacedRow;
import dev.concord.app.paste.RowsFound.Rows;
import dev.concord.app.paste.SourceReading.BlockFacts;
import dev.concord.app.pending.EditState;
import dev.concord.catalog.Column;
import dev.concord.record.RecordKey;
import dev.concord.store.RecordStore;
import dev.concord.transfer.Block;
import dev.concord.ui.text.Texts;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Finds out what a change of many cells would do: reads the source, then the rows as they are now, and judges every cell. In the
 * background only. The rows are read once and used again when something else is chosen.
 */
final class PasteRun {
    private final PasteTarget target;
    private final Map<RecordKey, EditState> edited;
    private final Texts texts;
    private final Object lock = new Object();
    private Optional<Rows> known = Optional.empty();
    private int asked;

    /** @param edited what is edited of the table's records, and not saved */
    PasteRun(PasteTarget target, Map<RecordKey, EditState> edited, Texts texts) {
        this.target = target;
        this.edited = Map.copyOf(edited);
        this.texts = texts;
    }

    /** Finds out what is chosen now would do. */
    PasteAnswer look(RecordStore store, Supplier<SourceReading> source, PasteChoices choices) {
        return switch (source.get()) {
            case SourceReading.Unusable(String sentence) -> new PasteAnswer.Unusable(sentence);
            case SourceReading.Ready(CellSource what, Optional<BlockFacts> facts) ->
                choices.allNew()
                        ? judge(store, what, facts, new Rows(Map.of(), Map.of(), 0, 0), choices)
                        : switch (rows(store, what.height())) {
                            case RowsFound.TooMany(int most) ->
                                new PasteAnswer.Unusable(texts.get("paste.too-many", most));
                            case RowsFound.Moved _ -> new PasteAnswer.Unusable(texts.get("paste.moved"));
                            case Rows rows -> judge(store, what, facts, rows, choices);
                        };
        };
    }

    private RowsFound rows(RecordStore store, int atLeast) {
        synchronized (lock) {
            if (known.isPresent() && asked >= atLeast) {
                return known.get();
            }
        }
        RowsFound found = new TargetReader(store, target, edited, texts).read(atLeast);
        if (found instanceof Rows rows) {
            synchronized (lock) {
                known = Optional.of(rows);
                asked = atLeast;
            }
        }
        return found;
    }

    private PasteAnswer judge(
            RecordStore store, CellSource source, Optional<BlockFacts> facts, Rows found, PasteChoices choices) {
        CellSource tiled = source;
        List<Column> columns = target.selected();
        int surplus = 0;
        int length = found.selected();
        int rest = 0;
        if (source instanceof CellSource.Pasted(Block block)) {
            Optional<List<Column>> named = facts.flatMap(BlockFacts::named);
            int times = named.isPresent() ? 1 : times(block.width(), target.width(), block.shorter() == 0);
            tiled = new CellSource.Pasted(repeated(block, times));
            int width = block.width() * times;
            columns = named.orElseGet(() ->
                    target.columns().subList(0, Math.min(width, target.columns().size())));
            surplus = width - columns.size();
            length = block.height() * times(block.height(), found.selected(), true);
            rest = Math.max(0, length - found.length());
        }
        List<PlacedRow> rows = new ArrayList<>();
        List<String> gone = new ArrayList<>();
        for (int place = 0; place < Math.min(length, found.length()); place++) {
            Optional.ofNullable(found.gone().get(place)).ifPresent(gone::add);
            Optional<RowToChange> row = Optional.ofNullable(found.rows().get(place));
            if (row.isPresent()) {
                rows.add(new PlacedRow(place, place % source.height(), row.get()));
            }
        }
        int added = choices.allNew() || choices.restNew() ? rest : 0;
        for (int i = 0; i < added; i++) {
            RowToChange row = RowToChange.added(target.table().id(), texts.get("paste.new-row", i + 1));
            rows.add(new PlacedRow(found.length() + i, found.length() + i, row));
        }
        return answer(store, new PastePlan(tiled, columns, rows), choices, gone, surplus, rest, added, facts);
    }

    private PasteAnswer answer(
            RecordStore store,
            PastePlan plan,
            PasteChoices choices,
            List<String> gone,
            int surplus,
            int rest,
            int added,
            Optional<BlockFacts> facts) {
        ValueText values = new ValueText(texts);
        CellChanges cells = new PlanJudge(
                        new CellJudge(target.editable(), choices.blanks(), texts),
                        new ReferenceNames(store.references(), target.table(), values),
                        texts)
                .judge(plan);
        int news = (int) cells.lines().stream().filter(CellLine::news).count();
        return new PasteAnswer.Judged(cells, gone, surplus, rest, added, news, facts);
    }

    /** How often a block fits into what is selected, if it fills that without a remainder; otherwise it is taken once. */
    private static int times(int block, int selected, boolean even) {
        return even && block > 0 && selected > block && selected % block == 0 ? selected / block : 1;
    }

    private static Block repeated(Block block, int times) {
        return times == 1
                ? block
                : new Block(
                        block.lines().stream()
                                .map(line -> Collections.nCopies(times, line).stream()
                                        .flatMap(List::stream)
                                        .toList())
                                .toList(),
                        block.separator(),
                        block.quoted());
    }
}
