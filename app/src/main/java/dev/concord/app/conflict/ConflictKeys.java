package dev.concord.app.conflict;

import dev.concord.app.conflict.sides.Keys;
import dev.concord.merge.Choice;
import dev.concord.merge.FieldMerge;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyEvent;

/** The merge by keyboard alone. */
final class ConflictKeys {
    private final ConflictModel model;
    private final ConflictRows rows;
    private final RowActions.Doings doings;

    ConflictKeys(ConflictModel model, ConflictRows rows, RowActions.Doings doings) {
        this.model = model;
        this.rows = rows;
        this.doings = doings;
    }

    void listenIn(Node root) {
        Keys.listen(root, this::withControl, this::plain);
    }

    private boolean withControl(KeyEvent event) {
        return switch (event.getCode()) {
            case DIGIT1, NUMPAD1 -> choose(new Choice.Base());
            case DIGIT2, NUMPAD2 -> choose(new Choice.Theirs());
            case DIGIT3, NUMPAD3 -> choose(new Choice.Mine());
            case DIGIT4, NUMPAD4 -> field().flatMap(FieldMerge::quantity).isPresent() && choose(new Choice.Sum());
            case ENTER -> Keys.run(rows::save);
            case E -> Keys.run(() -> field().filter(field -> BothFiles.of(field).isPresent()).ifPresent(doings::saveBoth));
            case G -> Keys.run(() -> rows.current().ifPresent(row -> model.separate(row.column())));
            case Z -> !typing(event) && Keys.run(event.isShiftDown() ? model::redo : model::undo);
            case Y -> !typing(event) && Keys.run(model::redo);
            default -> false;
        };
    }

    private boolean plain(KeyEvent event) {
        return switch (event.getCode()) {
            case F7 -> Keys.run(() -> navigate(event.isShiftDown() ? model::previous : model::next));
            case F2 -> Keys.run(this::edit);
            case F4 -> Keys.run(this::open);
            case ENTER -> event.getTarget() instanceof ConflictRow && Keys.run(this::open);
            case ESCAPE -> Keys.run(this::escape);
            case UP -> event.getTarget() instanceof ConflictRow && Keys.run(() -> rows.step(-1));
            case DOWN -> event.getTarget() instanceof ConflictRow && Keys.run(() -> rows.step(1));
            default -> false;
        };
    }

    private boolean choose(Choice choice) {
        rows.edited().ifPresent(row -> row.result().abandon());
        rows.current().ifPresent(row -> model.choose(row.column(), choice));
        return true;
    }

    /** The keyboard follows, even where it was somewhere else and the field stays the same. */
    private void navigate(Runnable step) {
        step.run();
        rows.focusCurrent();
    }

    private Optional<FieldMerge> field() {
        return rows.current().flatMap(row -> model.resolution().get().merge().field(row.column()));
    }

    /** Looks inside a value that was taken apart, or for another row to refer to. */
    private void open() {
        field().ifPresent(field -> RowActions.open(model.resolution().get(), field, doings));
    }

    /** Opens the editor, or closes it with what it holds. */
    private void edit() {
        Optional<ConflictRow> open = rows.edited();
        open.ifPresentOrElse(
                row -> row.result().close(true), () -> rows.current().ifPresent(ConflictRow::edit));
    }

    /** Typing ends first; only then the merge does. */
    private void escape() {
        Optional<ConflictRow> open = rows.edited();
        open.ifPresentOrElse(row -> row.result().abandon(), model::cancel);
    }

    /** An editor has an undo of its own. */
    private static boolean typing(KeyEvent event) {
        return event.getTarget() instanceof TextInputControl;
    }
}
