package dev.concord.app.conflict;

import dev.concord.app.conflict.sides.ColumnCaption;
import dev.concord.app.conflict.sides.ColumnGrid;
import dev.concord.app.conflict.sides.FixedHeaderPane;
import dev.concord.app.conflict.sides.ValueDisplay;
import dev.concord.app.control.Caption;
import dev.concord.merge.Change;
import dev.concord.merge.ColumnGroup;
import dev.concord.merge.FieldMerge;
import dev.concord.ui.text.Texts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

/** The fields of a merge under a fixed header. A row is made when it is first shown, because tables can be wide. */
final class ConflictRows {
    /** The number of rows made at a time; more are made when there is room, or when the person scrolls or steps to them. */
    private static final int SOME = 9;

    private final ConflictModel model;
    private final ValueDisplay values;
    private final Texts texts;
    private final ConflictText words;
    private final RowActions.Handler handler;
    private final Consumer<String> say;
    private final Map<String, ConflictRow> rows = new HashMap<>();
    private final VBox list = new VBox();
    private final ScrollPane scroll = new ScrollPane(list);
    private int most = SOME;
    private boolean laidOut;
    private final MergedSummary summary;
    private final FixedHeaderPane root;

    ConflictRows(ConflictModel model, ValueDisplay values, RowActions.Handler handler, Consumer<String> say) {
        this.model = model;
        this.values = values;
        this.texts = values.texts();
        this.words = new ConflictText(texts);
        this.handler = handler;
        this.say = say;
        list.getStyleClass().add("conflict-rows");
        this.summary = new MergedSummary(words, texts, () -> model.filter().set(FieldFilter.MERGED));
        this.root = FixedHeaderPane.of(header(), scroll);
        Runnable filling = this::afterLayout;
        list.sceneProperty().subscribe((was, now) -> {
            laidOut = false;
            if (was != null) {
                was.removePostLayoutPulseListener(filling);
            }
            if (now != null) {
                now.addPostLayoutPulseListener(filling);
                focusCurrent();
            }
        });
        model.filter().subscribe((was, now) -> {
            most = SOME;
            fill();
        });
        scroll.vvalueProperty().subscribe((was, now) -> {
            if (now.doubleValue() > 0.9 && most < model.shown().size()) {
                growInPlace();
            }
        });
        model.resolution().subscribe((was, now) -> fill());
        model.problems().subscribe((was, now) -> fill());
        model.saving().subscribe((was, now) -> {
            if (!now) {
                focusCurrent();
            }
        });
        model.references().changes().subscribe((was, now) -> shownRows().forEach(this::paint));
        model.current().subscribe((was, now) -> {
            shown(was).ifPresent(this::paint);
            shown(now).ifPresentOrElse(this::paint, this::fill);
            focusCurrent();
        });
        fill();
    }

    Parent root() {
        return root;
    }

    /** Moves the keyboard focus to the current row and scrolls to it. */
    void focusCurrent() {
        shown(model.current().get()).filter(row -> !row.result().editing()).ifPresent(row -> {
            row.requestFocus();
            // Before the layout no row has its height, and computing it takes as long as the layout.
            if (laidOut) {
                bringIntoSight(row);
            }
        });
    }

    Optional<ConflictRow> current() {
        return shown(model.current().get());
    }

    /** The row whose editor is open. */
    Optional<ConflictRow> edited() {
        return rows.values().stream().filter(row -> row.result().editing()).findFirst();
    }

    /** Goes to the row above or below the current one. */
    void step(int by) {
        List<String> columns = model.shown().stream().map(FieldMerge::name).toList();
        int next = columns.indexOf(model.current().get()) + by;
        if (next >= 0 && next < columns.size()) {
            model.select(columns.get(next));
        }
    }

    /** Takes over what is still being typed, then saves. */
    void save() {
        afterTyping(() -> {
            boolean undecided = !model.resolution().get().undecided().isEmpty();
            model.save();
            if (undecided || !model.problems().get().isEmpty()) {
                focusCurrent();
            }
        });
    }

