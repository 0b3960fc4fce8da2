package dev.concord.app.conflict.parts;

import dev.concord.app.conflict.sides.FieldState;
import dev.concord.merge.PartAnswer;
import dev.concord.ui.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** The heading of one change of a text: its number, its state, and the buttons that decide it. */
final class PartHeading extends HBox {
    private final PartsModel model;
    private final PartText words;
    private final Label number = new Label();
    private final Label state = new Label();
    private final List<AnswerButton> answers = new ArrayList<>();
    private int place;

    private record AnswerButton(ToggleButton button, PartAnswer answer) {}

    PartHeading(PartsModel model, PartText words, Texts texts, IntConsumer edit) {
        this.model = model;
        this.words = words;
        getStyleClass().add("parts-heading");
        number.getStyleClass().add("conflict-field-name");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        getChildren().addAll(number, state, space);
        addAnswer(texts.get("conflict.parts.use.base"), new PartAnswer.Base());
        addAnswer(texts.get("conflict.parts.use.theirs"), new PartAnswer.Theirs());
        addAnswer(texts.get("conflict.parts.use.mine"), new PartAnswer.Mine());
        if (model.both()) {
            addAnswer(texts.get("conflict.parts.use.theirs-mine"), new PartAnswer.TheirsThenMine());
            addAnswer(texts.get("conflict.parts.use.mine-theirs"), new PartAnswer.MineThenTheirs());
        }
        Button type = new Button(texts.get("conflict.parts.edit"));
        type.setOnAction(event -> edit.accept(place));
        add(type);
    }

    /** Shows one change. */
    Node show(int shown) {
        place = shown;
        number.setText(words.number(place));
        FieldState now = words.state(place);
        state.setText(words.stateText(place));
        state.setGraphic(now.icon().node());
        state.getStyleClass().setAll("label", "conflict-state", now.word());
        Optional<PartAnswer> answer = model.answer(place);
        answers.forEach(each -> each.button().setSelected(answer.equals(Optional.of(each.answer()))));
        return this;
    }

    private void addAnswer(String text, PartAnswer answer) {
        ToggleButton button = new ToggleButton(text);
        button.setOnAction(event -> {
            model.choose(place, answer);
            show(place);
        });
        answers.add(new AnswerButton(button, answer));
        add(button);
    }

    private void add(ButtonBase button) {
        button.getStyleClass().addAll("small", "conflict-action");
        button.setFocusTraversable(false);
        button.setMinWidth(Region.USE_PREF_SIZE);
        getChildren().add(button);
    }
}
