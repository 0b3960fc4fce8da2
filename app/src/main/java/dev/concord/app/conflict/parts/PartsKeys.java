package dev.concord.app.conflict.parts;

import dev.concord.app.conflict.sides.Keys;
import dev.concord.merge.Answer;
import javafx.scene.Node;
import javafx.scene.input.KeyEvent;

/** Deciding parts by keyboard alone; the same keys as for fields. */
final class PartsKeys {
    private final PartsModel model;
    private final PartEditor editor;
    private final Runnable back;

    PartsKeys(PartsModel model, PartEditor editor, Runnable back) {
        this.model = model;
        this.editor = editor;
        this.back = back;
    }

    void listenIn(Node root) {
        Keys.listen(root, this::withControl, this::plain);
    }

    private boolean withControl(KeyEvent event) {
        return switch (event.getCode()) {
            case DIGIT1, NUMPAD1 -> choose(new Answer.Base());
            case DIGIT2, NUMPAD2 -> choose(new Answer.Theirs());
            case DIGIT3, NUMPAD3 -> choose(new Answer.Mine());
            case DIGIT4, NUMPAD4 -> choose(new Answer.TheirsThenMine());
            case DIGIT5, NUMPAD5 -> choose(new Answer.MineThenTheirs());
            case ENTER -> Keys.run(editor.isOpen() ? editor::finish : back);
            case Z -> !editor.isOpen() && Keys.run(event.isShiftDown() ? model::redo : model::undo);
            case Y -> !editor.isOpen() && Keys.run(model::redo);
            default -> false;
        };
    }

    private boolean plain(KeyEvent event) {
        return switch (event.getCode()) {
            case F7 -> Keys.run(() -> model.step(event.isShiftDown() ? -1 : 1));
            case F2 -> Keys.run(() -> editor.edit(model.current().get()));
            case UP -> inTree() && Keys.run(() -> model.step(-1));
            case DOWN -> inTree() && Keys.run(() -> model.step(1));
            case ESCAPE -> Keys.run(editor.isOpen() ? editor::close : back);
            default -> false;
        };
    }

    /** The lines of a text are scrolled through; the paths of a document are gone through. */
    private boolean inTree() {
        return !editor.isOpen() && !PartRows.ofText(model);
    }

    private boolean choose(Answer answer) {
        if (!editor.isOpen()) {
            model.choose(model.current().get(), answer);
        }
        return true;
    }
}
