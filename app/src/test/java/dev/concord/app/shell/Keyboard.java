package dev.concord.app.shell;

import static dev.concord.app.control.Frames.until;
import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.app.control.Frames;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;

/** Nothing but keys. */
record Keyboard(Desk desk) implements Hands {
    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");
    /** More steps than any window of the sample has. */
    private static final int MOST_STEPS = 80;

    /** To what needs a decision, and then through everything shown. */
    private static final List<KeyCode> TOUR = Stream.of(KeyCode.F7, KeyCode.UP, KeyCode.DOWN)
            .flatMap(key -> Collections.nCopies(6, key).stream())
            .toList();

    @Override
    public void save() {
        desk.save();
    }

    @Override
    public void delete() throws TimeoutException {
        tabTo(named("edit-delete"));
        desk.press(KeyCode.SPACE);
        until(() -> desk.dialog().isPresent());
        tabTo(node -> Desk.says(node, "Delete it"));
        desk.press(KeyCode.SPACE);
    }

    @Override
    public void choose(String column, Side side) {
        go(column);
        desk.control(side.key);
    }

    @Override
    public void addUp(String column) {
        go(column);
        desk.control(KeyCode.DIGIT4);
    }

    @Override
    public void separate(String column) {
        go(column);
        desk.control(KeyCode.G);
    }

    @Override
    public void type(String column, String text) {
        go(column);
        desk.press(KeyCode.F2);
        desk.typeOver(text);
        desk.press(KeyCode.ENTER);
    }

    @Override
    public void lookInside(String column) throws TimeoutException {
        go(column);
        desk.press(KeyCode.F4);
        desk.untilDialogHas("#parts-list");
    }

    @Override
    public void choosePart(String part, Side side) throws TimeoutException {
        for (int step = 0; step < MOST_STEPS && !isCurrent(part); step++) {
            desk.press(KeyCode.F7);
        }
        assertThat(isCurrent(part)).as(part).isTrue();
        desk.control(side.key);
    }

    @Override
    public void leaveParts() {
        desk.press(KeyCode.ESCAPE);
    }

    @Override
    public void push(String id) throws TimeoutException {
        desk.untilDialogHas("#" + id);
        tabTo(named(id));
        desk.press(KeyCode.SPACE);
    }

    @Override
    public void finish() {
        desk.control(KeyCode.ENTER);
    }

    @Override
    public void cancel() {
        desk.press(KeyCode.ESCAPE);
    }

    @Override
    public void picture(String name) {
        desk.picture(name);
    }

    private void go(String column) {
        Predicate<Node> row = named("conflict-row-" + column);
        for (KeyCode key : TOUR) {
            if (desk.focused().filter(row).isEmpty()) {
                desk.press(key);
            }
        }
        assertThat(desk.focused()).as(column).get().matches(row);
    }

    private void tabTo(Predicate<Node> wanted) {
        Frames.pass();
        for (int step = 0; step < MOST_STEPS && desk.focused().filter(wanted).isEmpty(); step++) {
            if (desk.focused().filter(named("rows")).isPresent()) {
                // In the grid Tab goes from cell to cell.
                desk.control(KeyCode.TAB);
            } else {
                desk.robot.push(KeyCode.TAB);
            }
        }
        assertThat(desk.focused()).get().matches(wanted);
    }

    private boolean isCurrent(String part) {
        return desk.part(part)
                .filter(row -> row.getPseudoClassStates().contains(CURRENT))
                .isPresent();
    }

    private static Predicate<Node> named(String id) {
        return node -> id.equals(node.getId());
    }
}
