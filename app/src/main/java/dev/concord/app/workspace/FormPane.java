package dev.concord.app.workspace;

import dev.concord.app.edit.EditMode;
import dev.concord.app.edit.EditModel;
import dev.concord.app.edit.EditView;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.animation.AnimationTimer;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Window;
import javafx.util.Subscription;

/**
 * The place of the form. The form itself is made once the window has been painted, because nobody waits for an empty form, and everybody for
 * the first rows; or before, as soon as it has something to show or to do. FX thread only.
 */
final class FormPane extends StackPane {
    private final Supplier<EditView> maker;
    private Subscription waiting = Subscription.EMPTY;
    private Optional<EditView> form = Optional.empty();

    /** @param maker makes the form, once */
    FormPane(EditModel model, Supplier<EditView> maker) {
        this.maker = maker;
        getStyleClass().addAll("edit", "form-pane");
        AfterFirstPicture painted = new AfterFirstPicture();
        Subscription shown = sceneProperty()
                .flatMap(Scene::windowProperty)
                .flatMap(Window::showingProperty)
                .orElse(false)
                .subscribe(painted::follow);
        Subscription used = model.mode().subscribe(mode -> {
            if (mode != EditMode.NOTHING) {
                form();
            }
        });
        Subscription asked = model.focus().subscribe(field -> field.ifPresent(there -> form()));
        waiting = Subscription.combine(shown, used, asked, painted::stop);
        if (form.isPresent()) {
            waiting.unsubscribe();
        }
    }

    /** The form, which is made when there is none yet. */
    EditView form() {
        return form.orElseGet(() -> {
            EditView made = maker.get();
            form = Optional.of(made);
            getChildren().setAll(made.root());
            waiting.unsubscribe();
            return made;
        });
    }

    /** Makes the form in the second pulse of a window that is shown: the first one is painted then. */
    private final class AfterFirstPicture extends AnimationTimer {
        private int pulses;

        void follow(boolean showing) {
            if (showing && form.isEmpty()) {
                start();
            }
        }

        @Override
        public void handle(long now) {
            pulses++;
            if (pulses > 1) {
                form();
            }
        }
    }
}