    /**
     * Takes over what is still being typed, then runs a task; if the text is not a valid value, reports that instead.
     */
    void afterTyping(Runnable then) {
        edited().ifPresent(row -> row.result().close(false));
        Optional<ConflictRow> unreadable = edited();
        if (unreadable.isPresent()) {
            ConflictRow row = unreadable.get();
            say.accept(texts.get(
                    "conflict.notice.unreadable",
                    Caption.of(row.column()),
                    row.result().problem()));
            row.result().focusEditor();
        } else {
            then.run();
        }
    }

    private void fill() {
        List<Node> nodes = new ArrayList<>();
        List<FieldMerge> all = model.shown();
        most = Math.max(
                most,
                all.stream()
                                .map(FieldMerge::name)
                                .toList()
                                .indexOf(model.current().get())
                        + SOME / 2);
        List<FieldMerge> fields = all.subList(0, Math.min(most, all.size()));
        Optional<ColumnGroup> group = Optional.empty();
        boolean headed = false;
        for (FieldMerge field : fields) {
            if (field.group().isPresent() && !field.group().equals(group)) {
                nodes.add(new GroupHeading(field, words, texts, () -> model.separate(field.name())));
            }
            group = field.group();
            if (field.change() == Change.SET_BY_DATABASE && !headed) {
                Label section = new Label(texts.get("conflict.section.set-by-database"));
                section.getStyleClass().add("conflict-section");
                nodes.add(section);
                headed = true;
            }
            ConflictRow row =
                    rows.computeIfAbsent(field.name(), name -> new ConflictRow(model, field, words, values, handler));
            paint(row);
            nodes.add(row);
        }
        if (nodes.isEmpty()) {
            Label none = new Label(texts.get("conflict.filter.none"));
            none.getStyleClass().addAll("concord-muted", "conflict-none");
            nodes.add(none);
        }
        if (model.filter().get() == FieldFilter.NEEDS_DECISION) {
            summary.show(model.resolution().get());
            nodes.add(summary);
        }
        // Setting the same children again would remove the keyboard focus from a row that stays.
        if (!nodes.equals(list.getChildren())) {
            boolean hadFocus = shownRows().anyMatch(Node::isFocusWithin);
            list.getChildren().setAll(nodes);
            if (hadFocus) {
                focusCurrent();
            }
        }
    }

    /** Makes more rows while they do not reach the end of the window. */
    private void afterLayout() {
        if (!laidOut) {
            laidOut = true;
            current().ifPresent(this::bringIntoSight);
        }
        if (list.getHeight() < scroll.getViewportBounds().getHeight()
                && most < model.shown().size()) {
            most += SOME;
            fill();
        }
    }

    /** Makes more rows below without moving those in sight. */
    private void growInPlace() {
        double above = scroll.getVvalue() * hidden();
        most += SOME;
        fill();
        scroll.layout();
        scroll.setVvalue(above / hidden());
    }

    private double hidden() {
        return Math.max(1, list.getHeight() - scroll.getViewportBounds().getHeight());
    }

    private void paint(ConflictRow row) {
        row.show(model.resolution().get());
    }

    private Optional<ConflictRow> shown(String column) {
        return shownRows().filter(row -> row.column().equals(column)).findFirst();
    }

    private Stream<ConflictRow> shownRows() {
        return list.getChildren().stream().filter(ConflictRow.class::isInstance).map(ConflictRow.class::cast);
    }

    private GridPane header() {
        return ColumnGrid.of(Stream.of("field", "base", "theirs", "mine", "result")
                .map(column -> new ColumnCaption(column, texts))
                .toArray(Node[]::new));
    }

    private void bringIntoSight(Node row) {
        scroll.layout();
        double height = scroll.getViewportBounds().getHeight();
        double hidden = hidden();
        Bounds bounds = row.getBoundsInParent();
        double top = scroll.getVvalue() * hidden;
        if (bounds.getMinY() < top || bounds.getHeight() > height) {
            scroll.setVvalue(bounds.getMinY() / hidden);
        } else if (bounds.getMaxY() > top + height) {
            scroll.setVvalue(Math.min(1, (bounds.getMaxY() - height) / hidden));
        }
    }
}
