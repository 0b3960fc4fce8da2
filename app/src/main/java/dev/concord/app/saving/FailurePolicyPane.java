package dev.concord.app.saving;

import dev.concord.ui.text.Texts;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.VBox;

/** The choice of what happens when a record cannot be saved; asked before anything is written. */
final class FailurePolicyPane extends VBox {
    private final ToggleGroup group = new ToggleGroup();

    FailurePolicyPane(SavingModel model, Texts texts) {
        getStyleClass().add("saving-ways");
        add(
                model,
                FailurePolicy.WHAT_CAN_BE_SAVED,
                "saving-each",
                texts.get("saving.each"),
                texts.get("saving.each.about"));
        add(
                model,
                FailurePolicy.ALL_OR_NOTHING,
                "saving-together",
                texts.get("saving.together"),
                texts.get("saving.together.about"));
    }

    /** Moves the keyboard focus to the policy chosen. */
    void focus() {
        if (group.getSelectedToggle() instanceof RadioButton chosen) {
            chosen.requestFocus();
        }
    }

    private void add(SavingModel model, FailurePolicy policy, String id, String name, String about) {
        RadioButton choice = new RadioButton(name);
        choice.setId(id);
        choice.setToggleGroup(group);
        choice.setAccessibleHelp(about);
        choice.setSelected(model.policy().get() == policy);
        choice.selectedProperty().subscribe(chosen -> {
            if (chosen) {
                model.policy().set(policy);
            }
        });
        Label words = new Label(about);
        words.setWrapText(true);
        words.getStyleClass().addAll("concord-muted", "saving-about");
        getChildren().addAll(choice, words);
    }
}
