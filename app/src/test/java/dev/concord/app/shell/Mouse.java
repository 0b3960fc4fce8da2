package dev.concord.app.shell;

import static dev.concord.app.control.Frames.until;

import dev.concord.app.control.Frames;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javafx.scene.Node;

/** Nothing but clicks, except where text is typed. */
record Mouse(Desk desk) implements Hands {

    @Override
    public void save() throws TimeoutException {
        desk.click("#edit-save");
    }

    @Override
    public void delete() throws TimeoutException {
        desk.click("#edit-delete");
        until(() -> desk.dialog().isPresent());
        desk.click("Delete it");
    }

    @Override
    public void choose(String column, Side side) {
        click(in(column, ".conflict-field"));
        click(in(column, ".conflict-" + side.style + " .radio-button"));
    }

    @Override
    public void addUp(String column) {
        click(in(column, ".conflict-actions .radio-button"));
    }

    @Override
    public void separate(String column) throws TimeoutException {
        desk.click("#separate-" + column);
    }

    @Override
    public void type(String column, String text) {
        click(in(column, ".conflict-pencil"));
        desk.typeOver(text);
    }

    @Override
    public void lookInside(String column) throws TimeoutException {
        desk.heightenDialog();
        click(in(column, ".conflict-actions .button"));
        desk.untilDialogHas("#parts-list");
    }

    @Override
    public void choosePart(String part, Side side) throws TimeoutException {
        until(() -> desk.part(part).isPresent());
        Node row = desk.part(part).orElseThrow();
        click(Stream.concat(
                        row.lookupAll(".parts-heading .toggle-button").stream()
                                .filter(button -> Desk.says(button, side.words)),
                        row.lookupAll(".parts-path .conflict-" + side.style).stream())
                .findFirst()
                .orElseThrow());
    }

    @Override
    public void leaveParts() throws TimeoutException {
        desk.click("#parts-done");
    }

    @Override
    public void push(String id) throws TimeoutException {
        desk.click("#" + id);
    }

    @Override
    public void finish() throws TimeoutException {
        desk.click("#conflict-save");
    }

    @Override
    public void cancel() throws TimeoutException {
        desk.click("#conflict-cancel");
    }

    @Override
    public void picture(String name) {}

    private void click(Node node) {
        desk.robot.clickOn(node);
        Frames.pass();
    }

    private Node in(String column, String selector) {
        return Optional.ofNullable(
                        desk.inDialog("#conflict-row-" + column).orElseThrow().lookup(selector))
                .orElseThrow();
    }
}
