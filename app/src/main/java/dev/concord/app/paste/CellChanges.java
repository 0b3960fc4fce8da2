package dev.concord.app.paste;

import dev.concord.app.paste.CellVerdict.Cannot;
import dev.concord.app.paste.CellVerdict.Changes;
import dev.concord.app.pending.FieldInput;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Every cell of a plan with what becomes of it. Immutable.
 *
 * @param lines the cells that change or cannot, row by row
 * @param rows the rows by their place
 * @param changed how many cells change
 * @param refused how many cannot
 * @param same how many hold their value already
 * @param keepable how many of those that cannot change can be kept in the edit nevertheless
 */
record CellChanges(
        List<CellLine> lines, Map<Integer, RowToChange> rows, int changed, int refused, int same, int keepable) {

    CellChanges {
        lines = List.copyOf(lines);
        rows = Map.copyOf(rows);
    }

    static CellChanges of(List<CellLine> lines, List<PastePlan.PlacedRow> placed, int same) {
        Map<Integer, RowToChange> rows = new LinkedHashMap<>();
        placed.forEach(row -> rows.put(row.place(), row.row()));
        int changed = (int) lines.stream().filter(CellLine::changes).count();
        int keepable = (int) lines.stream()
                .filter(line ->
                        line.verdict() instanceof Cannot cannot && cannot.kept().isPresent())
                .count();
        return new CellChanges(lines, rows, changed, lines.size() - changed, same, keepable);
    }

    /**
     * What is to stand in the fields of each row, by its place.
     *
     * @param keep whether what cannot be is kept where it can be put right before it is saved
     */
    Map<Integer, Map<String, FieldInput>> inputs(boolean keep) {
        Map<Integer, Map<String, FieldInput>> inputs = new LinkedHashMap<>();
        for (CellLine line : lines) {
            switch (line.verdict()) {
                case Changes(FieldInput after, String _) -> put(inputs, line, after);
                case Cannot cannot when keep -> cannot.kept().ifPresent(after -> put(inputs, line, after));
                default -> {}
            }
        }
        return inputs;
    }

    private static void put(Map<Integer, Map<String, FieldInput>> inputs, CellLine line, FieldInput after) {
        inputs.computeIfAbsent(line.row(), _ -> new LinkedHashMap<>())
                .put(line.column().name(), after);
    }

    /** The lines of the cells that cannot change. */
    List<CellLine> refusals() {
        List<CellLine> refusals = new ArrayList<>(lines);
        refusals.removeIf(CellLine::changes);
        return refusals;
    }
}
