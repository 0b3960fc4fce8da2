package dev.concord.app.conflict.parts;

import dev.concord.app.conflict.sides.KeyFilter;
import dev.concord.merge.PartAnswer;
import javafx.scene.Node;
import javafx.scene.input.KeyEvent;

/** The keys of the parts; the same as those of the fields. */
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
        KeyFilter.listen(root, this::withControl, this::plain);
    }

    private boolean withControl(KeyEvent event) {
        return switch (event.getCode()) {
            case DIGIT1, NUMPAD1 -> choose(new PartAnswer.Base());
            case DIGIT2, NUMPAD2 -> choose(new PartAnswer.Theirs());
            case DIGIT3, NUMPAD3 -> choose(new PartAnswer.Mine());
            case DIGIT4, NUMPAD4 -> choose(new PartAnswer.TheirsThenMine());
            case DIGIT5, NUMPAD5 -> choose(new PartAnswer.MineThenTheirs());
            case ENTER -> KeyFilter.run(editor.isOpen() ? editor::finish : back);
            case Z -> !editor.isOpen() && KeyFilter.run(event.isShiftDown() ? model::redo : model::undo);
            case Y -> !editor.isOpen() && KeyFilter.run(model::redo);
            default -> false;
        };
    }

    private boolean plain(KeyEvent event) {
        return switch (event.getCode()) {
            case F7 -> KeyFilter.run(() -> model.step(event.isShiftDown() ? -1 : 1));
            case F2 -> KeyFilter.run(() -> editor.edit(model.current().get()));
            case UP -> inTree() && KeyFilter.run(() -> model.step(-1));
            case DOWN -> inTree() && KeyFilter.run(() -> model.step(1));
            case ESCAPE -> KeyFilter.run(editor.isOpen() ? editor::close : back);
            default -> false;
        };
    }

    /** Whether arrow keys go from path to path; in a text they scroll. */
    private boolean inTree() {
        return !editor.isOpen() && !PartRows.ofText(model);
    }

    private boolean choose(PartAnswer answer) {
        if (!editor.isOpen()) {
            model.choose(model.current().get(), answer);
        }
        return true;
    }
}
