package dev.concord.app.conflict;

import dev.concord.merge.Choice;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyEvent;

/** The merge by keyboard alone. */
final class ConflictKeys {
    private final ConflictModel model;
    private final ConflictRows rows;

    ConflictKeys(ConflictModel model, ConflictRows rows) {
        this.model = model;
        this.rows = rows;
    }

    void listenIn(Node root) {
        root.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            boolean used = event.isShortcutDown() ? withControl(event) : plain(event);
            if (used) {
                event.consume();
            }
        });
    }

    private boolean withControl(KeyEvent event) {
        return switch (event.getCode()) {
            case DIGIT1, NUMPAD1 -> choose(new Choice.Base());
            case DIGIT2, NUMPAD2 -> choose(new Choice.Theirs());
            case DIGIT3, NUMPAD3 -> choose(new Choice.Mine());
            case ENTER -> run(rows::save);
            case Z -> !typing(event) && run(event.isShiftDown() ? model::redo : model::undo);
            case Y -> !typing(event) && run(model::redo);
            default -> false;
        };
    }

    private boolean plain(KeyEvent event) {
        return switch (event.getCode()) {
            case F7 -> run(event.isShiftDown() ? model::previous : model::next);
            case F2 -> run(this::edit);
            case ESCAPE -> run(this::escape);
            case UP -> event.getTarget() instanceof ConflictRow && run(() -> rows.step(-1));
            case DOWN -> event.getTarget() instanceof ConflictRow && run(() -> rows.step(1));
            default -> false;
        };
    }

    private boolean choose(Choice choice) {
        rows.edited().ifPresent(row -> row.result().abandon());
        rows.current().ifPresent(row -> model.choose(row.column(), choice));
        return true;
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

    private static boolean run(Runnable action) {
        action.run();
        return true;
    }
}
