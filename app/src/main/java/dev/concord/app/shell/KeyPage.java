package dev.concord.app.shell;

import dev.concord.app.action.KeyGroup;
import dev.concord.ui.text.Texts;
import java.util.List;
import java.util.stream.Stream;

/** The keys that are no actions of the window: those of the grid, of a cell, of a field and of the merge dialog. */
final class KeyPage {
    private static final List<String> ROWS = List.of(
            "keys.rows.cell",
            "keys.rows.tab",
            "keys.rows.page",
            "keys.rows.ends",
            "keys.rows.columns",
            "keys.rows.corners",
            "keys.rows.select",
            "keys.rows.whole-rows",
            "keys.rows.whole-columns",
            "keys.rows.all",
            "keys.rows.edit",
            "keys.rows.menu",
            "keys.rows.leave");
    private static final List<String> CELL = List.of(
            "keys.cell.enter",
            "keys.cell.tab",
            "keys.cell.escape",
            "keys.cell.line",
            "keys.cell.null",
            "keys.cell.yes-no",
            "keys.cell.above");
    private static final List<String> FIELD =
            List.of("keys.field.null", "keys.field.offer", "keys.field.open", "keys.field.line");
    private static final List<String> MERGE = List.of(
            "keys.merge.next",
            "keys.merge.take",
            "keys.merge.result",
            "keys.merge.inside",
            "keys.merge.save",
            "keys.merge.leave");

    private final Texts texts;

    KeyPage(Texts texts) {
        this.texts = texts;
    }

    /**
     * Returns the whole page.
     *
     * @param everywhere the keys of the window's actions
     * @param cells the keys of the actions with cells
     */
    List<KeyGroup> groups(KeyGroup everywhere, KeyGroup cells) {
        KeyGroup rows = group("keys.rows", ROWS);
        return List.of(
                everywhere,
                new KeyGroup(
                        rows.place(),
                        Stream.concat(rows.lines().stream(), cells.lines().stream())
                                .toList()),
                group("keys.cell", CELL),
                group("keys.field", FIELD),
                group("keys.merge", MERGE));
    }

    private KeyGroup group(String place, List<String> lines) {
        return new KeyGroup(texts.get(place), lines.stream().map(this::line).toList());
    }

    private KeyGroup.Line line(String words) {
        return new KeyGroup.Line(texts.get(words + ".key"), texts.get(words));
    }
}
