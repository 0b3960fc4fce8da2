package dev.concord.app.conflict.parts;

import dev.concord.app.conflict.sides.Values;
import dev.concord.merge.Answer;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.control.ListView;
import javafx.scene.layout.Region;

/** The rows of a value's parts. Only those in sight are made, and a long text is laid out in the background. */
final class PartsList {
    /** Longer texts, in characters of both sides, would hold the window up. */
    private static final int AT_ONCE = 100_000;

    private final PartsModel model;
    private final Values values;
    private final ObservableList<PartRow> rows = FXCollections.observableArrayList();
    private final ListView<PartRow> list = new ListView<>(rows);
    private final Set<Integer> unfolded = new HashSet<>();
    private final PartEditor editor;
    private OptionalInt editing = OptionalInt.empty();
    private int generation;

    PartsList(PartsModel model, Values values) {
        this.model = model;
        this.values = values;
        this.editor = new PartEditor(model, values.texts(), this::edited);
        list.getStyleClass().addAll("parts-list", "edge-to-edge");
        list.setId("parts-list");
        list.setCellFactory(view -> new PartCell(model, values, this));
        model.answers().subscribe(now -> lay());
        model.current().subscribe(now -> bringIntoSight());
        list.sceneProperty().subscribe(scene -> {
            if (scene != null) {
                focus();
                bringIntoSight();
            }
        });
    }

    Region node() {
        return list;
    }

    /** Where a part is edited. */
    PartEditor editor() {
        return editor;
    }

    boolean isEditing() {
        return editing.isPresent();
    }

    boolean isEditing(int place) {
        return editing.equals(OptionalInt.of(place));
    }

    /** Gives the keyboard to the rows. */
    void focus() {
        list.requestFocus();
    }

    /** Shows lines that were folded. */
    void unfold(int place) {
        unfolded.add(place);
        lay();
    }

    /** Opens the editor on a part somebody changed, or closes it with what it holds. */
    void edit(int place) {
        if (isEditing()) {
            editor.finish();
        } else if (model.changes().contains(place)) {
            model.select(place);
            editing = OptionalInt.of(place);
            editor.open(place);
            lay();
            editor.focus();
        }
    }

    /** Closes the editor; empty forgets what was typed. */
    private void edited(Optional<String> typed) {
        OptionalInt place = editing;
        editing = OptionalInt.empty();
        lay();
        focus();
        typed.ifPresent(text -> model.choose(place.orElseThrow(), new Answer.Typed(text)));
    }

    private void lay() {
        int mine = ++generation;
        if (!PartRows.ofText(model)) {
            show(PartTree.of(model));
            // What changed is in the parts, not in the rows that stand for them.
            list.refresh();
            return;
        }
        PartRows layout = PartRows.of(model, unfolded, editing);
        if (layout.size() <= AT_ONCE) {
            show(layout.lines());
        } else {
            values.work().read(values.texts().get("conflict.comparing"), layout::lines, laidOut -> {
                if (mine == generation) {
                    show(laidOut);
                }
            });
        }
    }

    /** Replaces only what differs, so that the rows in sight stay where they are. */
    private void show(List<PartRow> next) {
        boolean first = rows.isEmpty();
        int head = 0;
        int most = Math.min(rows.size(), next.size());
        while (head < most && rows.get(head).equals(next.get(head))) {
            head++;
        }
        int tail = 0;
        while (tail < most - head && rows.get(rows.size() - 1 - tail).equals(next.get(next.size() - 1 - tail))) {
            tail++;
        }
        rows.remove(head, rows.size() - tail);
        rows.addAll(head, next.subList(head, next.size() - tail));
        list.refresh();
        if (first) {
            bringIntoSight();
        }
    }

    private void bringIntoSight() {
        int place = model.current().get();
        Predicate<PartRow> begins =
                row -> row.place() == place && (row instanceof PartRow.Heading || row instanceof PartRow.Path);
        rows.stream().filter(begins).findFirst().map(rows::indexOf).ifPresent(index -> {
            list.getFocusModel().focus(index);
            list.scrollTo(Math.max(0, index - 2));
        });
        list.refresh();
    }
}
