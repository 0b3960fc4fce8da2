package dev.concord.app.conflict;

import dev.concord.app.conflict.reference.ReferenceCaptions;
import dev.concord.app.conflict.sides.ColumnGrid;
import dev.concord.app.conflict.sides.FieldState;
import dev.concord.app.conflict.sides.ValueDisplay;
import dev.concord.merge.Change;
import dev.concord.merge.Choice;
import dev.concord.merge.FieldMerge;
import dev.concord.merge.LaterChange;
import dev.concord.merge.Resolution;
import dev.concord.merge.Rule;
import dev.concord.merge.ValueOrigin;
import dev.concord.ui.icon.Icon;
import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/**
 * One field of the merge: its state, its three values and its result. The row as a whole can have the keyboard focus.
 */
final class ConflictRow extends StackPane {
    private static final PseudoClass GROUPED = PseudoClass.getPseudoClass("grouped");
    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");

    private final ConflictModel model;
    private final ConflictText words;
    private final ValueDisplay values;
    private final String column;
    private final Label state = new Label();
    private final Note rule;
    private final Note moved;
    private final Note problem;
    private final SideCell base;
    private final SideCell theirs;
    private final SideCell mine;
    private final ResultCell result;
    private final RowActions actions;
    private Optional<FieldMerge> shown = Optional.empty();
    private Optional<FieldState> shownState = Optional.empty();

    ConflictRow(
            ConflictModel model,
            FieldMerge field,
            ConflictText words,
            ValueDisplay values,
            RowActions.Handler handler) {
        this.model = model;
        this.words = words;
        this.values = values;
        this.column = field.name();
        String name = words.name(field);
        this.base = new SideCell("base", new Choice.Base(), name, values, this::choose);
        this.theirs = new SideCell("theirs", new Choice.Theirs(), name, values, this::choose);
        this.mine = new SideCell("mine", new Choice.Mine(), name, values, this::choose);
        this.actions = new RowActions(this::choose, words, values.texts(), handler);
        this.result =
                new ResultCell(name, values, value -> choose(new Choice.Typed(value)), this::requestFocus, this::edit);
        Label title = new Label(name);
        title.getStyleClass().add("conflict-field-name");
        title.setWrapText(true);
        state.setWrapText(true);
        state.setMinHeight(USE_PREF_SIZE);
        VBox heading = new VBox(title, state);
        rule = Note.in(heading, "conflict-rule");
        moved = Note.in(heading, Icon.REFRESH, "conflict-moved");
        heading.getStyleClass().addAll("conflict-cell", "conflict-field");
        GridPane grid = ColumnGrid.of(heading, base, theirs, mine, result);
        VBox below = new VBox(actions);
        problem = Note.in(below, Icon.ERROR, "concord-error", "conflict-problem");
        grid.add(below, 1, 1, 3, 1);
        // The background of the chosen side reaches down to the next row.
        List.of(base, theirs, mine).forEach(side -> GridPane.setVgrow(side, Priority.ALWAYS));
        GridPane.setRowSpan(result, GridPane.REMAINING);
        GridPane.setRowSpan(heading, GridPane.REMAINING);
        getChildren().add(grid);
        getStyleClass().add("conflict-row");
        setId("conflict-row-" + column);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.LIST_ITEM);
        focusedProperty().subscribe(focused -> {
            if (focused) {
                model.select(column);
            }
        });
        addEventFilter(MouseEvent.MOUSE_PRESSED, event -> {
            model.select(column);
            if (!result.editing()) {
                requestFocus();
            }
        });
    }

    /** The column it shows. */
    String column() {
        return column;
    }

    /** Shows the field as it is decided now. */
    void show(Resolution resolution) {
        FieldMerge field = resolution.merge().field(column).orElseThrow();
        if (!shown.equals(Optional.of(field))) {
            shown = Optional.of(field);
            base.show(field);
            theirs.show(field);
            mine.show(field);
        }
        FieldState now = FieldState.of(resolution, field);
        if (!shownState.equals(Optional.of(now))) {
            shownState = Optional.of(now);
            state.setText(now.text(values.texts()));
            state.setGraphic(now.icon().node());
            state.getStyleClass().setAll("label", "conflict-state", now.word());
        }
        Optional<LaterChange> mark = Optional.ofNullable(resolution.moved().get(column));
        rule.say(resolution.origin(field) instanceof ValueOrigin.ByRule(Rule why) ? words.rule(why) : "");
        moved.say(mark.map(words::moved).orElse(""));
        caption(resolution, field, mark.flatMap(LaterChange::baseSeenAt).map(words::seen));
        actions.show(resolution, field);
        problem.say(model.problems().get().getOrDefault(column, ""));
        boolean current = model.current().get().equals(column);
        pseudoClassStateChanged(CURRENT, current);
        pseudoClassStateChanged(GROUPED, field.group().isPresent());
        boolean decision = field.change() == Change.DECISION;
        boolean choosable = field.change() != Change.SET_BY_DATABASE;
        Optional<Choice> source = resolution.choice(column).or(() -> merged(field));
        for (SideCell side : List.of(base, theirs, mine)) {
            side.offer(
                    choosable && (decision || current),
                    decision,
                    source.filter(side::is).isPresent());
        }
        result.show(field, resolution.result(field), choosable);
        setAccessibleText(words.row(resolution, field));
    }

    /** Opens the editor on the result, or on the person's own edit while there is none. */
    void edit() {
        Resolution now = model.resolution().get();
        FieldMerge field = now.merge().field(column).orElseThrow();
        if (field.change() != Change.SET_BY_DATABASE && !model.saving().get()) {
            model.select(column);
            result.edit(field, now.result(field).orElse(field.mine()));
        }
    }

    ResultCell result() {
        return result;
    }

    private void choose(Choice choice) {
        model.choose(column, choice);
    }

    /** Says under each value of a reference which row it leads to. */
    private void caption(Resolution resolution, FieldMerge field, Optional<String> seen) {
        ReferenceCaptions captions = new ReferenceCaptions(model.references(), values.texts(), resolution, field);
        base.caption(captions.of(FieldMerge::base, seen), captions.missing(FieldMerge::base));
        theirs.caption(captions.of(FieldMerge::theirs, Optional.empty()), captions.missing(FieldMerge::theirs));
        mine.caption(captions.of(FieldMerge::mine, Optional.empty()), captions.missing(FieldMerge::mine));
        result.caption(captions.ofResult(), captions.resultMissing());
    }

    /** The side that a result comes from when the user has not chosen one. */
    private static Optional<Choice> merged(FieldMerge field) {
        return switch (field.change()) {
            case THEIRS -> Optional.of(new Choice.Theirs());
            case MINE -> Optional.of(new Choice.Mine());
            case UNCHANGED, EQUAL, MERGED, DECISION, SET_BY_DATABASE -> Optional.empty();
        };
    }
}
