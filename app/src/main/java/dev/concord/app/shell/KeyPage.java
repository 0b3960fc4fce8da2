package dev.concord.app.shell;

import dev.concord.app.action.Action;
import dev.concord.app.action.KeyGroup;
import dev.concord.ui.text.Texts;
import java.util.List;
import java.util.stream.Stream;

/** The keys that are no actions of the window: those of the grid, of a cell, of a field and of the merge dialog. */
final class KeyPage {
    private static final List<String> ROWS = List.of(
            "rows-cell",
            "rows-tab",
            "rows-page",
            "rows-ends",
            "rows-columns",
            "rows-corners",
            "rows-select",
            "rows-whole-rows",
            "rows-whole-columns",
            "rows-all",
            "rows-edit",
            "rows-menu",
            "rows-leave");
    private static final List<String> CELL =
            List.of("cell-enter", "cell-tab", "cell-escape", "cell-line", "cell-null", "cell-yes-no", "cell-above");
    private static final List<String> FIELD = List.of("field-null", "field-offer", "field-open", "field-line");
    private static final List<String> MERGE =
            List.of("merge-next", "merge-take", "merge-result", "merge-inside", "merge-save", "merge-leave");

    private final Texts texts;

    KeyPage(Texts texts) {
        this.texts = texts;
    }

    /**
     * Returns the whole page.
     *
     * @param everywhere the actions of the window
     * @param cells the actions with cells
     */
    List<KeyGroup> groups(List<Action> everywhere, List<Action> cells) {
        return List.of(
                new KeyGroup(texts.get("keys.everywhere"), lines(everywhere)),
                new KeyGroup(
                        texts.get("keys.rows"),
                        Stream.concat(ROWS.stream().map(this::line), lines(cells).stream())
                                .toList()),
                group("keys.cell", CELL),
                group("keys.field", FIELD),
                group("keys.merge", MERGE));
    }

    /** The keys of actions that have any. */
    private List<KeyGroup.Line> lines(List<Action> actions) {
        return actions.stream()
                .filter(action -> !action.keys().isEmpty())
                .map(action -> new KeyGroup.Line(action.keyText(texts), action.name()))
                .toList();
    }

    private KeyGroup group(String place, List<String> lines) {
        return new KeyGroup(texts.get(place), lines.stream().map(this::line).toList());
    }

    private KeyGroup.Line line(String name) {
        return new KeyGroup.Line(texts.get("keys.pressed." + name), texts.get("keys.does." + name));
    }
}
