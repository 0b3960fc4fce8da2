package dev.concord.app.saving;

import atlantafx.base.theme.Styles;
import dev.concord.app.saving.SavingModel.Phase;
import dev.concord.ui.text.Texts;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** The buttons below the report; those that can do nothing now are hidden. */
final class SavingButtons extends HBox {
    private final SavingModel model;
    private final DecidingModel deciding;
    private final Texts texts;
    private final Button back;
    private final Button apply;
    private final Button start;
    private final Button pause;
    private final Button goOn;
    private final Button again;
    private final Button decide;
    private final Button rest;
    private final Button close;

    SavingButtons(SavingModel model, Texts texts) {
        this.model = model;
        this.deciding = model.deciding();
        this.texts = texts;
        back = button("saving-back", texts.get("saving.preview.back"), deciding::leavePreview);
        apply = button("saving-apply", "", deciding::apply);
        start = button("saving-start", texts.get("saving.start"), model::start);
        pause = button("saving-pause", texts.get("saving.pause"), model::pause);
        goOn = button("saving-go-on", texts.get("saving.go-on"), model::goOn);
        again = button("saving-again", texts.get("saving.again"), model::again);
        decide = button("saving-decide", texts.get("saving.decide.next"), deciding::next);
        rest = button("saving-rest", texts.get("saving.rest"), model::saveRest);
        close = button("saving-close", texts.get("saving.close"), model::close);
        Label keys = new Label(texts.get("saving.keys"));
        keys.getStyleClass().add("concord-muted");
        keys.setMinWidth(0);
        keys.setWrapText(true);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        getStyleClass().add("saving-buttons");
        getChildren().addAll(keys, space);
        getChildren().addAll(all());
    }

    /** Shows the buttons for what can be done now, and accents the main one. */
    void show() {
        Phase phase = model.phase().get();
        boolean previewing = deciding.previewing().get();
        deciding.similar()
                .get()
                .ifPresent(similar -> apply.setText(
                        texts.get("saving.preview.apply", similar.results().size())));
        show(back, previewing);
        show(apply, previewing);
        show(start, phase == Phase.CHOOSING && !previewing);
        show(pause, phase == Phase.RUNNING && model.policy().get() == FailurePolicy.WHAT_CAN_BE_SAVED);
        show(goOn, phase == Phase.PAUSED && !previewing);
        show(rest, !previewing && model.heldBackByNothing());
        show(again, phase == Phase.ENDED && !previewing && model.repeatable() && !rest.isVisible());
        show(decide, !previewing && (phase == Phase.ENDED || phase == Phase.PAUSED) && deciding.waiting());
        show(close, !previewing && phase != Phase.RUNNING);
        for (Button button : List.of(apply, again, decide, rest, close, goOn)) {
            button.setDisable(model.writing().get());
        }
        for (Button button : all()) {
            button.getStyleClass().remove(Styles.ACCENT);
        }
        main().ifPresent(button -> button.getStyleClass().add(Styles.ACCENT));
    }

    /** Moves the keyboard focus to the main button. */
    void focus() {
        main().or(() -> pause.isVisible() ? Optional.of(pause) : Optional.empty())
                .ifPresent(Button::requestFocus);
    }

    /** Presses the main button, if it is enabled. */
    void fireMain() {
        main().filter(button -> !button.isDisabled()).ifPresent(Button::fire);
    }

    private Optional<Button> main() {
        return List.of(apply, start, goOn, decide, rest, close).stream()
                .filter(Button::isVisible)
                .findFirst();
    }

    private List<Button> all() {
        return List.of(back, apply, start, pause, goOn, again, decide, rest, close);
    }

    private static Button button(String id, String text, Runnable action) {
        Button button = new Button(text);
        button.setId(id);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(pressed -> action.run());
        return button;
    }

    private static void show(Button button, boolean shown) {
        button.setVisible(shown);
        button.setManaged(shown);
    }
}
