package dev.concord.app.conflict;

import dev.concord.app.conflict.sides.KeyFilter;
import dev.concord.merge.Choice;
import dev.concord.merge.FieldMerge;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyEvent;

/** The keys of the merge: everything can be done by keyboard alone. */
final class ConflictKeys {
    private final ConflictModel model;
    private final ConflictRows rows;
    private final RowActions.Handler handler;

    ConflictKeys(ConflictModel model, ConflictRows rows, RowActions.Handler handler) {
        this.model = model;
        this.rows = rows;
        this.handler = handler;
    }

    void listenIn(Node root) {
        KeyFilter.listen(root, this::withControl, this::plain);
    }

    private boolean withControl(KeyEvent event) {
        return switch (event.getCode()) {
            case DIGIT1, NUMPAD1 -> choose(new Choice.Base());
            case DIGIT2, NUMPAD2 -> choose(new Choice.Theirs());
            case DIGIT3, NUMPAD3 -> choose(new Choice.Mine());
            case DIGIT4, NUMPAD4 -> field().flatMap(FieldMerge::quantity).isPresent() && choose(new Choice.Sum());
            case ENTER -> KeyFilter.run(rows::save);
            case E ->
                KeyFilter.run(() ->
                        field().filter(field -> SideFiles.of(field).isPresent()).ifPresent(handler::saveBoth));
            case G -> KeyFilter.run(() -> rows.current().ifPresent(row -> model.separate(row.column())));
            case Z -> !typing(event) && KeyFilter.run(event.isShiftDown() ? model::redo : model::undo);
            case Y -> !typing(event) && KeyFilter.run(model::redo);
            default -> false;
        };
    }

    private boolean plain(KeyEvent event) {
        return switch (event.getCode()) {
            case F7 -> KeyFilter.run(() -> navigate(event.isShiftDown() ? model::previous : model::next));
            case F2 -> KeyFilter.run(this::edit);
            case F4 -> KeyFilter.run(this::open);
            case ENTER -> event.getTarget() instanceof ConflictRow && KeyFilter.run(this::open);
            case ESCAPE -> KeyFilter.run(this::escape);
            case UP -> event.getTarget() instanceof ConflictRow && KeyFilter.run(() -> rows.step(-1));
            case DOWN -> event.getTarget() instanceof ConflictRow && KeyFilter.run(() -> rows.step(1));
            default -> false;
        };
    }

    private boolean choose(Choice choice) {
        rows.edited().ifPresent(row -> row.result().abandon());
        rows.current().ifPresent(row -> model.choose(row.column(), choice));
        return true;
    }

    /** Goes to another field and moves the keyboard focus there, from within or outside the rows. */
    private void navigate(Runnable step) {
        step.run();
        rows.focusCurrent();
    }

    private Optional<FieldMerge> field() {
        return rows.current().flatMap(row -> model.resolution().get().merge().field(row.column()));
    }

    /** Opens the parts of a value, or the search for another row to refer to. */
    private void open() {
        field().ifPresent(field -> RowActions.open(model.resolution().get(), field, handler));
    }

    /** Opens the editor, or closes it and takes over what was typed. */
    private void edit() {
        Optional<ConflictRow> open = rows.edited();
        open.ifPresentOrElse(
                row -> row.result().close(true), () -> rows.current().ifPresent(ConflictRow::edit));
    }

    /** Closes the open editor; cancels the merge when none is open. */
    private void escape() {
        Optional<ConflictRow> open = rows.edited();
        open.ifPresentOrElse(row -> row.result().abandon(), model::cancel);
    }

    /** Whether a text field has the keyboard focus; it has an undo of its own. */
    private static boolean typing(KeyEvent event) {
        return event.getTarget() instanceof TextInputControl;
    }
}
