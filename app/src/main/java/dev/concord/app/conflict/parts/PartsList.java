package dev.concord.app.conflict.parts;

import dev.concord.app.conflict.sides.ValueDisplay;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.control.ListView;
import javafx.scene.layout.Region;

/** The rows of a value's parts. Only those in sight are made, and a long text is laid out in the background. */
final class PartsList {
    /** Texts longer than this, in characters of both sides, are laid out in the background. */
    private static final int AT_ONCE = 100_000;

    private final PartsModel model;
    private final ValueDisplay values;
    private final ObservableList<PartRow> rows = FXCollections.observableArrayList();
    private final ListView<PartRow> list = new ListView<>(rows);
    private final Set<Integer> unfolded = new HashSet<>();
    private final PartEditor editor;
    private int generation;
    private boolean pressing;

    PartsList(PartsModel model, ValueDisplay values) {
        this.model = model;
        this.values = values;
        this.editor = new PartEditor(model, values.texts());
        list.getStyleClass().addAll("parts-list", "edge-to-edge");
        list.setId("parts-list");
        list.setCellFactory(view -> new PartCell(model, values, editor, this::press, this::unfold));
        model.answers().subscribe(now -> lay());
        editor.editing().subscribe((was, now) -> {
            lay();
            if (now.isEmpty()) {
                focus();
            }
        });
        model.current().subscribe(now -> {
            if (!pressing) {
                bringIntoSight();
            }
        });
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

    /** The editor that the row being edited shows. */
    PartEditor editor() {
        return editor;
    }

    /** Moves the keyboard focus to the rows. */
    void focus() {
        list.requestFocus();
    }

    /** Goes to a part that the mouse is on: it stays where it is, so that the click that begins meets what it was meant for. */
    private void press(int place) {
        pressing = true;
        model.select(place);
        pressing = false;
    }

    /** Shows lines that were folded. */
    private void unfold(int place) {
        unfolded.add(place);
        lay();
    }

    private void lay() {
        int mine = ++generation;
        if (!PartRows.ofText(model)) {
            show(PartTree.of(model));
            return;
        }
        PartRows layout = PartRows.of(model, unfolded, editor.editing().get());
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
    }
}
